package org.fourfold.estimate.policy;

/** By what error a change was judged: of three, the largest. */
public enum ErrorKind {
    /** The model's own: periods independent. */
    MODEL,
    /** Newey and West's, stretched for the terms fitted and for its own uncertainty. */
    NEWEY_WEST,
    /**
     * The model's times √((1+ρ)/(1-ρ)), ρ the correlation of neighbouring residuals with its bias taken out: each of the p terms
     * fitted lowers it by about (1+ρ)/n (Kendall 1954 for one term).
     */
    AUTOREGRESSIVE
}
