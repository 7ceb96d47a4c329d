package org.fourfold.estimate.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.RefusedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fine and Gray's regression of shares")
class FineGrayTest {

    private static final double[] EXIT = {1, 2, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10};
    private static final int[] KIND = {1, 2, 1, 0, 2, 1, 2, 1, 0, 1, 2, 0};
    private static final double[] X = {1, 0, 0.5, 1, 1, 0, 2, 0, 1, 0.3, 0, 1};

    @Test
    @DisplayName("with nobody lost from sight is Cox's with those who left otherwise kept for ever, errors apart")
    void nobodyLost() {
        int[] kind = {1, 2, 1, 2, 2, 1, 2, 1, 2, 1, 2, 1};
        double[] kept = EXIT.clone();
        int[] alone = kind.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = kind[i] == 2 ? 99 : kept[i];
            alone[i] = kind[i] == 2 ? 0 : 1;
        }
        Covariates covariates = Covariates.of(List.of("x"), X);
        FineGray.Fit fit = FineGray.fit(Exits.of(List.of("a", "b"), EXIT, kind), 1, covariates);
        CoxFit cox = Cox.fit(Exits.of(List.of("a"), kept, alone), 1, covariates, new int[0], CoxTies.BRESLOW);
        assertThat(fit.coefficients().getFirst().estimate())
                .isEqualTo(cox.coefficients().getFirst().estimate(), within(1e-9));
        assertThat(fit.logLikelihood()).isEqualTo(cox.logLikelihood(), within(1e-9));
    }

    @Test
    @DisplayName("with some lost is at the top of the weighted likelihood written out case by case")
    void writtenOut() {
        FineGray.Fit fit = FineGray.fit(Exits.of(List.of("a", "b"), EXIT, KIND), 1, Covariates.of(List.of("x"), X));
        double beta = fit.coefficients().getFirst().estimate();
        double mean = Arrays.stream(X).average().orElseThrow();
        double top = written(beta, mean);
        assertThat(fit.logLikelihood()).isEqualTo(top, within(1e-10));
        assertThat(written(beta + 1e-4, mean)).isLessThan(top);
        assertThat(written(beta - 1e-4, mean)).isLessThan(top);
    }

    private static double written(double beta, double mean) {
        double sum = 0;
        for (int i = 0; i < EXIT.length; i++) {
            if (KIND[i] == 1) {
                double all = 0;
                for (int j = 0; j < EXIT.length; j++) {
                    double weight = EXIT[j] >= EXIT[i] ? 1 : KIND[j] == 2 ? notLost(EXIT[i]) / notLost(EXIT[j]) : 0;
                    all += weight * Math.exp(beta * (X[j] - mean));
                }
                sum += beta * (X[i] - mean) - Math.log(all);
            }
        }
        return sum;
    }

    /** The share not lost before t: losses at 3 (of nine), 7 (of four), 10. */
    private static double notLost(double t) {
        return (t > 3 ? 8 / 9.0 : 1) * (t > 7 ? 3 / 4.0 : 1);
    }

    @Test
    @DisplayName("recovers a known truth, and 95 % intervals hold it about 95 times in a hundred")
    void recovers() {
        int samples = 400;
        double mean = 0;
        double error = 0;
        double squares = 0;
        int held = 0;
        for (int s = 0; s < samples; s++) {
            Coefficient found = drawn(Chance.stream(5, 1, s), 300, 0.5);
            mean += found.estimate() / samples;
            squares += (found.estimate() - 0.5) * (found.estimate() - 0.5) / samples;
            error += found.standardError() / samples;
            held += Math.abs(found.estimate() - 0.5) < 1.96 * found.standardError() ? 1 : 0;
        }
        assertThat(mean).isEqualTo(0.5, within(0.03));
        assertThat(error / Math.sqrt(squares)).isBetween(0.9, 1.1);
        assertThat(held / (double) samples).isBetween(0.92, 0.98);
    }

    /** P(way 1 by t) = 1 - (1 - 0.6 (1 - e^-t))^exp(beta x); way 2 exponential; lost between 0 and 3. */
    private static Coefficient drawn(RandomGenerator random, int n, double beta) {
        double[] exit = new double[n];
        int[] kind = new int[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            double ratio = Math.exp(beta * x[i]);
            double v = random.nextDouble();
            double end;
            if (v < 1 - Math.pow(0.4, ratio)) {
                end = -Math.log(1 - (1 - Math.pow(1 - v, 1 / ratio)) / 0.6);
                kind[i] = 1;
            } else {
                end = random.nextExponential();
                kind[i] = 2;
            }
            double lost = 3 * random.nextDouble();
            exit[i] = Math.min(end, lost);
            kind[i] = lost < end ? 0 : kind[i];
        }
        return FineGray.fit(Exits.of(List.of("a", "b"), exit, kind), 1, Covariates.of(List.of("x"), x))
                .coefficients()
                .getFirst();
    }

    @Test
    @DisplayName("refuses late entries")
    void lateEntries() {
        Exits late = Exits.of(List.of("a"), new double[] {0, 1}, new double[] {2, 3}, new int[] {1, 1});
        assertThatThrownBy(() -> FineGray.fit(late, 1, Covariates.of(List.of("x"), new double[] {0, 1})))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("late-entry-not-supported");
    }
}
