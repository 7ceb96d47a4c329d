package org.fourfold.estimate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.Tables;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A series against controls")
class StructuralSeriesTest {

    @Test
    @DisplayName(
            "the documented example (+10 from point 71): 10.5632 [9.861, 11.258] by likelihood, as statsmodels has it")
    void example() {
        Tables table = Tables.read("its/causalimpact_example.csv");
        StructuralResult result = PolicyEffect.against(
                new StructuralQuestion(
                        "y",
                        table.numbers("y"),
                        List.of(new StructuralQuestion.Control("x1", table.numbers("x1"))),
                        70,
                        false,
                        StructuralOptions.usual()),
                Run.of(1));
        StructuralResult.Effect likely = result.likelihood().orElseThrow().mean();
        // Their limits come from 2,000 simulations: the Monte Carlo error of a limit is 0.02, that of the mean 0.008.
        assertThat(likely.estimate()).isEqualTo(10.5632, within(0.02));
        assertThat(likely.lower()).isEqualTo(9.861, within(0.08));
        assertThat(likely.upper()).isEqualTo(11.258, within(0.08));
        assertThat(result.mean().estimate()).isEqualTo(10.56, within(0.3));
        assertThat(result.mean().lower()).isGreaterThan(9.4);
        assertThat(result.mean().upper()).isLessThan(11.7);
        assertThat(result.total().estimate()).isEqualTo(30 * result.mean().estimate(), within(1e-9));
        assertThat(result.relative().estimate()).isEqualTo(0.099, within(0.004));
        assertThat(result.inclusion().getFirst().share()).isGreaterThan(0.99);
        assertThat(result.mixing().rHat()).isLessThan(1.02);
        assertThat(result.tail()).isZero();
    }

    @Test
    @DisplayName("the likelihood is that of the differences of y as one multivariate normal vector, written out")
    void dense() {
        RandomGenerator random = Chance.stream(2, 1, 0);
        int n = 30;
        double[] y = new double[n];
        double[] x = new double[n];
        double level = 3;
        for (int t = 0; t < n; t++) {
            level += 0.5 * random.nextGaussian();
            x[t] = random.nextGaussian() + 0.1 * t;
            y[t] = level + 2 * x[t] + random.nextGaussian();
        }
        for (double ratio : new double[] {0.01, 0.25, 4}) {
            assertThat(new LocalLevel(y, new double[][] {x}, n).logLikelihood(ratio))
                    .isEqualTo(dense(y, x, ratio), within(1e-8));
        }
    }

    /** Δy ~ N(Δx β, σ² (ratio I + tridiagonal (-1, 2, -1))), β and σ² at their best; Gaussian elimination. */
    private static double dense(double[] y, double[] x, double ratio) {
        int m = y.length - 1;
        double[][] a = new double[m][m + 2];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                a[i][j] = i == j ? ratio + 2 : Math.abs(i - j) == 1 ? -1 : 0;
            }
            a[i][m] = y[i + 1] - y[i];
            a[i][m + 1] = x[i + 1] - x[i];
        }
        double[] dy = new double[m];
        double[] dx = new double[m];
        for (int i = 0; i < m; i++) {
            dy[i] = a[i][m];
            dx[i] = a[i][m + 1];
        }
        double logs = 0;
        for (int i = 0; i < m; i++) {
            logs += Math.log(a[i][i]);
            for (int r = i + 1; r < m; r++) {
                double factor = a[r][i] / a[i][i];
                for (int c = i; c < m + 2; c++) {
                    a[r][c] -= factor * a[i][c];
                }
            }
        }
        double yy = 0;
        double xy = 0;
        double xx = 0;
        for (int i = m - 1; i >= 0; i--) {
            for (int c = m; c < m + 2; c++) {
                for (int j = i + 1; j < m; j++) {
                    a[i][c] -= a[i][j] * a[j][c];
                }
                a[i][c] /= a[i][i];
            }
            yy += dy[i] * a[i][m];
            xy += dx[i] * a[i][m];
            xx += dx[i] * a[i][m + 1];
        }
        double variance = (yy - xy * xy / xx) / m;
        return -0.5 * (m * (Math.log(2 * Math.PI * variance) + 1) + logs);
    }

    @Test
    @DisplayName("of ten controls finds the two that matter, and its limits hold no effect about 95 times in a hundred")
    void recovers() {
        int samples = 120;
        int held = 0;
        int likely = 0;
        double right = 0;
        double wrong = 0;
        StructuralOptions options = new StructuralOptions(3, 0.1, 2, 2000, 0.95);
        for (int s = 0; s < samples; s++) {
            StructuralResult result = PolicyEffect.against(drawn(Chance.stream(8, 1, s), options), Run.of(s));
            held += result.mean().lower() < 0 && result.mean().upper() > 0 ? 1 : 0;
            likely += result.likelihood().orElseThrow().mean().lower() < 0
                            && result.likelihood().orElseThrow().mean().upper() > 0
                    ? 1
                    : 0;
            for (int j = 0; j < 10; j++) {
                right += j < 2 ? result.inclusion().get(j).share() / (2.0 * samples) : 0;
                wrong += j >= 2 ? result.inclusion().get(j).share() / (8.0 * samples) : 0;
            }
        }
        assertThat(right).isGreaterThan(0.95);
        assertThat(wrong).isLessThan(0.25);
        assertThat(held / (double) samples).isBetween(0.9, 1.0);
        assertThat(likely / (double) samples).isBetween(0.86, 1.0);
    }

    static StructuralQuestion drawn(RandomGenerator random, StructuralOptions options) {
        double[] y = new double[80];
        double[][] x = new double[10][80];
        double level = 10;
        for (int t = 0; t < 80; t++) {
            level += 0.15 * random.nextGaussian();
            for (int j = 0; j < 10; j++) {
                x[j][t] = (t == 0 ? 0 : 0.7 * x[j][t - 1]) + random.nextGaussian();
            }
            y[t] = level + x[0][t] - 0.8 * x[1][t] + random.nextGaussian();
        }
        List<StructuralQuestion.Control> controls = IntStream.range(0, 10)
                .mapToObj(j -> new StructuralQuestion.Control("x" + j, x[j]))
                .toList();
        return new StructuralQuestion("y", y, controls, 60, false, options);
    }

    @Test
    @DisplayName("gives the same for any number of threads")
    void sameForThreads() {
        StructuralQuestion question = drawn(Chance.stream(8, 2, 0), StructuralOptions.usual());
        assertThat(PolicyEffect.against(question, Run.of(5).with(3)).mean())
                .isEqualTo(PolicyEffect.against(question, Run.of(5)).mean());
    }

    @Test
    @DisplayName("counts one chain that does not move, or chains that stay apart, as no answer")
    void mixing() {
        RandomGenerator random = Chance.stream(1, 1, 0);
        double[][] good = new double[4][500];
        double[][] apart = new double[4][500];
        for (int c = 0; c < 4; c++) {
            for (int i = 0; i < 500; i++) {
                good[c][i] = random.nextGaussian();
                apart[c][i] = c + random.nextGaussian();
            }
        }
        assertThat(Mixing.of(good).isEnough()).isTrue();
        assertThat(Mixing.of(good).effective()).isBetween(1500.0, 2000.0);
        assertThat(Mixing.of(apart).isEnough()).isFalse();
        assertThat(Mixing.of(new double[4][500]).isEnough()).isFalse();
    }
}
