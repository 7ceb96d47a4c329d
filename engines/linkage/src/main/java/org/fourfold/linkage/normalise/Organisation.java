package org.fourfold.linkage.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The name of an organisation without its legal form, as words and as a bag of words.
 *
 * @param raw what was written
 * @param nativeText what was written, when it was in another script than the Latin one
 * @param words folded words in their order, joining words (de, la, and) left out; at most {@link #WORDS_MAX}
 * @param legalForms the forms taken off, in one spelling each: {@code SA DE CV}
 * @param acronyms what it may be called in short, lower case: stated in brackets first, then made of the first letters
 */
public record Organisation(
        String raw, Optional<String> nativeText, List<String> words, List<String> legalForms, List<String> acronyms) {

    /** Words of a name that are kept. */
    public static final int WORDS_MAX = 16;

    private static final int ACRONYM_MIN = 2;
    private static final int ACRONYM_MAX = 10;
    private static final Set<String> JOINING = Set.of(
            "de", "del", "la", "las", "los", "el", "y", "e", "para", "por", "en", "con", "the", "of", "and", "for",
            "in", "und", "der", "die", "das", "et", "le", "les", "du", "da", "do", "dos");

    public Organisation {
        words = List.copyOf(words);
        legalForms = List.copyOf(legalForms);
        acronyms = List.copyOf(acronyms);
    }

    /** Reads a name. Never fails; a name that is nothing but a legal form is kept as it stands. */
    public static Organisation of(String raw) {
        Optional<String> nativeText = Fold.hasOtherScript(raw) ? Optional.of(raw.strip()) : Optional.empty();
        String line = Fold.line(raw);
        if (Blank.isLine(line)) {
            return new Organisation(raw, nativeText, List.of(), List.of(), List.of());
        }
        List<String> acronyms = new ArrayList<>(2);
        line = withoutBrackets(line, acronyms);
        LegalForms.Cut cut = LegalForms.shipped().cut(letterRunsJoined(line));
        List<String> words = new ArrayList<>(cut.words().size());
        for (String word : cut.words()) {
            if (!JOINING.contains(word) && words.size() < WORDS_MAX) {
                words.add(word);
            }
        }
        acronym(words).filter(made -> !acronyms.contains(made)).ifPresent(acronyms::add);
        return new Organisation(raw, nativeText, words.isEmpty() ? bounded(cut.words()) : words, cut.forms(), acronyms);
    }

    /** The words as a set in alphabetical order: two names of one bag differ in order and repetition alone. */
    public List<String> bag() {
        return List.copyOf(new TreeSet<>(words));
    }

    /** The words with spaces between them. */
    public String folded() {
        return String.join(" ", words);
    }

    private static List<String> bounded(List<String> words) {
        return words.size() > WORDS_MAX ? words.subList(0, WORDS_MAX) : words;
    }

    /** "Ministerio Público (MP)": letters in brackets that begin the words before them are what it is called in short. */
    private static String withoutBrackets(String line, List<String> acronyms) {
        int from = line.indexOf('(');
        int to = from < 0 ? -1 : line.indexOf(')', from);
        if (to < 0) {
            return line;
        }
        String inside = Fold.lettersOf(line.substring(from, to));
        boolean isAcronym = inside.length() >= ACRONYM_MIN
                && inside.length() <= ACRONYM_MAX
                && beginWords(inside, Fold.wordsOf(line.substring(0, from)));
        if (!isAcronym) {
            return line;
        }
        acronyms.add(inside);
        return line.substring(0, from) + " " + line.substring(to + 1);
    }

    private static boolean beginWords(String letters, List<String> words) {
        int found = 0;
        for (String word : words) {
            if (found < letters.length() && word.charAt(0) == letters.charAt(found)) {
                found++;
            }
        }
        return found == letters.length();
    }

    private static Optional<String> acronym(List<String> words) {
        if (words.size() < ACRONYM_MIN) {
            return Optional.empty();
        }
        StringBuilder first = new StringBuilder(words.size());
        words.stream().limit(ACRONYM_MAX).forEach(word -> first.append(word.charAt(0)));
        return Optional.of(first.toString());
    }

    /**
     * "S. A. de C. V." is read as sa, de, cv: single letters beside each other are one word, all with a point or all
     * without one. "Partners V L.P." is partners, v, lp.
     */
    private static List<String> letterRunsJoined(String raw) {
        String line = raw.replace("&", " and ").replace("/", "");
        List<String> words = new ArrayList<>();
        boolean lastIsRun = false;
        boolean lastHasPoint = false;
        int at = 0;
        for (String token : Fold.tokensOf(line)) {
            at = line.indexOf(token, at) + token.length();
            boolean point = at < line.length() && line.charAt(at) == '.';
            boolean letter = token.length() == 1 && Fold.isLetter(token.charAt(0));
            if (letter && lastIsRun && (lastHasPoint || !point)) {
                words.add(words.removeLast() + token);
            } else {
                words.add(token);
            }
            lastIsRun = letter && (lastIsRun || !token.equals("y"));
            lastHasPoint = point;
        }
        return words;
    }
}
