package org.fourfold.linkage.normalise;

import java.util.Set;

/** What people write into a field when they have nothing to write: "N/A", "desconocido", "sin datos", "-". */
public final class Blank {

    private static final Set<String> WORDS = Set.of(
            "desconocido",
            "desconocida",
            "desconoce",
            "sedesconoce",
            "ignorado",
            "ignorada",
            "nn",
            "sinnombre",
            "sinapellido",
            "noconsta",
            "noindica",
            "norefiere",
            "noreporta",
            "nosabe",
            "nosesabe",
            "noaplica",
            "notiene",
            "null",
            "none",
            "nan",
            "unknown",
            "notknown",
            "notavailable",
            "xx",
            "xxx",
            "xxxx",
            "sindato",
            "sindatos",
            "sininformacion",
            "ninguno",
            "ninguna",
            "pendiente");

    /** Blank only with a sign between the letters, as in "N/A": Na is a surname. */
    private static final Set<String> ABBREVIATED = Set.of("na", "nd", "sn", "sd", "nr");

    /** Letters of the longest of them. */
    private static final int WORD_LETTERS_MAX = 14;

    private Blank() {}

    /** Whether the text holds nothing: empty, signs alone, or one of the words for nothing. */
    public static boolean is(String raw) {
        return isLine(Fold.line(raw));
    }

    static boolean isLine(String line) {
        int letters = 0;
        int signs = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (Fold.isDigit(sign)) {
                return false;
            }
            if (Fold.isLetter(sign)) {
                letters++;
            } else if (sign != ' ') {
                signs++;
            }
        }
        if (letters == 0) {
            return true;
        }
        if (letters > WORD_LETTERS_MAX) {
            return false;
        }
        String word = Fold.lettersOf(line);
        return WORDS.contains(word) || (signs > 0 && ABBREVIATED.contains(word));
    }
}
