package org.fourfold.linkage.evaluate;

/**
 * A share estimated from a sample, with an interval that holds the true one in 95 of 100 samples drawn so.
 *
 * @param share the estimate, in [0, 1]
 * @param low the lower end
 * @param high the upper end
 */
public record Estimate(double share, double low, double high) {

    /** The normal quantile of a two-sided interval of 95 %. */
    static final double Z = 1.959963984540054;

    /** Checks that the ends enclose the share. */
    public Estimate {
        Shares.require("an estimate", share);
        Shares.require("a lower end", low);
        Shares.require("an upper end", high);
        if (low > share || share > high) {
            throw new IllegalArgumentException("the interval " + low + " to " + high + " does not hold " + share);
        }
    }

    /** An estimate whose ends may overstep the share or [0, 1] in the last digit. */
    static Estimate of(double share, double low, double high) {
        double kept = Math.clamp(share, 0.0, 1.0);
        return new Estimate(kept, Math.clamp(low, 0.0, kept), Math.clamp(high, kept, 1.0));
    }

    /**
     * Wilson's score interval (1927) of a share seen among {@code n}, which need not be whole. It holds near 0 and 1, where
     * the usual plus and minus does not.
     *
     * @param quantile how many standard errors to each side
     */
    static Estimate wilson(double share, double n, double quantile) {
        double squared = quantile * quantile;
        double centre = (share + squared / (2 * n)) / (1 + squared / n);
        double half = quantile / (1 + squared / n) * Math.sqrt(share * (1 - share) / n + squared / (4 * n * n));
        return of(share, centre - half, centre + half);
    }
}
