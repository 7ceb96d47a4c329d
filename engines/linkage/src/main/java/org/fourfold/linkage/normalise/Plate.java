package org.fourfold.linkage.normalise;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A vehicle's plate. Two plates are the same when their texts are, and may be the same when their look-alike keys are:
 * read from a camera or remembered, O is 0, I is 1, B is 8, S is 5.
 *
 * @param raw what was written
 * @param text digits and capital letters: {@code P123ABC}; empty when there is no plate in it
 * @param lookAlike the text with every letter that looks like a digit written as that digit
 * @param form the form of the country it fits, as letters (L) and digits (D): {@code LDDDLLL}; empty when it fits none
 */
public record Plate(String raw, String text, String lookAlike, Optional<String> form) {

    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 10;
    /** Private, rented, commercial, motorcycle, official, town bus, corps, mission, dealer, trailer, and others. */
    private static final Set<String> GUATEMALAN_USES =
            Set.of("P", "A", "C", "M", "O", "U", "CC", "CD", "MI", "DIS", "TC", "TRC", "TE", "TO", "EXT");

    private static final String LETTERS = "OIBS";
    private static final String DIGITS = "0185";

    /** Reads a plate. Never fails. {@code country} is an ISO 3166 code or empty. */
    public static Plate of(String raw, String country) {
        String text = Blank.is(raw) ? "" : withoutWord(Fold.code(raw));
        if (text.length() < LENGTH_MIN || text.length() > LENGTH_MAX || IdNumbers.isGeneric(text)) {
            return new Plate(raw, "", "", Optional.empty());
        }
        String form = form(text);
        boolean fits = switch (country.toUpperCase(Locale.ROOT)) {
            case "GT" -> isGuatemalan(text, form);
            case "HN" -> form.equals("LLLDDDD");
            case "SV" -> isSalvadoran(text);
            case "MX" -> isMexican(form);
            case "US" -> text.length() <= 8;
            default -> false;
        };
        return new Plate(raw, text, lookAlike(text), fits ? Optional.of(form) : Optional.empty());
    }

    /** Whether there is a plate. */
    public boolean isPresent() {
        return !text.isEmpty();
    }

    /** "Placa P-123ABC", "Placas: ...": the word is no part of it. */
    private static String withoutWord(String code) {
        for (String word : new String[] {"PLACAS", "PLACA", "PLATE"}) {
            if (code.startsWith(word) && code.length() > word.length()) {
                return code.substring(word.length());
            }
        }
        return code;
    }

    private static String form(String text) {
        StringBuilder form = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            form.append(isDigit(text.charAt(i)) ? 'D' : 'L');
        }
        return form.toString();
    }

    private static String lookAlike(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = LETTERS.indexOf(text.charAt(i));
            key.append(at < 0 ? text.charAt(i) : DIGITS.charAt(at));
        }
        return key.toString();
    }

    /** Letters of use, three digits, three letters. */
    private static boolean isGuatemalan(String text, String form) {
        return form.endsWith("DDDLLL") && GUATEMALAN_USES.contains(text.substring(0, text.length() - 6));
    }

    /** One or two letters of use and up to six signs, digits or A to F since numbers are given out in base 16. */
    private static boolean isSalvadoran(String text) {
        int use = 0;
        while (use < text.length() && use < 2 && !isDigit(text.charAt(use))) {
            use++;
        }
        int number = text.length() - use;
        boolean hexadecimal = text.substring(use).chars().allMatch(sign -> Character.digit(sign, 16) >= 0);
        return use >= 1 && number >= 1 && number <= 6 && hexadecimal;
    }

    /** NOM-001-SCT-2: cars LLLDDDL and, older, LLLDDDD; lorries LLDDDDL, motorcycles and states' older series. */
    private static boolean isMexican(String form) {
        return switch (form) {
            case "LLLDDDL", "LLLDDDD", "DDDLLL", "LDDLLL", "LLDDDDL", "LLDDDDD", "DDDDLL", "LDDDDD", "LLLDDL" -> true;
            default -> false;
        };
    }

    private static boolean isDigit(char sign) {
        return Fold.isDigit(sign);
    }
}
