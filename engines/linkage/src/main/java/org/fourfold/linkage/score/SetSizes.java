package org.fourfold.linkage.score;

import org.fourfold.linkage.records.ValueSets;
import org.fourfold.linkage.train.BestOfPairs;
import org.fourfold.linkage.train.Weights;

/**
 * What is taken off the evidence of an agreement because there were many values among which to find it: chance has as many throws
 * as there are pairs of values.
 */
final class SetSizes {

    private static final double LN2 = StrictMath.log(2);

    /** Per level and number of pairs, for levels whose values' rarity does not count. */
    private final int[][] plain;

    /** Of one comparison; {@code u} is how often two values taken at random agree, by level. */
    SetSizes(double[] u) {
        int most = ValueSets.VALUES_MAX * ValueSets.VALUES_MAX;
        this.plain = new int[u.length][most + 1];
        for (int pairs = 2; pairs <= most; pairs++) {
            double[] best = BestOfPairs.chances(u, pairs);
            for (int level = 1; level < u.length; level++) {
                plain[level][pairs] = Weights.parts(StrictMath.log(u[level] / best[level]) / LN2);
            }
        }
    }

    /** In parts of a bit; 0 for one pair of values. */
    int correction(int level, int pairs) {
        return plain[level][pairs];
    }

    /**
     * The same where the value's rarity counts: for a common value it is less, as it cannot be found more often than always.
     *
     * @param share of all values that are said, how many are this one
     */
    static int correction(double share, int pairs) {
        return pairs == 1 ? 0 : Weights.parts(StrictMath.log(share / BestOfPairs.chance(share, pairs)) / LN2);
    }
}
