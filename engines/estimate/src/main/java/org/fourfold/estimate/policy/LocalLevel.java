package org.fourfold.estimate.policy;

import java.util.Arrays;
import java.util.Optional;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.numbers.Tails;

/**
 * y = level + x β + noise, the level a random walk: Kalman's filter with a level of which nothing is known before the first period
 * (Durbin, Koopman 2012, 2.9 and 6.2), coefficients and scale worked out, the ratio of the two variances by a search on its
 * logarithm. Time O(n k²) an evaluation for n periods and k controls.
 */
final class LocalLevel {

    private static final double LOWEST = Math.log(1e-10);
    private static final double HIGHEST = Math.log(1e6);
    private static final int GRID = 80;
    private static final int FREEDOM_MIN = 8;

    private final int n;
    private final int k;
    /** y and the controls, a period after the other: {@code n × (k + 1)}. */
    private final double[] columns;

    // What the filter leaves.
    private final double[] level;
    private double levelVariance;
    private final double[] normal;
    private final double[] side;
    private double squares;
    private double logs;

    LocalLevel(double[] y, double[][] controls, int n) {
        this.n = n;
        this.k = controls.length;
        this.columns = new double[n * (k + 1)];
        for (int t = 0; t < n; t++) {
            columns[t * (k + 1)] = y[t];
            for (int j = 0; j < k; j++) {
                columns[t * (k + 1) + 1 + j] = controls[j][t];
            }
        }
        this.level = new double[k + 1];
        this.normal = new double[k * k];
        this.side = new double[k];
    }

    /** The filter for one ratio of variances, over y and each control alike; leaves sums of one-step errors. */
    private void filter(double ratio) {
        int width = k + 1;
        Arrays.fill(normal, 0);
        Arrays.fill(side, 0);
        squares = 0;
        logs = 0;
        System.arraycopy(columns, 0, level, 0, width);
        double p = 1;
        double[] v = new double[width];
        for (int t = 1; t < n; t++) {
            double before = p + ratio;
            double f = before + 1;
            for (int j = 0; j < width; j++) {
                v[j] = columns[t * width + j] - level[j];
                level[j] += before / f * v[j];
            }
            squares += v[0] * v[0] / f;
            for (int i = 0; i < k; i++) {
                side[i] += v[i + 1] * v[0] / f;
                for (int j = 0; j <= i; j++) {
                    normal[i * k + j] += v[i + 1] * v[j + 1] / f;
                }
            }
            logs += Math.log(f);
            p = before / f;
        }
        levelVariance = p;
    }

    /** At the greatest likelihood. */
    record Best(double logLikelihood, double ratio, double variance, int freedom, double mean, double error) {
        double step() {
            return Math.sqrt(ratio * variance);
        }
    }

    /** The log-likelihood for a ratio of variances, coefficients and scale at their best. */
    double logLikelihood(double ratio) {
        filter(ratio);
        double rest = squares;
        if (k > 0) {
            double[] factor = normal.clone();
            double[] beta = side.clone();
            if (!Cholesky.factor(factor, k, 1e-11)) {
                return Double.NEGATIVE_INFINITY;
            }
            Cholesky.solve(factor, k, beta);
            for (int j = 0; j < k; j++) {
                rest -= beta[j] * side[j];
            }
        }
        double variance = rest / (n - 1);
        return -0.5 * ((n - 1) * (Math.log(2 * Math.PI * variance) + 1) + logs);
    }

    /**
     * The greatest likelihood, and how far {@code y} after the first n periods is from what it leads to expect, on average.
     *
     * @param y all periods
     * @param controls all periods of each
     * @return empty where there are too many controls for the periods, or some follow from others
     */
    Optional<Best> best(double[] y, double[][] controls) {
        if (n - 1 - k < FREEDOM_MIN || logLikelihood(1) == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        double ratio = bestRatio();
        double logLikelihood = logLikelihood(ratio);
        double[] factor = normal.clone();
        double[] beta = side.clone();
        double[] covariance = new double[k * k];
        double rest = squares;
        if (Cholesky.factor(factor, k, 1e-11)) {
            Cholesky.solve(factor, k, beta);
            covariance = Cholesky.inverse(factor, k);
        }
        for (int j = 0; j < k; j++) {
            rest -= beta[j] * side[j];
        }
        double variance = rest / (n - 1);
        int m = y.length - n;
        double mean = -level[0];
        double[] distance = new double[k];
        for (int j = 0; j < k; j++) {
            for (int t = n; t < y.length; t++) {
                distance[j] += controls[j][t] / m;
            }
            distance[j] -= level[j + 1];
            mean -= beta[j] * distance[j];
        }
        for (int t = n; t < y.length; t++) {
            mean += y[t] / m;
        }
        double error = Math.sqrt(rest / (n - 1 - k) * spread(ratio, m, distance, covariance));
        return Optional.of(new Best(logLikelihood, ratio, variance, n - 1 - k, mean, error));
    }

    private double bestRatio() {
        double at = LOWEST;
        double highest = Double.NEGATIVE_INFINITY;
        double grid = (HIGHEST - LOWEST) / GRID;
        for (int i = 0; i <= GRID; i++) {
            double found = logLikelihood(Math.exp(LOWEST + i * grid));
            if (found > highest) {
                highest = found;
                at = LOWEST + i * grid;
            }
        }
        return Math.exp(golden(at - grid, at + grid));
    }

    /** Of the mean of m periods to come, in units of the observation's variance: level, its walk, noise, coefficients. */
    private double spread(double ratio, int m, double[] distance, double[] covariance) {
        double sum = levelVariance + 1.0 / m;
        for (int j = 1; j <= m; j++) {
            double share = (m - j + 1.0) / m;
            sum += ratio * share * share;
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                sum += distance[i] * distance[j] * covariance[i * k + j];
            }
        }
        return sum;
    }

    private double golden(double from, double to) {
        double share = (Math.sqrt(5) - 1) / 2;
        double low = from;
        double high = to;
        while (high - low > 1e-10) {
            double a = high - share * (high - low);
            double b = low + share * (high - low);
            if (logLikelihood(Math.exp(a)) > logLikelihood(Math.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return (low + high) / 2;
    }

    static StructuralResult.Effect limits(Best best, double level) {
        double t = Tails.studentQuantile(1 - level, best.freedom());
        return new StructuralResult.Effect(best.mean(), best.mean() - t * best.error(), best.mean() + t * best.error());
    }
}
