package org.fourfold.node.prosecution.reading;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words as they are searched for: Latin letters and digits, lower case, no accents, apostrophes taken out. */
public final class SearchWords {

    /** Words of one value that are kept; further ones are not found. */
    public static final int WORDS_MAX = 16;

    private static final int CHARACTERS_MAX = 400;
    private static final int WORD_CHARACTERS_MAX = 32;
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();

    private SearchWords() {}

    /** In the order of the text, each once. */
    public static List<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        String folded = fold(text.length() > CHARACTERS_MAX ? text.substring(0, CHARACTERS_MAX) : text);
        for (int i = 0; i < folded.length() && words.size() < WORDS_MAX; i++) {
            char c = folded.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                if (word.length() < WORD_CHARACTERS_MAX) {
                    word.append(c);
                }
            } else if (c != '\'' && c != '\u2019' && c != '\u02BC' && !isMark(c)) {
                take(word, words);
            }
        }
        if (words.size() < WORDS_MAX) {
            take(word, words);
        }
        return new ArrayList<>(words);
    }

    /** What a value is found by: its words, and the parts of those with an apostrophe: {@code dlopez} and {@code lopez}. */
    public static List<String> kept(String text) {
        List<String> words = of(text);
        String parted = text.replaceAll("['\u2019\u02BC]", " ");
        if (!parted.equals(text)) {
            Set<String> all = new LinkedHashSet<>(words);
            all.addAll(of(parted));
            return new ArrayList<>(all);
        }
        return words;
    }

    private static void take(StringBuilder word, Set<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String fold(String text) {
        String folded = FOLDED.normalize(text);
        if (folded.chars().anyMatch(c -> c > 0x24F && Character.isLetter(c))) {
            folded = FOLDED.normalize(Transliterator.getInstance("Any-Latin").transliterate(folded));
        }
        return TAKEN_APART.normalize(folded);
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
