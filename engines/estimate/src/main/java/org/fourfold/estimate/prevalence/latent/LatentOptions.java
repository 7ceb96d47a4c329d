package org.fourfold.estimate.prevalence.latent;

import org.fourfold.estimate.prevalence.chains.ChainOptions;

/**
 * How latent classes are estimated.
 *
 * @param classes how many at most
 * @param shape of the gamma prior of the concentration: smaller, fewer classes
 * @param rate of the same prior
 */
public record LatentOptions(int classes, double shape, double rate, ChainOptions chains) {

    /** The usual prior (Manrique-Vallier 2016), ten classes, four chains. */
    public static final LatentOptions USUAL =
            new LatentOptions(10, 0.25, 0.25, new ChainOptions(4, 10_000, 2_000, 50, 1.05, 400));

    public LatentOptions {
        if (classes < 1 || classes > 100) {
            throw new IllegalArgumentException("classes: " + classes + "; from 1 to 100");
        }
        if (!(shape > 0 && rate > 0)) {
            throw new IllegalArgumentException("shape: " + shape + ", rate: " + rate + "; above 0");
        }
    }

    /** The same with chains of other lengths. */
    public LatentOptions with(ChainOptions others) {
        return new LatentOptions(classes, shape, rate, others);
    }
}
