package org.fourfold.linkage;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name cut into words: any script brought to Latin letters, accents folded (ñ as n), apostrophes of Maya spellings
 * dropped, everything lower case, particles set aside. The order of the words is kept but nothing depends on it.
 *
 * @param words each of two letters or more, particles not among them, at most {@link #WORDS_MAX}
 * @param initials single letters, as in "María J. López"
 */
public record NameWords(List<String> words, List<String> initials) {

    /** Words of a name that are looked at: two given names, two surnames, and as many again for joined spellings. */
    public static final int WORDS_MAX = 8;

    /** Letters of a word that are looked at. */
    public static final int WORD_LETTERS_MAX = 24;

    /** Characters of a whole name that are looked at; what is longer is no name. */
    public static final int NAME_CHARACTERS_MAX = 300;

    /** Words that join names and come and go: "de la Cruz" is "Cruz", "Ramón y Cajal" is "Ramón Cajal". */
    static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "das", "dos", "di", "van", "von", "viuda",
            "vda");

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();

    public NameWords {
        words = List.copyOf(words);
        initials = List.copyOf(initials);
    }

    /** Reads what somebody typed. Never fails: digits and signs separate words and are dropped. */
    public static NameWords of(String name) {
        String bounded = name.length() > NAME_CHARACTERS_MAX ? name.substring(0, NAME_CHARACTERS_MAX) : name;
        List<String> words = new ArrayList<>();
        List<String> initials = new ArrayList<>();
        for (String word : fold(bounded).split("[^a-z]+", -1)) {
            if (word.length() == 1 && !PARTICLES.contains(word)) {
                initials.add(word);
            } else if (word.length() > 1 && !PARTICLES.contains(word) && words.size() < WORDS_MAX) {
                words.add(word.length() > WORD_LETTERS_MAX ? word.substring(0, WORD_LETTERS_MAX) : word);
            }
        }
        return new NameWords(words, initials.size() > WORDS_MAX ? initials.subList(0, WORDS_MAX) : initials);
    }

    /** Latin, lower case, without accents; the apostrophes of K'iche' or Ba' are taken out, not read as a gap. */
    static String fold(String text) {
        String latin = COMPATIBLE.normalize(text);
        if (latin.chars().anyMatch(NameWords::isOtherScript)) {
            latin = Transliterator.getInstance("Any-Latin").transliterate(latin);
        }
        StringBuilder folded = new StringBuilder(latin.length());
        TAKEN_APART.normalize(latin).toLowerCase(Locale.ROOT).codePoints().forEach(letter -> {
            if (!isMark(letter) && !isApostrophe(letter)) {
                folded.append(basic(letter));
            }
        });
        return folded.toString();
    }

    private static boolean isOtherScript(int letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN;
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int letter) {
        return "'’‘ʼʻ`´".indexOf(letter) >= 0;
    }

    /** Letters that no normal form takes apart. */
    private static String basic(int letter) {
        return switch (letter) {
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'ı' -> "i";
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            default -> Character.toString(letter);
        };
    }
}
