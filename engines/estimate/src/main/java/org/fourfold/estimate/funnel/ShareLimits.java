package org.fourfold.estimate.funnel;

import org.fourfold.estimate.numbers.Normal;

/** Limits of a share that grows from 0. */
final class ShareLimits {

    private static final double NOUGHT = 1e-12;

    private ShareLimits() {}

    /**
     * By the log-log of the rest; where nobody, or everybody, is in it there is no error to go by, and the exact limit of a
     * binomial share is taken (Clopper, Pearson 1934): none of a hundred convicted may still be three and a half in a hundred.
     *
     * @param number as many cases fully followed as the share is worth: those at risk over the share still open (Cutler, Ederer 1958)
     */
    static double[] of(double share, double error, double number, double level) {
        double rest = Math.pow((1 - level) / 2, 1 / Math.max(number, NOUGHT));
        if (share < NOUGHT) {
            return new double[] {0, 1 - rest};
        }
        if (share > 1 - NOUGHT) {
            return new double[] {rest, 1};
        }
        double[] limits = LimitKind.LOG_LOG.of(1 - share, error, Normal.quantile((1 + level) / 2));
        return new double[] {1 - limits[1], 1 - limits[0]};
    }
}
