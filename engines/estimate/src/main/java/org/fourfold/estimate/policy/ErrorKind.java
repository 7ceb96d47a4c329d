package org.fourfold.estimate.policy;

/** By what error a change was judged: of three, the largest. */
public enum ErrorKind {
    /** The model's own: periods independent. */
    MODEL,
    /** Newey and West's, stretched for the terms fitted and for its own uncertainty. */
    NEWEY_WEST,
    /** That of neighbouring periods that correlate, as much as the residuals show beyond what fitting takes out of them. */
    AUTOREGRESSIVE
}
