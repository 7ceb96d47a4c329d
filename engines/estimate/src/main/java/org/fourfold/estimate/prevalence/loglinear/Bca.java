package org.fourfold.estimate.prevalence.loglinear;

import org.fourfold.estimate.numbers.Normal;
import org.fourfold.estimate.numbers.Quantiles;

/**
 * Bias-corrected and accelerated limits (Efron 1987, Better bootstrap confidence intervals; DiCiccio, Efron 1996), with quantiles of
 * type 8 (Hyndman, Fan 1996).
 *
 * @param bias z of the share of replicates below the estimate; those equal to it within 1e-9 count half
 * @param acceleration from the jackknife
 */
record Bca(double bias, double acceleration) {

    private static final double EQUAL = 1e-9;

    /** @param sorted the replicates' estimates, ascending */
    static Bca of(double[] sorted, double estimate, double acceleration) {
        double below = 0;
        for (double replicate : sorted) {
            if (replicate < estimate * (1 - EQUAL)) {
                below++;
            } else if (replicate <= estimate * (1 + EQUAL)) {
                below += 0.5;
            }
        }
        // With all on one side the correction would be infinite: half a replicate is the least that can be told from
        // none.
        double share = Math.clamp(below, 0.5, sorted.length - 0.5) / sorted.length;
        return new Bca(Normal.quantile(share), acceleration);
    }

    /**
     * The acceleration from estimates that each lack one case.
     *
     * @param withoutOne one estimate an observed history
     * @param cases how many cases have that history
     * @return 0 where all estimates are the same, or one of them is not finite
     */
    static double acceleration(double[] withoutOne, int[] cases) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < withoutOne.length; i++) {
            sum += cases[i] * withoutOne[i];
            all += cases[i];
        }
        double mean = sum / all;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < withoutOne.length; i++) {
            double off = mean - withoutOne[i];
            squares += cases[i] * off * off;
            cubes += cases[i] * off * off * off;
        }
        double acceleration = cubes / (6 * Math.pow(squares, 1.5));
        return Double.isFinite(acceleration) ? acceleration : 0;
    }

    /** The limit with the given share of the probability below it. */
    double limit(double[] sorted, double share) {
        double z = bias + Normal.quantile(share);
        return quantile(sorted, Normal.share(bias + z / (1 - acceleration * z)));
    }

    /** A quantile of replicates of which some may be infinite. */
    static double quantile(double[] sorted, double share) {
        double found = Quantiles.medianUnbiased(sorted, share);
        return Double.isNaN(found) ? Double.POSITIVE_INFINITY : found;
    }
}
