package org.fourfold.estimate.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.fourfold.estimate.run.Chance;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Draws")
class DrawsTest {

    private static final int MANY = 200_000;
    private final Draws draws = new Draws(Chance.stream(11, 0, 0));

    @Test
    @DisplayName("of a binomial have its probabilities, few or many expected, half or more")
    void binomial() {
        for (double[] np : new double[][] {{7, .3}, {40, .2}, {40, .5}, {60, .85}, {1000, .004}}) {
            int n = (int) np[0];
            double p = np[1];
            int[] seen = new int[n + 1];
            for (int i = 0; i < MANY; i++) {
                seen[(int) draws.binomial(n, p)]++;
            }
            for (int x = 0; x <= n; x++) {
                double chance = Math.exp(Gamma.logGamma(n + 1)
                        - Gamma.logGamma(x + 1)
                        - Gamma.logGamma(n - x + 1)
                        + x * Math.log(p)
                        + (n - x) * Math.log1p(-p));
                assertThat((double) seen[x] / MANY)
                        .as("%d of %d, %s", x, n, p)
                        .isEqualTo(chance, within(5 * error(chance)));
            }
        }
    }

    @Test
    @DisplayName("of a Poisson have its probabilities, small mean or large")
    void poisson() {
        for (double mean : new double[] {.7, 9, 11, 60}) {
            int[] seen = new int[400];
            for (int i = 0; i < MANY; i++) {
                seen[(int) draws.poisson(mean)]++;
            }
            for (int x = 0; x < seen.length; x++) {
                double chance = Math.exp(x * Math.log(mean) - mean - Gamma.logGamma(x + 1));
                assertThat((double) seen[x] / MANY)
                        .as("%d of %s", x, mean)
                        .isEqualTo(chance, within(5 * error(chance)));
            }
        }
    }

    private static double error(double chance) {
        return Math.sqrt(chance * (1 - chance) / MANY) + 1.0 / MANY;
    }

    @Test
    @DisplayName("of gamma and beta have their means and variances")
    void gammaAndBeta() {
        for (double shape : new double[] {.25, 1, 2.5, 300}) {
            moments(() -> draws.gamma(shape), shape, shape);
            moments(() -> Math.exp(draws.logGamma(shape)), shape, shape);
        }
        for (double[] ab : new double[][] {{1, 1}, {1, 7}, {4, 1}, {3, 9}, {.5, 2}}) {
            double a = ab[0];
            double b = ab[1];
            moments(() -> draws.beta(a, b), a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1)));
        }
    }

    private static void moments(DoubleSupplier draw, double mean, double variance) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double x = draw.getAsDouble() - mean;
            sum += x;
            squares += x * x;
        }
        assertThat(sum / MANY).isEqualTo(0, within(5 * Math.sqrt(variance / MANY)));
        assertThat(squares / MANY).isEqualTo(variance, within(0.06 * variance));
    }

    @Test
    @DisplayName("of a multinomial have its means and add up")
    void multinomial() {
        double[] shares = {.02, .5, .3, .18};
        double[] sums = new double[4];
        long[] counts = new long[4];
        for (int i = 0; i < 20_000; i++) {
            draws.multinomial(50, shares.clone(), counts, 4);
            assertThat(counts[0] + counts[1] + counts[2] + counts[3]).isEqualTo(50);
            for (int k = 0; k < 4; k++) {
                sums[k] += counts[k];
            }
        }
        for (int k = 0; k < 4; k++) {
            assertThat(sums[k] / 20_000).isEqualTo(50 * shares[k], within(0.13));
        }
    }
}
