package org.fourfold.linkage;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody typed, as keys to ask for, and how good an answer is. It holds no name in clear beyond its keys.
 *
 * @param words one for each word that was typed
 * @param pairs neighbouring words taken as one
 */
public record NameQuery(List<Word> words, List<Joined> pairs) {

    /** The keys of one typed word. */
    public record Word(Set<NameKey> keys) {
        public Word {
            keys = Set.copyOf(keys);
        }
    }

    /** The keys of words {@code first} and {@code first + 1} (counted from 0) written as one. */
    public record Joined(int first, Set<NameKey> keys) {
        public Joined {
            keys = Set.copyOf(keys);
        }
    }

    /** A word matches truly from here on: by one sound at most, or as a form of the same name. */
    private static final double TRUE_MATCH = NameKey.Kind.NEAR.weight();

    /** Two words together must reach this, so that two words that are both only near do not make a name. */
    private static final double TWO_WORDS_MIN = 1.4;

    /** A single typed word must be the same by sound or be a form of the same name. */
    private static final double ONE_WORD_MIN = NameKey.Kind.FORM.weight();

    public NameQuery {
        words = List.copyOf(words);
        pairs = List.copyOf(pairs);
    }

    /** Whether nothing was typed that could be asked for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** All keys to look up. */
    public Set<NameKey> keys() {
        Set<NameKey> keys = new LinkedHashSet<>();
        words.forEach(word -> keys.addAll(word.keys()));
        pairs.forEach(pair -> keys.addAll(pair.keys()));
        return keys;
    }

    /**
     * How good a stored name answers, by the keys it shares: the mean over the typed words of the strongest key each
     * shares; 0 nothing, 1 every word written the same.
     */
    public double score(Collection<NameKey> shared) {
        if (words.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (double weight : weights(shared)) {
            sum += weight;
        }
        return sum / words.size();
    }

    /** Whether the stored name may be the same person's: two words truly match, or the only word that was typed does. */
    public boolean isPossiblyTheSame(Collection<NameKey> shared) {
        double[] best = weights(shared);
        java.util.Arrays.sort(best);
        if (best.length == 0) {
            return false;
        }
        double first = best[best.length - 1];
        if (best.length == 1) {
            return first >= ONE_WORD_MIN;
        }
        double second = best[best.length - 2];
        return second >= TRUE_MATCH && first + second >= TWO_WORDS_MIN;
    }

    private double[] weights(Collection<NameKey> shared) {
        double[] best = new double[words.size()];
        for (int i = 0; i < best.length; i++) {
            best[i] = strongest(words.get(i).keys(), shared);
        }
        for (Joined pair : pairs) {
            double weight = strongest(pair.keys(), shared);
            best[pair.first()] = Math.max(best[pair.first()], weight);
            best[pair.first() + 1] = Math.max(best[pair.first() + 1], weight);
        }
        return best;
    }

    private static double strongest(Set<NameKey> asked, Collection<NameKey> shared) {
        Optional<NameKey> key = shared.stream()
                .filter(asked::contains)
                .max(Comparator.comparingDouble(found -> found.kind().weight()));
        return key.map(found -> found.kind().weight()).orElse(0.0);
    }
}
