package org.fourfold.estimate.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Draws;
import org.fourfold.estimate.run.Chance;
import org.hipparchus.distribution.IntegerDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Draws")
class DrawsTest {

    private final RandomGenerator random = Chance.stream(5, 0, 0);
    private final Draws draws = new Draws(random);

    @Test
    @DisplayName("have the probabilities of binomial numbers, few and many")
    void binomial() {
        follow(new BinomialDistribution(40, 0.1), () -> (int) draws.binomial(40, 0.1));
        follow(new BinomialDistribution(60, 0.3), () -> (int) draws.binomial(60, 0.3));
        follow(new BinomialDistribution(60, 0.8), () -> (int) draws.binomial(60, 0.8));
        follow(new BinomialDistribution(2000, 0.4), () -> (int) draws.binomial(2000, 0.4));
        assertThat(draws.binomial(7, 1)).isEqualTo(7);
        assertThat(draws.binomial(7, 0)).isZero();
    }

    @Test
    @DisplayName("have the probabilities of Poisson numbers, few and many")
    void poisson() {
        follow(new PoissonDistribution(0.7), () -> (int) draws.poisson(0.7));
        follow(new PoissonDistribution(9.9), () -> (int) draws.poisson(9.9));
        follow(new PoissonDistribution(12), () -> (int) draws.poisson(12));
        follow(new PoissonDistribution(900), () -> (int) draws.poisson(900));
    }

    @Test
    @DisplayName(
            "of many cells are binomial in each, drawn one by one or cell by cell, and nothing falls where nothing is")
    void multinomial() {
        Multinomial multinomial = new Multinomial(new double[] {1, 0, 2, 3, 0, 4, 0});
        int[] counts = new int[7];
        for (int total : new int[] {50, 1000}) {
            for (int cell : new int[] {0, 3, 5}) {
                double share = (cell == 0 ? 1 : cell == 3 ? 3 : 4) / 10.0;
                follow(new BinomialDistribution(total, share), () -> {
                    multinomial.draw(random, total, counts);
                    assertThat(counts[1] + counts[4] + counts[6]).isZero();
                    assertThat(java.util.Arrays.stream(counts).sum()).isEqualTo(total);
                    return counts[cell];
                });
            }
        }
    }

    /** Chi-square over numbers put together so that each has a hundredth at least. */
    private static void follow(IntegerDistribution distribution, IntSupplier draw) {
        int draws = 20_000;
        int[] seen = new int[distribution.inverseCumulativeProbability(1 - 1e-12) + 1000];
        for (int i = 0; i < draws; i++) {
            seen[draw.getAsInt()]++;
        }
        double chi = 0;
        int classes = 0;
        double share = 0;
        int count = 0;
        double left = 1;
        for (int value = 0; value < seen.length; value++) {
            share += distribution.probability(value);
            count += seen[value];
            if (share >= 0.01 && left - share >= 0.01) {
                chi += (count - draws * share) * (count - draws * share) / (draws * share);
                left -= share;
                classes++;
                share = 0;
                count = 0;
            }
        }
        chi += (count - draws * left) * (count - draws * left) / (draws * left);
        // Mean k, variance 2k: five standard deviations.
        assertThat(chi)
                .as("%s", distribution.getNumericalMean())
                .isLessThan(classes + 5 * Math.sqrt(2.0 * classes) + 3);
    }
}
