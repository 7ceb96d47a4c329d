package org.fourfold.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Offset<Double> DIGITS = within(1e-12);

    @Test
    void poolingGivesTheSequencesWorkedByHand() {
        assertThat(fit(1, 2, 3)).containsExactly(new double[] {1, 2, 3}, DIGITS);
        assertThat(fit(3, 2, 1)).containsExactly(new double[] {2, 2, 2}, DIGITS);
        // 4 and 3 pool to 3.5, then 2 pulls the three to 3.
        assertThat(fit(1, 4, 3, 2, 5)).containsExactly(new double[] {1, 3, 3, 3, 5}, DIGITS);
        assertThat(fit(0, 1, 0, 0, 1, 1)).containsExactly(new double[] {0, 1 / 3.0, 1 / 3.0, 1 / 3.0, 1, 1}, DIGITS);
        // With weights: (3*1 + 1*3) / 4.
        assertThat(Isotonic.fit(new double[] {3, 1}, new double[] {1, 3}))
                .containsExactly(new double[] {1.5, 1.5}, DIGITS);
        assertThat(fit()).isEmpty();
    }

    @Test
    void noRisingSequenceIsNearerInLeastSquares() {
        Random lot = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            int n = 1 + lot.nextInt(8);
            double[] value = lot.doubles(n).toArray();
            double[] weight = lot.doubles(n, .1, 5).toArray();
            assertThat(squares(Isotonic.fit(value, weight), value, weight))
                    .isCloseTo(leastSquares(value, weight), within(1e-10));
        }
    }

    @Test
    void aKnownCurveIsRecovered() {
        Random lot = new Random(41);
        double[] bits = lot.doubles(60_000, -15, 15).toArray();
        boolean[] same = new boolean[bits.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = lot.nextDouble() < curve(bits[i]);
        }
        Calibration learnt = (Calibration) Calibration.of("test 1", LabelledWeights.of(bits, same));
        double worst = 0;
        double before = 0;
        for (double at = -14; at <= 14; at += .01) {
            double probability = learnt.probability(at);
            assertThat(probability).isGreaterThanOrEqualTo(before).isBetween(0.0, 1.0);
            worst = Math.max(worst, Math.abs(probability - curve(at)));
            before = probability;
        }
        System.out.printf("a known curve from 60,000 labels: at most %.3f away%n", worst);
        assertThat(worst).isLessThan(.06);
    }

    @Test
    void labelsDrawnUnevenlyGiveTheSameCurveByTheirWeights() {
        Random lot = new Random(42);
        int n = 200_000;
        double[] bits = lot.doubles(n, -6, 6).toArray();
        boolean[] same = new boolean[n];
        int[] kept = IntStream.range(0, n)
                .peek(i -> same[i] = lot.nextDouble() < curve(bits[i]))
                // Of the pairs judged different every tenth is kept and stands for ten, of the others every third.
                .filter(i -> lot.nextInt(same[i] ? 3 : 10) == 0)
                .toArray();
        LabelledWeights labels = LabelledWeights.of(
                IntStream.of(kept).mapToDouble(i -> bits[i]).toArray(),
                pick(same, kept),
                IntStream.of(kept).mapToDouble(i -> same[i] ? 3 : 10).toArray());
        Calibration learnt = (Calibration) Calibration.of("test 1", labels);
        for (double at = -5; at <= 5; at += .5) {
            assertThat(learnt.probability(at)).as("at %s bits", at).isCloseTo(curve(at), within(.06));
        }
    }

    @Test
    void aFewJudgementsOfOneKindAreNoCertainty() {
        LabelledWeights labels = LabelledWeights.of(
                IntStream.range(0, 200).mapToDouble(i -> i).toArray(),
                pick(half(200), IntStream.range(0, 200).toArray()));
        Calibration learnt = (Calibration) Calibration.of("test 1", labels);
        assertThat(learnt.knots())
                .containsExactly(
                        new Calibration.Knot(0, 1 / 202.0),
                        new Calibration.Knot(99, 1 / 202.0),
                        new Calibration.Knot(100, 1 - 1 / 202.0),
                        new Calibration.Knot(199, 1 - 1 / 202.0));
        assertThat(learnt.probability(99.5)).isCloseTo(.5, DIGITS);
        assertThat(learnt.probability(Double.POSITIVE_INFINITY)).isEqualTo(1 - 1 / 202.0);
        assertThat(learnt.probability(-1e300)).isEqualTo(1 / 202.0);
    }

    @Test
    void oneLabelAtTheTopDoesNotPullDownTheMany() {
        double[] bits = IntStream.range(0, 300).mapToDouble(i -> i).toArray();
        boolean[] same = new boolean[300];
        for (int i = 50; i < 300; i++) {
            same[i] = i != 298;
        }
        Calibration learnt = (Calibration) Calibration.of("test 1", LabelledWeights.of(bits, same));
        assertThat(learnt.probability(200)).isCloseTo(248 / 249.0, DIGITS);
        assertThat(learnt.probability(299)).isCloseTo(248 / 249.0, DIGITS);
    }

    @Test
    void tooFewLabelsAreRefusedWithTheReason() {
        assertThat(Calibration.of("test 1", labels(100, 99)))
                .isEqualTo(new CalibrationRefused(CalibrationRefused.Reason.TOO_FEW_LABELS, 199, 200));
        assertThat(Calibration.of("test 1", labels(29, 500)))
                .isEqualTo(new CalibrationRefused(CalibrationRefused.Reason.TOO_FEW_SAME, 29, 30));
        assertThat(Calibration.of("test 1", labels(500, 0)))
                .isEqualTo(new CalibrationRefused(CalibrationRefused.Reason.TOO_FEW_DIFFERENT, 0, 30));
        assertThat(Calibration.of("test 1", labels(30, 170))).isInstanceOf(Calibration.class);
    }

    @Test
    void theOrderOfLabelsDoesNotCount() {
        Random lot = new Random(8);
        double[] bits = lot.ints(400, -9, 9).mapToDouble(i -> i / 2.0).toArray();
        boolean[] same = new boolean[400];
        double[] weight = lot.doubles(400, .1, 9).toArray();
        for (int i = 0; i < 400; i++) {
            same[i] = lot.nextDouble() < curve(bits[i]);
        }
        LabelledWeights labels = LabelledWeights.of(bits, same, weight);
        int[] backwards = IntStream.range(0, 400).map(i -> 399 - i).toArray();
        assertThat(Calibration.of("m", labels.only(backwards))).isEqualTo(Calibration.of("m", labels));
    }

    @Test
    void whatIsWrittenIsReadBackWithoutLoss() throws IOException {
        Calibration learnt = (Calibration) Calibration.of("persons 3", labels(120, 130));
        StringBuilder text = new StringBuilder();
        CalibrationText.write(learnt, text);
        assertThat(text.toString()).startsWith("fourfold calibration 1\nmodel persons 3\nlabels 250\nsame 120\nknots ");
        assertThat(CalibrationText.read(new StringReader(text.toString()))).isEqualTo(learnt);
        assertThat(CalibrationText.read(new StringReader(text.toString().replace("\n", "\r\n"))))
                .isEqualTo(learnt);
    }

    @Test
    void aSpoiltTextIsRefusedWithItsLine() {
        String head = "fourfold calibration 1\nmodel m\nlabels 4\nsame 2\n";
        assertRefused("", "line 1");
        assertRefused("fourfold calibration 2\n", "line 1");
        assertRefused("fourfold calibration 1\nlabels 4\n", "line 2");
        assertRefused("fourfold calibration 1\nmodel m\nlabels four\n", "line 3");
        assertRefused(head + "knots 0\n", "line 5");
        assertRefused(head + "knots 1\nknot 1\n", "line 6");
        assertRefused(head + "knots 1\nknot 1 1.0\n", "line 6");
        assertRefused(head + "knots 1\nknot NaN .5\n", "line 6");
        assertRefused(head + "knots 2\nknot 1 .5\nknot 2 .4\n", "does not rise");
        assertRefused(head + "knots 2\nknot 1 .5\nknot 1 .6\n", "does not rise");
        assertRefused(head + "x".repeat(1_000_000), "longer than");
    }

    @Test
    void aTextThatBrokeOffOrGoesOnIsRefused() {
        String head = "fourfold calibration 1\nmodel m\nlabels 4\nsame 2\nknots 2\n";
        assertRefused(head + "knot 1 .5\n", "line 7");
        assertRefused(head + "knot 1 .5\nknot 2 .6\nknot 3 .7\n", "more than the 2 knots");
    }

    private static void assertRefused(String text, String place) {
        assertThatThrownBy(() -> CalibrationText.read(new StringReader(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place);
    }

    private static double[] fit(double... values) {
        double[] even = new double[values.length];
        Arrays.fill(even, 1);
        return Isotonic.fit(values, even);
    }

    /** The best of all ways to cut the sequence into blocks whose means rise. */
    private static double leastSquares(double[] value, double[] weight) {
        double least = Double.POSITIVE_INFINITY;
        for (int cuts = 0; cuts < 1 << (value.length - 1); cuts++) {
            double[] fitted = blocks(value, weight, cuts);
            boolean rises = IntStream.range(1, fitted.length).allMatch(i -> fitted[i] >= fitted[i - 1]);
            least = rises ? Math.min(least, squares(fitted, value, weight)) : least;
        }
        return least;
    }

    private static double[] blocks(double[] value, double[] weight, int cuts) {
        double[] fitted = new double[value.length];
        int start = 0;
        for (int i = 0; i < value.length; i++) {
            if (i == value.length - 1 || (cuts >> i & 1) == 1) {
                double sum = 0;
                double mass = 0;
                for (int j = start; j <= i; j++) {
                    sum += value[j] * weight[j];
                    mass += weight[j];
                }
                Arrays.fill(fitted, start, i + 1, sum / mass);
                start = i + 1;
            }
        }
        return fitted;
    }

    private static double squares(double[] fitted, double[] value, double[] weight) {
        return IntStream.range(0, value.length)
                .mapToDouble(i -> weight[i] * (fitted[i] - value[i]) * (fitted[i] - value[i]))
                .sum();
    }

    /** Rises from nothing to nine tenths, not as a logistic curve would. */
    private static double curve(double bits) {
        return .9 * Math.clamp((bits + 5) / 12, 0.0, 1.0);
    }

    private static boolean[] half(int n) {
        boolean[] half = new boolean[n];
        Arrays.fill(half, n / 2, n, true);
        return half;
    }

    private static boolean[] pick(boolean[] values, int[] rows) {
        boolean[] picked = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static LabelledWeights labels(int same, int different) {
        Random lot = new Random(1);
        boolean[] judged = new boolean[same + different];
        double[] bits = new double[judged.length];
        for (int i = 0; i < judged.length; i++) {
            judged[i] = i < same;
            bits[i] = lot.nextGaussian() + (judged[i] ? 2 : -2);
        }
        return LabelledWeights.of(bits, judged);
    }

    @Test
    void valuesThatAreNoLabelsAreRefused() {
        assertThatThrownBy(() -> LabelledWeights.of(new double[] {Double.NaN}, new boolean[1]))
                .hasMessageContaining("label 0");
        assertThatThrownBy(() -> LabelledWeights.of(new double[1], new boolean[1], new double[] {0}))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> LabelledWeights.of(new double[2], new boolean[1]))
                .hasMessageContaining("unequal");
        assertThatThrownBy(() -> new Calibration("a\nb", 1, 1, List.of(new Calibration.Knot(0, .5))))
                .hasMessageContaining("model");
    }
}
