package org.fourfold.estimate.hotspots;

/** What is held to be true where nothing special happens. */
public enum ScanModel {
    /** Cases in proportion to the population, given how many there are in all (Kulldorff 1997). */
    POISSON,
    /** Cases as a model of the past expects them, each cell on its own (Neill 2009). */
    EXPECTATION_POISSON,
    /** Each case or control is as likely a case as any other, given how many cases there are (Kulldorff 1997). */
    BERNOULLI,
    /** Where and when have nothing to do with each other, given the cases of each place and of each time (Kulldorff et al. 2005). */
    SPACE_TIME_PERMUTATION
}
