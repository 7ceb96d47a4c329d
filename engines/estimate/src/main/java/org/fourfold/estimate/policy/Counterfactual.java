package org.fourfold.estimate.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.numbers.Quantiles;

/**
 * What would have been expected without the policy: the model's trend and season carried on, level and slope left out. Limits from
 * draws of the coefficients from their covariance, so they hold as far as trend and season would have gone on.
 *
 * @param periods all of them
 * @param observed sum of the counts from the policy on
 * @param expected sum of what would have been expected from then on
 * @param lower limit of {@code expected}
 * @param upper limit of {@code expected}
 * @param difference observed less expected, with limits that count the scatter of single periods as well
 */
public record Counterfactual(
        List<Period> periods, double observed, double expected, double lower, double upper, Difference difference) {

    private static final int DRAWS = 2000;

    /**
     * A period.
     *
     * @param fitted by the model as it is
     * @param without the policy; before it the same
     */
    public record Period(LocalDate first, double observed, double fitted, double without, double lower, double upper) {}

    /** So many more (or fewer, negative) than without the policy. */
    public record Difference(double estimate, double lower, double upper) {}

    public Counterfactual {
        periods = List.copyOf(periods);
    }

    static Counterfactual of(
            Series series, int from, CountFit fit, double[] covariance, double level, RandomGenerator random) {
        int n = series.size();
        int p = fit.design.columns();
        double[] factor = covariance.clone();
        boolean sure = Cholesky.factor(factor, p, 0);
        double[][] drawn = new double[n][DRAWS];
        double[] sums = new double[DRAWS];
        double[] differences = new double[DRAWS];
        double observed = Segmented.sum(series, from, n);
        double[] beta = new double[p];
        for (int d = 0; d < DRAWS; d++) {
            draw(fit.beta, factor, sure, random, beta);
            double scatter = 0;
            for (int t = 0; t < n; t++) {
                double mean = without(fit.design, beta, t);
                drawn[t][d] = mean;
                if (t >= from) {
                    sums[d] += mean;
                    scatter += mean * (Double.isInfinite(fit.theta) ? fit.dispersion : 1 + mean / fit.theta);
                }
            }
            differences[d] = observed - sums[d] - Math.sqrt(scatter) * random.nextGaussian();
        }
        double tail = (1 - level) / 2;
        List<Period> periods = new ArrayList<>();
        double expected = 0;
        for (int t = 0; t < n; t++) {
            double[] own = drawn[t];
            Arrays.sort(own);
            double without = without(fit.design, fit.beta, t);
            expected += t >= from ? without : 0;
            periods.add(new Period(
                    series.step().day(series.first(), t),
                    series.count(t),
                    fit.mean[t],
                    without,
                    Quantiles.linear(own, tail),
                    Quantiles.linear(own, 1 - tail)));
        }
        Arrays.sort(sums);
        Arrays.sort(differences);
        return new Counterfactual(
                periods,
                observed,
                expected,
                Quantiles.linear(sums, tail),
                Quantiles.linear(sums, 1 - tail),
                new Difference(
                        observed - expected,
                        Quantiles.linear(differences, tail),
                        Quantiles.linear(differences, 1 - tail)));
    }

    private static void draw(double[] centre, double[] factor, boolean sure, RandomGenerator random, double[] into) {
        int p = centre.length;
        double[] z = new double[p];
        for (int j = 0; j < p; j++) {
            z[j] = sure ? random.nextGaussian() : 0;
        }
        for (int i = 0; i < p; i++) {
            into[i] = centre[i];
            for (int j = 0; j <= i; j++) {
                into[i] += factor[i * p + j] * z[j];
            }
        }
    }

    private static double without(Design design, double[] beta, int t) {
        int p = beta.length;
        double eta = design.offset()[t];
        for (int j = 0; j < p; j++) {
            String name = design.names().get(j);
            if (!name.equals(Segmented.LEVEL) && !name.equals(Segmented.SLOPE)) {
                eta += design.x()[t * p + j] * beta[j];
            }
        }
        return Math.exp(eta);
    }
}
