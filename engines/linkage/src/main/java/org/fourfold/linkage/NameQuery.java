package org.fourfold.linkage;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What somebody typed, as keys to ask for, and how good an answer is. It holds no name in clear beyond its keys.
 *
 * @param words one for each word that was typed
 * @param pairs neighbouring words taken as one
 */
public record NameQuery(List<Word> words, List<Joined> pairs) {

    /** Bits of a word in {@link #mask}: one for each kind of key. */
    public static final int WORD_BITS = NameKey.Kind.values().length;

    /** Scores are compared with what people would write down, not with what is left of sums of tenths. */
    private static final double ROUNDING = 1e-9;

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

    /** An answer is at least as good as if every other word were written the same. */
    public static final double SCORE_MIN = 0.5;

    /** A word matches truly from here on: by one sound at most, or as a form of the same name. */
    private static final double TRUE_MATCH = NameKey.Kind.NEAR.weight();

    /** Two words together must reach this, so that two words that are both only near do not make a name. */
    private static final double TWO_WORDS_MIN = 1.4;

    /** A single typed word must be the same by sound or be a form of the same name. */
    private static final double ONE_WORD_MIN = NameKey.Kind.FORM.weight();

    public NameQuery {
        if (words.size() * WORD_BITS > Long.SIZE) {
            throw new IllegalArgumentException("more words than a mask has bits for");
        }
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
        return score(mask(shared));
    }

    /** The same by the joined masks of the shared keys. */
    public double score(long mask) {
        if (words.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (int word = 0; word < words.size(); word++) {
            sum += weight(mask, word);
        }
        return sum / words.size();
    }

    /** Whether a stored name is an answer, by the joined masks of the keys it shares: half of what was typed, or possibly the same. */
    public boolean isAnswer(long mask) {
        return score(mask) >= SCORE_MIN - ROUNDING || isPossiblyTheSame(mask);
    }

    /**
     * What a key says, as bits: for each typed word that has it, the bit of its kind, the first word's lowest. The masks of
     * several keys may be joined; the strongest bit of a word is what it matches by.
     */
    public long mask(NameKey key) {
        long mask = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).keys().contains(key)) {
                mask |= bit(i, key);
            }
        }
        for (Joined pair : pairs) {
            if (pair.keys().contains(key)) {
                mask |= bit(pair.first(), key) | bit(pair.first() + 1, key);
            }
        }
        return mask;
    }

    private static long bit(int word, NameKey key) {
        return (long) key.kind().bit() << (word * WORD_BITS);
    }

    private long mask(Collection<NameKey> keys) {
        return keys.stream().mapToLong(this::mask).reduce(0, (one, other) -> one | other);
    }

    /**
     * Keys that need not be looked up to find every answer: who shares none but these is no answer. Those under which most names
     * are kept come first. Of the names found by the other keys these must be asked for too, to know how good they are.
     *
     * @param names how many names are kept under a key, about
     */
    public Set<NameKey> spared(ToLongFunction<NameKey> names) {
        Set<NameKey> spared = new LinkedHashSet<>();
        long mask = 0;
        for (NameKey key : keys().stream()
                .sorted(Comparator.comparingLong(names).reversed().thenComparing(NameKey::code))
                .toList()) {
            long more = mask | mask(key);
            if (!isAnswer(more)) {
                spared.add(key);
                mask = more;
            }
        }
        return spared;
    }

    /** Whether the stored name may be the same person's: two words truly match, or the only word that was typed does. */
    public boolean isPossiblyTheSame(Collection<NameKey> shared) {
        return isPossiblyTheSame(mask(shared));
    }

    /** The same by the joined masks of the shared keys. */
    public boolean isPossiblyTheSame(long mask) {
        double first = 0;
        double second = 0;
        for (int word = 0; word < words.size(); word++) {
            double weight = weight(mask, word);
            second = Math.max(second, Math.min(first, weight));
            first = Math.max(first, weight);
        }
        return words.size() == 1 ? first >= ONE_WORD_MIN : second >= TRUE_MATCH && first + second >= TWO_WORDS_MIN;
    }

    /** Of the strongest key that a word shares. */
    private static double weight(long mask, int word) {
        long kinds = mask >>> (word * WORD_BITS);
        double strongest = 0;
        for (NameKey.Kind kind : NameKey.Kind.values()) {
            if ((kinds & kind.bit()) != 0) {
                strongest = Math.max(strongest, kind.weight());
            }
        }
        return strongest;
    }
}
