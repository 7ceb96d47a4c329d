package org.fourfold.estimate.numbers;

import org.hipparchus.special.Erf;

/** The standard normal distribution. */
public final class Normal {

    private Normal() {}

    /** The share at or below {@code z}; exact in both tails. */
    public static double share(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    /** The z with that share at or below it; infinite for 0 and 1. */
    public static double quantile(double share) {
        return -Math.sqrt(2) * Erf.erfcInv(2 * share);
    }
}
