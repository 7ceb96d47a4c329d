package org.fourfold.linkage.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person found of two records. */
public enum Verdict {
    /** They are one. */
    SAME,
    /** They are two. */
    DIFFERENT,
    /** It cannot be said: nothing follows, but it was looked at. */
    UNSURE;

    /** As it stands in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
