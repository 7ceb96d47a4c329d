package org.fourfold.linkage.normalise;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.normalise.NameLexicon.Sign;

/**
 * A word of a name with the particles that stood before it.
 *
 * @param text particles and word joined: {@code delacruz}
 * @param stem the word alone: {@code cruz}
 * @param particles what was joined before the stem, empty when nothing was: {@code dela}, {@code montes}
 * @param saysMarried whether "viuda" or a second "de" says that it is a husband's name
 */
record NameToken(String text, String stem, String particles, boolean saysMarried) {

    /** Whether "de" alone stood before it. */
    boolean bareDe() {
        return particles.equals("de");
    }

    boolean beginsWithDe() {
        return particles.startsWith("de");
    }

    static List<NameWord> words(List<NameToken> tokens) {
        List<NameWord> words = new ArrayList<>(tokens.size());
        tokens.forEach(token ->
                words.add(new NameWord(bounded(token.text()), !token.particles().isEmpty())));
        return words;
    }

    /** As {@link #words}, but "de Pérez" is the husband Pérez. */
    static List<NameWord> marriedWords(List<NameToken> tokens) {
        List<NameWord> words = new ArrayList<>(tokens.size());
        for (NameToken token : tokens) {
            boolean family = token.saysMarried() || !token.bareDe();
            words.add(
                    family
                            ? new NameWord(
                                    bounded(token.text()), !token.particles().isEmpty())
                            : NameWord.of(bounded(token.stem())));
        }
        return words;
    }

    /**
     * Joins particles to the words after them.
     *
     * @param conjunctionFrom the first place, counted from 0, where a "y" joins two surnames; before it it is an initial
     */
    static List<NameToken> joined(List<String> words, int conjunctionFrom, NameLexicon lexicon) {
        Joiner joiner = new Joiner(words, conjunctionFrom, lexicon);
        joiner.run();
        return joiner.tokens;
    }

    private static String bounded(String text) {
        return text.length() > NameWord.LETTERS_MAX ? text.substring(0, NameWord.LETTERS_MAX) : text;
    }

    private static final class Joiner {

        private final List<String> words;
        private final int conjunctionFrom;
        private final NameLexicon lexicon;
        private final List<NameToken> tokens = new ArrayList<>(4);
        private final StringBuilder particles = new StringBuilder();
        private boolean married;

        Joiner(List<String> words, int conjunctionFrom, NameLexicon lexicon) {
            this.words = words;
            this.conjunctionFrom = conjunctionFrom;
            this.lexicon = lexicon;
        }

        void run() {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (!isConjunction(i)) {
                    read(word, i == words.size() - 1);
                }
            }
        }

        private void read(String word, boolean last) {
            if (isWidow(word) && !tokens.isEmpty() && !last) {
                married = true;
            } else if (lexicon.is(Sign.PARTICLE, word) && !last) {
                readParticle(word);
            } else {
                add(word);
            }
        }

        private void readParticle(String word) {
            boolean secondDe = particles.toString().equals("de") && word.startsWith("de");
            if (secondDe) {
                married = true;
                particles.setLength(0);
            }
            particles.append(word);
        }

        private void add(String word) {
            String before = particles.toString();
            particles.setLength(0);
            NameToken previous = tokens.isEmpty() ? null : tokens.getLast();
            if (previous != null && !married && lexicon.isCompound(previous.text(), before + word)) {
                tokens.removeLast();
                tokens.add(new NameToken(previous.text() + before + word, word, previous.text(), false));
            } else if (married && before.equals("de") && !lexicon.is(Sign.FAMILY, before + word)) {
                tokens.add(new NameToken(word, word, "", true));
            } else {
                tokens.add(new NameToken(before + word, word, before, married));
            }
            married = false;
        }

        private static boolean isWidow(String word) {
            return word.equals("viuda") || word.equals("vda") || word.equals("vd");
        }

        /** Ortega y Gasset, Díaz e Iturbide. */
        private boolean isConjunction(int at) {
            if (at < conjunctionFrom || at == words.size() - 1) {
                return false;
            }
            String next = words.get(at + 1);
            return switch (words.get(at)) {
                case "y" -> next.length() > 1;
                case "e" -> next.length() > 1 && (next.startsWith("i") || next.startsWith("hi"));
                default -> false;
            };
        }
    }
}
