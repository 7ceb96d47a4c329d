package org.fourfold.estimate.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.numbers.Normal;
import org.fourfold.estimate.numbers.Quantiles;

/**
 * What would have been expected without the policy: the model's trend and season carried on, level and slope left out. Limits of
 * sums from draws of the coefficients from their covariance; they hold as far as trend and season would have gone on.
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
        Without without = new Without(fit, covariance);
        double observed = Segmented.sum(series, from, series.size());
        double expected = 0;
        for (int t = from; t < series.size(); t++) {
            expected += Math.exp(without.log(fit.beta, t));
        }
        double[] sums = new double[DRAWS];
        double[] differences = new double[DRAWS];
        double[] beta = new double[fit.beta.length];
        for (int d = 0; d < DRAWS; d++) {
            without.draw(random, beta);
            double scatter = 0;
            for (int t = from; t < series.size(); t++) {
                double mean = Math.exp(without.log(beta, t));
                sums[d] += mean;
                scatter += mean * (Double.isInfinite(fit.theta) ? fit.dispersion : 1 + mean / fit.theta);
            }
            differences[d] = observed - sums[d] - Math.sqrt(scatter) * random.nextGaussian();
        }
        Arrays.sort(sums);
        Arrays.sort(differences);
        double low = (1 - level) / 2;
        double high = 1 - low;
        return new Counterfactual(
                periods(series, without, Normal.quantile(high)),
                observed,
                expected,
                Quantiles.linear(sums, low),
                Quantiles.linear(sums, high),
                new Difference(
                        observed - expected, Quantiles.linear(differences, low), Quantiles.linear(differences, high)));
    }

    private static List<Period> periods(Series series, Without without, double z) {
        List<Period> periods = new ArrayList<>();
        for (int t = 0; t < series.size(); t++) {
            double log = without.log(without.fit.beta, t);
            double error = without.error(t);
            periods.add(new Period(
                    series.step().day(series.first(), t),
                    series.count(t),
                    without.fit.mean[t],
                    Math.exp(log),
                    Math.exp(log - z * error),
                    Math.exp(log + z * error)));
        }
        return periods;
    }

    /** The model without the policy's own terms. */
    private static final class Without {
        private final CountFit fit;
        private final double[] covariance;
        private final double[] factor;
        private final int p;
        private final int[] kept;
        private final double[] z;

        Without(CountFit fit, double[] covariance) {
            this.fit = fit;
            this.covariance = covariance;
            this.p = fit.design.columns();
            this.factor = covariance.clone();
            if (!Cholesky.factor(factor, p, 0)) {
                // Newey and West's may be singular by rounding where periods are few: the model's never is.
                System.arraycopy(fit.covariance(), 0, factor, 0, p * p);
                var _ = Cholesky.factor(factor, p, 0);
            }
            List<String> names = fit.design.names();
            this.kept = IntStream.range(0, p)
                    .filter(j -> !names.get(j).equals(Segmented.LEVEL)
                            && !names.get(j).equals(Segmented.SLOPE))
                    .toArray();
            this.z = new double[p];
        }

        double log(double[] beta, int t) {
            double sum = fit.design.offset()[t];
            for (int j : kept) {
                sum += fit.design.x()[t * p + j] * beta[j];
            }
            return sum;
        }

        double error(int t) {
            double sum = 0;
            for (int i : kept) {
                for (int j : kept) {
                    sum += fit.design.x()[t * p + i]
                            * covariance[i * p + j]
                            * fit.design.x()[t * p + j];
                }
            }
            return Math.sqrt(Math.max(0, sum));
        }

        void draw(RandomGenerator random, double[] into) {
            for (int j = 0; j < p; j++) {
                z[j] = random.nextGaussian();
            }
            for (int i = 0; i < p; i++) {
                into[i] = fit.beta[i];
                for (int j = 0; j <= i; j++) {
                    into[i] += factor[i * p + j] * z[j];
                }
            }
        }
    }
}
