package org.fourfold.node.protection.htcds;

import java.util.Map;
import java.util.Optional;
import org.fourfold.node.protection.Field;

/**
 * Languages as the standard writes them (ISO 639-2, also the two letters of 639-1) and as our list has them. The standard's
 * own code for most Maya languages is one for all of them (myn): we take and give the exact ones of ISO 639-3 and leave the
 * collective code as it came.
 */
final class Tongues {

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("spa", "es"),
            Map.entry("eng", "en"),
            Map.entry("por", "pt"),
            Map.entry("hat", "ht"),
            Map.entry("fra", "fr"),
            Map.entry("fre", "fr"),
            Map.entry("sgn", "sign"));

    private static final Map<String, String> THEIRS =
            Map.of("es", "spa", "en", "eng", "pt", "por", "ht", "hat", "fr", "fra", "sign", "sgn");

    private Tongues() {}

    static boolean known(String cell) {
        return ours(cell).isPresent();
    }

    static Optional<String> ours(String cell) {
        String code = OURS.getOrDefault(cell, cell);
        return Optional.of(code).filter(Field.LANGUAGES.options()::contains);
    }

    static String theirs(String ours) {
        return THEIRS.getOrDefault(ours, ours);
    }
}
