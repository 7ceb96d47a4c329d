package org.fourfold.node.access;

import org.fourfold.node.frame.Language;

/** Somebody to be invited. */
public record NewMember(SignInName signInName, String name, Language language) {

    public NewMember {
        name = name.strip();
        if (name.isEmpty() || name.length() > Member.NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("a name has 1 to " + Member.NAME_LENGTH_MAX + " characters");
        }
    }
}
