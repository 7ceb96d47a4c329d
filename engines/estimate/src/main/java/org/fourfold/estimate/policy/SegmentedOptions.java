package org.fourfold.estimate.policy;

import java.util.OptionalInt;

/**
 * The model of an interrupted series, to be written down before results are seen.
 *
 * @param fourierPairs of sine and cosine for the season: 0 for none, 2 as a rule for months
 * @param slopeChange whether the trend may change as well as the level
 * @param lag of Newey and West's errors in periods; empty: by their rule, 1.3 √n rounded up, less one
 */
public record SegmentedOptions(CountModel model, int fourierPairs, boolean slopeChange, OptionalInt lag) {

    /** As many pairs as months can carry. */
    public static final int PAIRS_MAX = 5;

    public SegmentedOptions {
        if (fourierPairs < 0 || fourierPairs > PAIRS_MAX || lag.orElse(0) < 0) {
            throw new IllegalArgumentException("pairs from 0 to " + PAIRS_MAX + ", lag from 0");
        }
    }

    /** Quasi-Poisson, two pairs, level alone, lag by the rule. */
    public static SegmentedOptions usual() {
        return new SegmentedOptions(CountModel.QUASI_POISSON, 2, false, OptionalInt.empty());
    }
}
