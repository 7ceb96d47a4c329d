package org.fourfold.estimate.prevalence.loglinear;

/**
 * One-sided probabilities of a Poisson count, as logarithms: the smallest of many is sought, and those far out are below the smallest
 * double. Relative error of the probability below 1e-12 for means up to 1e8.
 */
final class PoissonTail {

    private static final double NEGLIGIBLE = 1e-17;

    private PoissonTail() {}

    /**
     * The logarithm of the chance of a count as far out as {@code n} on its side of the mean: at most {@code n} where it is below the
     * mean, at least {@code n} otherwise.
     *
     * @param mean 0 or more
     */
    static double log(int n, double mean) {
        if (mean <= 0) {
            return n > 0 ? Double.NEGATIVE_INFINITY : 0;
        }
        double point = n * Math.log(mean) - mean - Marginals.logFactorial(n);
        return Math.min(0, point + Math.log(n < mean ? below(n, mean) : above(n, mean)));
    }

    /** P(at most n) / P(n). */
    private static double below(int n, double mean) {
        double term = 1;
        double sum = 1;
        for (int k = n; k > 0 && term > NEGLIGIBLE * sum; k--) {
            term *= k / mean;
            sum += term;
        }
        return sum;
    }

    /** P(at least n) / P(n). */
    private static double above(int n, double mean) {
        double term = 1;
        double sum = 1;
        for (double k = n + 1.0; term > NEGLIGIBLE * sum; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }
}
