package org.fourfold.node.prosecution.tables;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts made comparable. */
final class Words {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    /** The last of Latin Extended-B; between it and 0xC0 no character is a blank. */
    private static final char LATIN_LAST = 0x24F;

    /** What people write where there is nothing to write. */
    private static final Set<String> NOTHING = Set.of(
            "na",
            "n a",
            "nd",
            "n d",
            "no aplica",
            "no disponible",
            "sin dato",
            "sin datos",
            "s d",
            "s n",
            "no tiene",
            "no consta",
            "no registra",
            "no especificado",
            "ninguno",
            "ninguna",
            "desconocido",
            "desconocida",
            "se desconoce",
            "none",
            "null",
            "unknown",
            "not available");

    private Words() {}

    /** Without outer and doubled blanks. */
    static String collapsed(String text) {
        return isCollapsed(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Whether it is plainly so, as most cells are: Latin letters and signs, and single blanks between them. */
    private static boolean isCollapsed(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = (c > ' ' && c < 0x7F) || (c >= 0xC0 && c <= LATIN_LAST);
            if (!sign && (c != ' ' || blank)) {
                return false;
            }
            blank = !sign;
        }
        return text.isEmpty() || !blank;
    }

    /** Lower case, without accents and signs: {@code N.º de Teléfono} is {@code n o de telefono}. */
    static String plain(String text) {
        // Letters and figures of ASCII alone are what the three steps below would give, and most texts are so.
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return folded(text);
            }
            char small = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
                plain.append(small);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }

    private static String folded(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Whether a cell says that it has nothing to say. */
    static boolean saysNothing(String text) {
        if (text.length() > 20) {
            return false;
        }
        String plain = plain(text);
        return plain.isEmpty() || NOTHING.contains(plain);
    }
}
