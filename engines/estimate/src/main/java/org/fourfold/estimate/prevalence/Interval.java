package org.fourfold.estimate.prevalence;

/** Limits and how they were come by. */
public record Interval(Kind kind, Limits limits) {

    /** How limits were come by. */
    public enum Kind {
        /** Bias-corrected and accelerated, from replicates in which the model was chosen anew. */
        BCA,
        /** Quantiles of the same replicates as they are. */
        PERCENTILE,
        /** Of the same replicates, each measured in its own error, on the logarithm of the unseen. */
        STUDENTISED_LOG,
        /** From the model alone, as if it were known: too narrow where the model was chosen. */
        MODEL_ALONE
    }
}
