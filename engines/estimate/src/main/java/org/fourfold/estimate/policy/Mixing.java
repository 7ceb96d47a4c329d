package org.fourfold.estimate.policy;

/**
 * Whether chains agree.
 *
 * @param rHat of split chains (Gelman et al. 2013, 11.4): near 1 when they do
 * @param effective how many independent draws they are worth
 */
public record Mixing(double rHat, double effective) {

    /** Chains that differ by more are not believed. */
    static final double R_HAT_MAX = 1.05;
    /** Fewer independent draws carry no limits. */
    static final double EFFECTIVE_MIN = 100;

    boolean isEnough() {
        return rHat <= R_HAT_MAX && effective >= EFFECTIVE_MIN;
    }

    /** Of chains of equal length, each cut in two. */
    static Mixing of(double[][] chains) {
        int half = chains[0].length / 2;
        int m = 2 * chains.length;
        double[] means = new double[m];
        double within = 0;
        double all = 0;
        for (int c = 0; c < m; c++) {
            double squares = 0;
            for (int i = 0; i < half; i++) {
                means[c] += at(chains, c, i, half) / half;
            }
            for (int i = 0; i < half; i++) {
                double d = at(chains, c, i, half) - means[c];
                squares += d * d;
            }
            within += squares / (half - 1) / m;
            all += means[c] / m;
        }
        double between = 0;
        for (double mean : means) {
            between += half * (mean - all) * (mean - all) / (m - 1);
        }
        double pooled = (half - 1.0) / half * within + between / half;
        double rHat = within > 0 ? Math.sqrt(pooled / within) : Double.POSITIVE_INFINITY;
        return new Mixing(rHat, effective(chains, half, m, pooled));
    }

    private static double at(double[][] chains, int c, int i, int half) {
        return chains[c / 2][c % 2 * half + i];
    }

    /** By variograms, until two neighbouring correlations sum below nought (Geyer 1992). */
    private static double effective(double[][] chains, int half, int m, double pooled) {
        double sum = 0;
        double before = 1;
        for (int lag = 1; lag < half - 1; lag++) {
            double v = 0;
            for (int c = 0; c < m; c++) {
                for (int i = lag; i < half; i++) {
                    double d = at(chains, c, i, half) - at(chains, c, i - lag, half);
                    v += d * d;
                }
            }
            double correlation = 1 - v / (m * (half - lag)) / (2 * pooled);
            if (lag % 2 == 1 && before + correlation < 0) {
                break;
            }
            sum += correlation;
            before = correlation;
        }
        return Math.min(m * half, m * half / Math.max(1e-3, 1 + 2 * sum));
    }
}
