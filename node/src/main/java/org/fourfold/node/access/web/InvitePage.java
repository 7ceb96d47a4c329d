package org.fourfold.node.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;

/** Inviting somebody; with {@code code}, the code to hand over, shown this once. */
public record InvitePage(
        String name,
        String signInName,
        String language,
        List<Choice> languages,
        Optional<String> code,
        Optional<Instant> expiresAt,
        String member) {

    public InvitePage {
        languages = List.copyOf(languages);
    }
}
