package org.fourfold.node.protection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The ways by which a person must never be reached, as they said: what would go that way is not offered. */
public record SafeContact(Set<Way> banned) {

    /** A way to reach somebody; its code is an option of {@link Field#CONTACT_BANNED}. */
    public enum Way {
        CALLS,
        VOICEMAIL,
        MESSAGES,
        MAIL,
        VISITS,
        /** Anything printed that the person would carry or keep. */
        PAPER;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SafeContact {
        banned = Set.copyOf(banned);
    }

    public static SafeContact of(Answers answers) {
        Set<Way> banned = EnumSet.noneOf(Way.class);
        answers.given(Field.CONTACT_BANNED)
                .map(Field.CONTACT_BANNED::codes)
                .ifPresent(codes -> Arrays.stream(Way.values())
                        .filter(way -> codes.contains(way.code()))
                        .forEach(banned::add));
        return new SafeContact(banned);
    }

    public boolean forbids(Way way) {
        return banned.contains(way);
    }
}
