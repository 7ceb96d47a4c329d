package org.fourfold.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairCurveTest {

    /** Entities {0,1,2}, {3,4}, {5}: four true pairs, of which 1-2 was never met. */
    private static final int[] TRUTH = {1, 1, 1, 2, 2, 3};

    private static final int[] A = {0, 0, 3, 4, 2};
    private static final int[] B = {1, 2, 4, 5, 3};
    private static final double[] P = {.995, .4, .9, .9, .02};

    @Test
    void pointsAreThoseWorkedByHand() {
        PairCurve curve = PairCurve.of(A, B, P, TRUTH);

        assertThat(curve.truePairs()).isEqualTo(4);
        assertThat(curve.points()).extracting(PairCurve.Point::threshold).isEqualTo(PairCurve.THRESHOLDS);
        assertThat(curve.points())
                .extracting(PairCurve.Point::pairs)
                .containsExactly(5L, 4L, 4L, 3L, 3L, 3L, 3L, 1L, 1L, 0L, 0L);
        assertThat(curve.points())
                .extracting(PairCurve.Point::right)
                .containsExactly(3L, 3L, 3L, 2L, 2L, 2L, 2L, 1L, 1L, 0L, 0L);
        assertThat(curve.points().get(3).score()).isEqualTo(new Score(2 / 3.0, 2 / 4.0));
        assertThat(curve.best()).hasValueSatisfying(best -> {
            assertThat(best.threshold()).isEqualTo(.4);
            assertThat(best.score().f1()).isCloseTo(2 * .75 * .75 / 1.5, within(1e-12));
        });
        assertThat(curve.bestOfPoints().threshold()).isEqualTo(.1);
    }

    @Test
    void theBestIsThatOfTryingEveryThreshold() {
        Random lot = new Random(11);
        for (int round = 0; round < 500; round++) {
            int records = 4 + lot.nextInt(12);
            int[] truth = lot.ints(records, 0, 4).toArray();
            int[][] pairs = IntStream.range(0, records)
                    .boxed()
                    .flatMap(i -> IntStream.range(i + 1, records).mapToObj(j -> new int[] {i, j}))
                    .filter(pair -> lot.nextInt(3) > 0)
                    .toArray(int[][]::new);
            // Few steps, so that many pairs stand at one threshold.
            double[] p =
                    lot.ints(pairs.length, 0, 6).mapToDouble(step -> step / 5.0).toArray();
            PairCurve curve = PairCurve.of(column(pairs, 0), column(pairs, 1), p, truth);
            double best = 0;
            for (double threshold : p) {
                best = Math.max(best, f1(pairs, p, truth, threshold));
            }
            double found = curve.best().map(point -> point.score().f1()).orElse(0.0);
            assertThat(found).isCloseTo(best, within(1e-12));
            for (PairCurve.Point point : curve.points()) {
                assertThat(point.score().f1()).isCloseTo(f1(pairs, p, truth, point.threshold()), within(1e-12));
            }
        }
    }

    @Test
    void acrossSourcesOnlyPairsOfDifferentSourcesCountAsTrue() {
        int[] source = {0, 0, 1, 0, 1, 1};
        assertThat(TruePairs.within(TRUTH)).isEqualTo(4);
        assertThat(TruePairs.across(TRUTH, source)).isEqualTo(3);

        PairCurve curve = PairCurve.across(new int[] {0, 3}, new int[] {2, 4}, new double[] {.99, .99}, TRUTH, source);
        assertThat(curve.points().getFirst().score()).isEqualTo(new Score(1, 2 / 3.0));
        assertThatThrownBy(() -> PairCurve.across(new int[] {0}, new int[] {1}, new double[] {1}, TRUTH, source))
                .hasMessageContaining("within source 0");
    }

    @Test
    void withoutPairsThereIsNoBest() {
        PairCurve curve = PairCurve.of(new int[0], new int[0], new double[0], TRUTH);
        assertThat(curve.best()).isEmpty();
        assertThat(curve.bestOfPoints().score()).isEqualTo(new Score(0, 0));
    }

    @Test
    void pairsThatCannotBeAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> one(0, 6, .5)).hasMessageContaining("pair 0").hasMessageContaining("not among the 6");
        assertThatThrownBy(() -> one(2, 2, .5)).hasMessageContaining("with itself");
        assertThatThrownBy(() -> one(1, 2, 17.3)).hasMessageContaining("17.3");
        assertThatThrownBy(() -> one(1, 2, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> PairCurve.of(A, B, P, TRUTH, 2)).hasMessageContaining("only 2 exist");
        assertThatThrownBy(() -> PairCurve.of(A, B, new double[1], TRUTH)).hasMessageContaining("unequal length");
    }

    private static PairCurve one(int a, int b, double p) {
        return PairCurve.of(new int[] {a}, new int[] {b}, new double[] {p}, TRUTH);
    }

    private static int[] column(int[][] pairs, int column) {
        return IntStream.range(0, pairs.length).map(i -> pairs[i][column]).toArray();
    }

    private static double f1(int[][] pairs, double[] p, int[] truth, double threshold) {
        double right = 0;
        double found = 0;
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int j = i + 1; j < truth.length; j++) {
                all += truth[i] == truth[j] ? 1 : 0;
            }
        }
        for (int i = 0; i < pairs.length; i++) {
            found += p[i] >= threshold ? 1 : 0;
            right += p[i] >= threshold && truth[pairs[i][0]] == truth[pairs[i][1]] ? 1 : 0;
        }
        return right == 0 ? 0 : 2 * (right / found) * (right / all) / (right / found + right / all);
    }
}
