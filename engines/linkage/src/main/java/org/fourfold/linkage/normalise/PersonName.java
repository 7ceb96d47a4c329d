package org.fourfold.linkage.normalise;

import java.util.List;
import java.util.Optional;

/**
 * A person's name in its parts, each part in the order it was written: in the region two given names and two surnames,
 * the father's before the mother's.
 *
 * <p>Particles are joined to their word (de la Cruz is delacruz), honorifics dropped, common short spellings written out
 * (Ma. is María, Hdez. is Hernández), a husband's name kept apart, what others call the person kept apart. Nothing is
 * corrected. A text that holds no name gives a name without words, with its raw text.
 *
 * @param raw what was written; of two fields both, a tab between them
 * @param nativeText what was written, when it was in another script than the Latin one; the words are its
 *     transliteration
 * @param given given names, at most {@link #WORDS_MAX}
 * @param surnames surnames, at most {@link #WORDS_MAX}
 * @param married the name taken from a husband: López de <b>Pérez</b>, viuda de <b>Pérez</b>
 * @param generation jr, hijo, padre, ii: what tells a father from a son of the same name
 * @param aliases what others call the person, folded words with spaces between them
 * @param order how sure it is which words are given names
 */
public record PersonName(
        String raw,
        Optional<String> nativeText,
        List<NameWord> given,
        List<NameWord> surnames,
        List<NameWord> married,
        Optional<String> generation,
        List<String> aliases,
        Order order) {

    /** Words of each part that are kept; what is more is no name. */
    public static final int WORDS_MAX = 8;

    /** Aliases that are kept. */
    public static final int ALIASES_MAX = 4;

    /** How it is known which words are given names and which surnames. */
    public enum Order {
        /** By the field they stood in, or by the comma between them. */
        STATED,
        /** By the number of words and by what is known of them. */
        LIKELY,
        /** Hardly: one word, two words, or words that speak for another cut. {@link PersonName#swapped} may be right. */
        UNSURE
    }

    public PersonName {
        given = List.copyOf(given);
        surnames = List.copyOf(surnames);
        married = List.copyOf(married);
        aliases = List.copyOf(aliases);
    }

    /** Reads a full name: "Juan Carlos Pérez López", "PÉREZ LÓPEZ, Juan", "Ana López de Pérez", "김정은". Never fails. */
    public static PersonName of(String fullName) {
        return NameReader.full(fullName);
    }

    /**
     * Reads given names and surnames that stood in two fields, either of them empty. Never fails. A caller that keeps a
     * dictionary a column reads each column alone, with the other one empty: the words are the same.
     */
    public static PersonName of(String givenNames, String surnames) {
        return NameReader.parts(givenNames, surnames);
    }

    /**
     * Whether a raw word is a name and means the same beside any other: no particle, honorific, short spelling or sign. A name
     * of such words is its words.
     */
    public static boolean isPlain(String word) {
        return NameReader.isPlain(word);
    }

    /** Whether no word of a name was found. */
    public boolean isEmpty() {
        return given.isEmpty() && surnames.isEmpty() && married.isEmpty();
    }

    /** The same words read the other way: surnames as given names. */
    public PersonName swapped() {
        return new PersonName(raw, nativeText, surnames, given, married, generation, aliases, order);
    }

    /** All words as one folded text: given names, surnames, the married name. */
    public String folded() {
        StringBuilder text = new StringBuilder();
        for (List<NameWord> part : List.of(given, surnames, married)) {
            for (NameWord word : part) {
                text.append(text.isEmpty() ? "" : " ").append(word.text());
            }
        }
        return text.toString();
    }
}
