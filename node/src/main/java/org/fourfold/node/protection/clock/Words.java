package org.fourfold.node.protection.clock;

import org.fourfold.node.frame.Language;

/** What a rule pack says, in both languages. */
public record Words(String english, String spanish) {

    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case ES -> spanish;
        };
    }
}
