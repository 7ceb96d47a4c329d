package org.fourfold.estimate.prevalence.loglinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.Dip;
import org.fourfold.estimate.prevalence.Histogram;
import org.fourfold.estimate.run.Chance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a bootstrap is made of")
class BootstrapPartsTest {

    @Test
    @DisplayName("Poisson tails: exact far out and in the middle")
    void tails() {
        assertThat(PoissonTail.log(0, 3.5)).isCloseTo(-3.5, within(1e-12));
        assertThat(PoissonTail.log(2, 5)).isCloseTo(Math.log((1 + 5 + 12.5) * Math.exp(-5)), within(1e-12));
        assertThat(PoissonTail.log(7, 5)).isCloseTo(Math.log(0.2378165370270127), within(1e-12));
        // Far below the smallest double: 900 seen where 1 is expected.
        assertThat(PoissonTail.log(900, 1)).isCloseTo(-1 - Marginals.logFactorial(900) + 0.00111, within(1e-5));
        assertThat(PoissonTail.log(5000, 5100)).isBetween(Math.log(0.07), Math.log(0.09));
    }

    @Test
    @DisplayName("draws of a table of many cases have the mean and spread of a multinomial one")
    void manyCases() {
        int[] counts = {0, 60_000, 3_000, 7};
        Resampling resampling = new Resampling(counts);
        double[] sum = new double[4];
        double[] squares = new double[4];
        int[] drawn = new int[4];
        for (int replicate = 0; replicate < 2000; replicate++) {
            resampling.draw(Chance.stream(1, 1, replicate), drawn);
            assertThat(Arrays.stream(drawn).sum()).isEqualTo(63_007);
            for (int cell = 1; cell < 4; cell++) {
                sum[cell] += drawn[cell];
                squares[cell] += Math.pow(drawn[cell] - counts[cell], 2);
            }
        }
        for (int cell = 1; cell < 4; cell++) {
            double variance = counts[cell] * (1 - counts[cell] / 63_007.0);
            assertThat(sum[cell] / 2000).isCloseTo(counts[cell], within(5 * Math.sqrt(variance / 2000)));
            assertThat(squares[cell] / 2000 / variance).isBetween(0.8, 1.2);
        }
    }

    @Test
    @DisplayName("two heaps are told from one")
    void dip() {
        RandomGenerator chance = Chance.stream(3, 1, 1);
        double[] one = chance.doubles(1000).map(u -> Math.log(u / (1 - u))).toArray();
        double[] two = chance.doubles(1000)
                .map(u -> Math.log(u / (1 - u)) + (u * 1e6 % 1 < 0.5 ? 9 : 0))
                .toArray();
        assertThat(Dip.of(one).isMultimodal()).isFalse();
        assertThat(Dip.of(two).isMultimodal()).isTrue();
        assertThat(Dip.of(new double[] {0, 0, 0, 1, 1, 1}).dip()).isEqualTo(0.25);
        assertThat(Dip.of(new double[] {1, 2, 3, 4}).dip()).isEqualTo(0.125);
        assertThat(Dip.of(new double[] {5, 5, 5, 5}).dip()).isEqualTo(0.125);
    }

    @Test
    @DisplayName("uniform samples of 100 dip by 0.051 once in twenty, as Hartigan and Hartigan's table has it")
    void dipOfUniform() {
        double[] dips = new double[2000];
        for (int i = 0; i < dips.length; i++) {
            dips[i] = Dip.of(Chance.stream(4, 1, i).doubles(100).toArray()).dip();
        }
        Arrays.sort(dips);
        assertThat(dips[1900]).isCloseTo(0.0510, within(0.0015));
    }

    @Test
    @DisplayName("a histogram holds every replicate once, those without an upper end beyond its bars")
    void histogram() {
        double[] sorted =
                Arrays.copyOf(Chance.stream(5, 1, 1).doubles(1000).sorted().toArray(), 1005);
        Arrays.fill(sorted, 1000, 1005, Double.POSITIVE_INFINITY);
        Histogram histogram = Histogram.of(sorted);
        assertThat(histogram.bars().stream().mapToInt(Integer::intValue).sum() + histogram.beyond())
                .isEqualTo(1005);
        assertThat(histogram.beyond()).isEqualTo(15);
        assertThat(Histogram.of(new double[] {7, 7, 7}).bars()).containsExactly(3);
    }
}
