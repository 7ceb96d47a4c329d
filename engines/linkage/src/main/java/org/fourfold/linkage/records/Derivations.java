package org.fourfold.linkage.records;

import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.normalise.SoundKey;

/** What is taken of one value. */
final class Derivations {

    private static final int YEAR_DIGITS = 4;

    private Derivations() {}

    /** Empty where nothing can be taken. */
    static String of(Derivation derivation, String value) {
        int length = derivation.length();
        return switch (derivation.kind()) {
            case VALUE -> value;
            case SOUND -> SoundKey.of(value);
            case FORM -> Forms.shipped().name(SoundKey.of(value));
            case WHOLE -> value.length() == 8 ? value : "";
            case FIRST -> value.substring(0, Math.min(length, value.length()));
            case LAST -> value.substring(Math.max(0, value.length() - length));
            case YEAR -> value.length() >= YEAR_DIGITS ? value.substring(0, YEAR_DIGITS) : "";
            case DAY -> value.length() > YEAR_DIGITS ? value.substring(YEAR_DIGITS) : "";
            case WORDS, LIKE -> throw new IllegalArgumentException("a text has many of these");
        };
    }
}
