package org.fourfold.estimate.prevalence.bayes;

import org.fourfold.estimate.prevalence.chains.ChainOptions;

/**
 * How dependences are thresholded.
 *
 * @param variance of the normal prior of each dependence; infinite for the improper one, flat everywhere
 * @param threshold a dependence stays whose posterior mean is so many posterior standard deviations from 0
 */
public record ThresholdOptions(double variance, double threshold, ChainOptions chains) {

    private static final ChainOptions CHAINS = new ChainOptions(4, 4_000, 2_500, 20, 1.05, 400);

    /** Normal prior of variance 1, threshold 2 (Silverman 2020). */
    public static final ThresholdOptions PROPER = new ThresholdOptions(1, 2, CHAINS);

    public static final ThresholdOptions IMPROPER = new ThresholdOptions(Double.POSITIVE_INFINITY, 2, CHAINS);

    public ThresholdOptions {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("variance: " + variance + "; above 0");
        }
        if (!(threshold >= 0 && threshold <= 100)) {
            throw new IllegalArgumentException("threshold: " + threshold + "; from 0 to 100");
        }
    }

    /** The same with chains of other lengths. */
    public ThresholdOptions with(ChainOptions others) {
        return new ThresholdOptions(variance, threshold, others);
    }

    boolean isImproper() {
        return Double.isInfinite(variance);
    }
}
