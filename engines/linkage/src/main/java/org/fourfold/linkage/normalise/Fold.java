package org.fourfold.linkage.normalise;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text brought to lower-case ASCII: accents folded (ñ as n), apostrophes of Maya spellings dropped (Ba' is ba), signs of
 * the Latin alphabet written out (ß as ss), other scripts transliterated by ICU. Letters up to U+017F go through a table,
 * without ICU; only a text with a character beyond it is normalised and, if it holds letters of another script,
 * transliterated ("Any-Latin", Unicode CLDR).
 *
 * <p>Limits: {@link #TEXT_MAX} characters are looked at. Any-Latin reads Chinese characters in Mandarin and knows no
 * vowels that Arabic or Hebrew do not write. Cost: linear. Threads: safe.
 */
public final class Fold {

    /** Characters of one text that are looked at; the rest is cut off. */
    public static final int TEXT_MAX = 1_000;

    private static final int TABLE_END = 0x180;
    private static final char DROPPED = 0;
    private static final char WRITTEN_OUT = 1;
    private static final char BEYOND = 2;
    private static final int MARKS_FIRST = 0x300;
    private static final int MARKS_LAST = 0x36F;
    private static final char[] TABLE = table();

    private Fold() {}

    /** ICU's data are large and most files never need them: they are loaded when the first such letter is met. */
    private static final class Icu {
        static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
        static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin");
    }

    /**
     * The whole text as lower-case ASCII, with its signs: {@code "Ñuñez, José (hijo)"} gives {@code "nunez, jose (hijo)"}.
     * A character without an ASCII form becomes a space.
     */
    public static String line(String raw) {
        String text = bounded(raw);
        byte[] plain = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char folded = letter < TABLE_END ? TABLE[letter] : commonBeyond(letter);
            if (folded > BEYOND) {
                plain[length++] = (byte) folded;
            } else if (folded != DROPPED) {
                return lineOfAnyText(text);
            }
        }
        return new String(plain, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static String lineOfAnyText(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 2);
        if (!byTable(text, folded)) {
            folded.setLength(0);
            byIcu(text, folded);
        }
        return folded.toString();
    }

    /** The letters a to z alone, written as one word: {@code "De la Cruz"} gives {@code "delacruz"}. */
    public static String letters(String raw) {
        return lettersOf(line(raw));
    }

    /** The letters of a line that is folded already. */
    static String lettersOf(String line) {
        StringBuilder letters = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            if (isLetter(line.charAt(i))) {
                letters.append(line.charAt(i));
            }
        }
        return letters.toString();
    }

    /** Words of letters, digits and signs being gaps. */
    public static List<String> words(String raw) {
        return wordsOf(line(raw));
    }

    /** The words of a line that is folded already. */
    static List<String> wordsOf(String line) {
        return cut(line, false);
    }

    /** Words of letters or digits, in the order they stand: {@code "5a. Av. 3-45"} gives {@code 5a, av, 3, 45}. */
    public static List<String> tokens(String raw) {
        return tokensOf(line(raw));
    }

    /** The tokens of a line that is folded already. */
    static List<String> tokensOf(String line) {
        return cut(line, true);
    }

    /** Letters and digits alone, upper case, as on a document or a plate: {@code "p-123 abc"} gives {@code "P123ABC"}. */
    public static String code(String raw) {
        String line = line(raw);
        StringBuilder code = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (isLetter(sign)) {
                code.append((char) (sign - 'a' + 'A'));
            } else if (isDigit(sign)) {
                code.append(sign);
            }
        }
        return code.toString();
    }

    /** The digits alone; those of other scripts are read too. */
    public static String digits(String raw) {
        String line = line(raw);
        StringBuilder digits = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            if (isDigit(line.charAt(i))) {
                digits.append(line.charAt(i));
            }
        }
        return digits.toString();
    }

    /** Whether a letter of another script than the Latin one stands in it. */
    public static boolean hasOtherScript(String raw) {
        String text = bounded(raw);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= TABLE_END) {
                return text.codePoints().anyMatch(Fold::isOtherScript);
            }
        }
        return false;
    }

    static boolean isLetter(char sign) {
        return sign >= 'a' && sign <= 'z';
    }

    static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    static String bounded(String raw) {
        if (raw.length() <= TEXT_MAX) {
            return raw;
        }
        boolean cutsPair = Character.isHighSurrogate(raw.charAt(TEXT_MAX - 1));
        return raw.substring(0, cutsPair ? TEXT_MAX - 1 : TEXT_MAX);
    }

    private static List<String> cut(String line, boolean withDigits) {
        List<String> words = new ArrayList<>(4);
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean inside = i < line.length() && (isLetter(line.charAt(i)) || (withDigits && isDigit(line.charAt(i))));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(line.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** Whether every character was in the table. */
    private static boolean byTable(String text, StringBuilder folded) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char plain = letter < TABLE_END ? TABLE[letter] : commonBeyond(letter);
            switch (plain) {
                case DROPPED -> {}
                case WRITTEN_OUT -> folded.append(writtenOut(letter));
                case BEYOND -> {
                    return false;
                }
                default -> folded.append(plain);
            }
        }
        return true;
    }

    /** Signs beyond the table that word processors put into Latin text, and accents written apart. */
    private static char commonBeyond(int letter) {
        if (letter >= MARKS_FIRST && letter <= MARKS_LAST) {
            return DROPPED;
        }
        return switch (letter) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BB', '\u02BC', '\u02B9', '\u02BF', '\u02BE', '\u2032' ->
                DROPPED;
            case '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\uFEFF', '\u02BA' -> DROPPED;
            case '\u201C', '\u201D', '\u201E', '\u2033' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\u2026' -> '.';
            case '\u2002', '\u2003', '\u2009', '\u202F', '\u2022' -> ' ';
            default -> BEYOND;
        };
    }

    private static void byIcu(String text, StringBuilder folded) {
        String latin = Icu.COMPATIBLE.normalize(text);
        if (latin.codePoints().anyMatch(Fold::isOtherScript)) {
            latin = Icu.TO_LATIN.transliterate(latin);
        }
        latin = Normalizer.normalize(latin, Normalizer.Form.NFKD);
        latin.codePoints().forEach(letter -> append(letter, folded));
    }

    private static void append(int letter, StringBuilder folded) {
        char plain = letter < TABLE_END ? TABLE[letter] : commonBeyond(letter);
        if (plain == WRITTEN_OUT) {
            folded.append(writtenOut(letter));
        } else if (plain == BEYOND) {
            int value = Character.digit(letter, 10);
            if (value >= 0) {
                folded.append((char) ('0' + value));
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK
                    && Character.getType(letter) != Character.MODIFIER_LETTER) {
                folded.append(' ');
            }
        } else if (plain != DROPPED) {
            folded.append(plain);
        }
    }

    private static boolean isOtherScript(int letter) {
        return Character.isLetter(letter)
                && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN
                && Character.UnicodeScript.of(letter) != Character.UnicodeScript.COMMON;
    }

    private static char[] table() {
        char[] table = new char[TABLE_END];
        for (char letter = 0; letter < TABLE_END; letter++) {
            table[letter] = plain(letter);
        }
        return table;
    }

    private static char plain(char letter) {
        char known = known(letter);
        if (known != BEYOND) {
            return known;
        }
        if (letter < 0x80) {
            return letter < ' ' || letter == 0x7F ? ' ' : Character.toLowerCase(letter);
        }
        char base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .charAt(0);
        return base < 0x80 && Character.isLetter(base) ? Character.toLowerCase(base) : ' ';
    }

    /** Letters and signs that no normal form takes apart, or whose use in names differs from their form. */
    private static char known(char letter) {
        return switch (letter) {
            case '\'', '`', '\u00B4', '\u00AD' -> DROPPED;
            case '\u00AA' -> 'a';
            case '\u00BA', '\u00B0', '\u00D8', '\u00F8' -> 'o';
            case '\u00AB', '\u00BB' -> '"';
            case '\u00D0', '\u00F0', '\u0110', '\u0111' -> 'd';
            case '\u0126', '\u0127' -> 'h';
            case '\u0131' -> 'i';
            case '\u0138' -> 'q';
            case '\u013F', '\u0140', '\u0141', '\u0142' -> 'l';
            case '\u0149', '\u014A', '\u014B' -> 'n';
            case '\u0166', '\u0167' -> 't';
            case '\u017F' -> 's';
            case '\u00C6', '\u00E6', '\u0152', '\u0153', '\u00DF', '\u00DE', '\u00FE', '\u0132', '\u0133' ->
                WRITTEN_OUT;
            default -> BEYOND;
        };
    }

    private static String writtenOut(int letter) {
        return switch (letter) {
            case '\u00C6', '\u00E6' -> "ae";
            case '\u0152', '\u0153' -> "oe";
            case '\u00DE', '\u00FE' -> "th";
            case '\u0132', '\u0133' -> "ij";
            default -> "ss";
        };
    }
}
