package org.fourfold.linkage.evaluate;

import java.util.Arrays;

/** How many pairs of records are truly one entity: what recall is a share of. */
public final class TruePairs {

    private TruePairs() {}

    /** Within one body of records: n(n-1)/2 summed over the entities. */
    public static long within(int[] truth) {
        int[] sorted = truth.clone();
        Arrays.sort(sorted);
        long pairs = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            // Every record makes a pair with each earlier one of its run.
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 0;
            pairs += run;
        }
        return pairs;
    }

    /**
     * Across sources only, where each source was linked to the others and not to itself.
     *
     * @throws IllegalArgumentException when a record lacks its source
     */
    public static long across(int[] truth, int[] source) {
        return within(truth) - ClusterScores.of(truth, source).sharedPairs();
    }
}
