package org.fourfold.estimate.prevalence.latent;

import org.fourfold.estimate.prevalence.chains.ChainOptions;

/**
 * How latent classes are estimated.
 *
 * @param classes how many at most
 * @param shape of the gamma prior of the concentration: smaller, fewer classes
 * @param rate of the same prior
 * @param doublings so often chains that may not be believed yet go on for as long again as they went; then no number is given
 */
public record LatentOptions(int classes, double shape, double rate, ChainOptions chains, int doublings) {

    /**
     * The usual prior (Manrique-Vallier 2016), ten classes, four chains. Some tables have two peaks between which a chain crosses
     * once in some ten thousand steps: hence the doublings.
     */
    public static final LatentOptions USUAL =
            new LatentOptions(10, 0.25, 0.25, new ChainOptions(4, 10_000, 2_000, 50, 1.05, 200), 4);

    public LatentOptions {
        if (classes < 1 || classes > 100) {
            throw new IllegalArgumentException("classes: " + classes + "; from 1 to 100");
        }
        if (doublings < 0 || doublings > 10) {
            throw new IllegalArgumentException("doublings: " + doublings + "; from 0 to 10");
        }
        if (!(shape > 0 && rate > 0)) {
            throw new IllegalArgumentException("shape: " + shape + ", rate: " + rate + "; above 0");
        }
    }

    /** The same with chains of other lengths that are not made longer. */
    public LatentOptions with(ChainOptions others) {
        return new LatentOptions(classes, shape, rate, others, 0);
    }
}
