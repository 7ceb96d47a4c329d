package org.fourfold.linkage.records;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.table.ByteDictionary;

/** The several keys that one text has: its rarest words, or bands of minimal hashes of its words. */
final class ManyKeys {

    /** Hashes that one band takes together: two texts that share half of their words meet in one of three bands. */
    private static final int ROWS = 2;

    private ManyKeys() {}

    /** Per text the numbers under which it is found. */
    static long[][] of(Derivation derivation, Bags bags, int texts) {
        long[][] keys = new long[texts + 1][];
        keys[0] = new long[0];
        for (int text = 1; text <= texts; text++) {
            keys[text] = derivation.kind() == Derivation.Kind.LIKE
                    ? bands(bags, text, derivation.length())
                    : rarest(bags, text, derivation.length());
        }
        return keys;
    }

    /**
     * The rarest of the words that several texts have, and as many of those that one had or none: they find the same text said
     * again, and what comes after the words were counted.
     */
    private static long[] rarest(Bags bags, int text, int most) {
        return LongStream.concat(rarest(bags, text, most, true), rarest(bags, text, most, false))
                .toArray();
    }

    private static LongStream rarest(Bags bags, int text, int most, boolean several) {
        return IntStream.range(bags.start(text), bags.start(text + 1))
                .mapToObj(i -> bags.members()[i])
                .filter(word -> bags.texts(word) > 1 == several)
                .sorted(Comparator.<Integer>comparingInt(word -> several ? bags.texts(word) : 0)
                        .thenComparingLong(word -> bags.words().hash(word)))
                .limit(most)
                .mapToLong(word -> bags.words().hash(word));
    }

    /** MinHash (A. Broder, 1997) in bands: texts alike share a band the likelier, the more alike they are. */
    private static long[] bands(Bags bags, int text, int bands) {
        long[] keys = new long[bands];
        for (int band = 0; band < bands; band++) {
            long key = band + 1L;
            for (int row = 0; row < ROWS; row++) {
                long seed = ByteDictionary.mix((long) band * ROWS + row + 1);
                long least = Long.MAX_VALUE;
                for (int i = bags.start(text); i < bags.start(text + 1); i++) {
                    least = Math.min(least, ByteDictionary.mix(bags.words().hash(bags.members()[i]) ^ seed) >>> 1);
                }
                key = ByteDictionary.mix(key ^ least);
            }
            keys[band] = key;
        }
        return bags.start(text) == bags.start(text + 1)
                ? new long[0]
                : Arrays.stream(keys).distinct().toArray();
    }
}
