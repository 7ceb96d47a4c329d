package org.fourfold.estimate.policy;

/** How counts scatter about what is expected of them. */
public enum CountModel {
    /** Variance as large as the mean: single events without anything in common. */
    POISSON,
    /** Variance the mean times a factor, estimated by Pearson's sum (Wedderburn 1974). */
    QUASI_POISSON,
    /** Variance the mean plus its square over theta, theta by maximum likelihood (NB2; Lawless 1987). */
    NEGATIVE_BINOMIAL
}
