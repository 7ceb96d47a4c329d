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
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Lower case, without accents and signs: {@code N.º de Teléfono} is {@code n o de telefono}. */
    static String plain(String text) {
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
