package org.fourfold.estimate.prevalence.bayes;

/**
 * What became of the dependence of two lists.
 *
 * @param pair the two lists as a mask
 * @param mean posterior mean of the log-linear parameter; minus infinity where they never overlap and the prior is improper
 * @param spread posterior standard deviation; 0 where the mean is minus infinity
 * @param ratio of mean to spread, without its sign
 * @param ratioError Monte Carlo standard error of the ratio
 */
public record Dependence(
        int pair, String name, double mean, double spread, double ratio, double ratioError, Fate fate) {

    /** What was done with it. */
    public enum Fate {
        KEPT,
        DROPPED,
        /** The lists never overlap: in the model, at minus infinity. */
        NEVER_OVERLAP
    }

    static Dependence neverOverlap(int pair, String name) {
        return new Dependence(pair, name, Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0, Fate.NEVER_OVERLAP);
    }
}
