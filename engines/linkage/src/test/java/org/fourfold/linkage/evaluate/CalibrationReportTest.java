package org.fourfold.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {

    @Test
    void errorAndBrierAreThoseWorkedByHand() {
        LabelledWeights labels = LabelledWeights.of(new double[4], new boolean[] {false, true, true, true});
        Reliability found = Reliability.of(new double[] {.12, .18, .82, 1}, labels);

        assertThat(found.bins()).hasSize(3);
        // Bin .1 to .2: predicted .15, observed .5; bin .8 to .9: .82 and 1; the last bin holds 1.
        assertThat(found.bins().getFirst().meanPredicted()).isCloseTo(.15, within(1e-12));
        assertThat(found.bins().getFirst().observed()).isEqualTo(.5);
        assertThat(found.bins().getLast().from()).isEqualTo(.9);
        assertThat(found.error()).isCloseTo(.5 * .35 + .25 * .18 + 0, within(1e-12));
        assertThat(found.brier()).isCloseTo((.12 * .12 + .82 * .82 + .18 * .18 + 0) / 4, within(1e-12));
        assertThat(found.meanPredicted()).isCloseTo((.12 + .18 + .82 + 1) / 4, within(1e-12));
        assertThat(found.observed()).isEqualTo(.75);
    }

    @Test
    void weightsOfLabelsCountAsRepeatedLabels() {
        LabelledWeights weighted = LabelledWeights.of(new double[2], new boolean[] {true, false}, new double[] {3, 1});
        LabelledWeights repeated = LabelledWeights.of(new double[4], new boolean[] {true, true, true, false});
        Reliability one = Reliability.of(new double[] {.7, .4}, weighted);
        Reliability other = Reliability.of(new double[] {.7, .7, .7, .4}, repeated);
        assertThat(one.error()).isCloseTo(other.error(), within(1e-12));
        assertThat(one.brier()).isCloseTo(other.brier(), within(1e-12));
        assertThat(one.observed()).isEqualTo(other.observed());
    }

    @Test
    void aSliceForWhichTheModelErrsShowsIt() {
        Random lot = new Random(17);
        int n = 4_000;
        double[] bits = lot.doubles(n, -8, 8).toArray();
        boolean[] same = new boolean[n];
        BitSet common = new BitSet();
        for (int i = 0; i < n; i++) {
            common.set(i, i % 2 == 0);
            // Among common names the same weight means less.
            double honest = 1 / (1 + Math.pow(2, -(bits[i] - (common.get(i) ? 3 : 0))));
            same[i] = lot.nextDouble() < honest;
        }
        BitSet rare = (BitSet) common.clone();
        rare.flip(0, n);
        BitSet few = new BitSet();
        few.set(0, 29);
        LabelledWeights labels = LabelledWeights.of(bits, same);
        Calibration calibration = (Calibration) Calibration.of("persons 1", labels);
        CalibrationReport report = CalibrationReport.of(
                calibration,
                labels,
                List.of(
                        slice("names", "common", common),
                        slice("names", "rare", rare),
                        slice("script", "Arabic", few)));

        assertThat(report.overall().error()).isLessThan(.03);
        CalibrationReport.Part commonPart = report.parts().get(0);
        assertThat(commonPart.count()).isEqualTo(2_000);
        Reliability ofCommon = commonPart.reliability().orElseThrow();
        Reliability ofRare = report.parts().get(1).reliability().orElseThrow();
        assertThat(ofCommon.meanPredicted()).isGreaterThan(ofCommon.observed() + .05);
        assertThat(ofRare.meanPredicted()).isLessThan(ofRare.observed() - .05);
        assertThat(ofCommon.error()).isGreaterThan(.06);
        assertThat(report.parts().get(2).count()).isEqualTo(29);
        assertThat(report.parts().get(2).reliability()).isEmpty();
    }

    @Test
    void aCalibrationIsNotMeasuredOnWhatItWasLearntFrom() {
        // Labels that have nothing to do with the weights: on its own labels the map would look clever.
        Random lot = new Random(23);
        double[] bits = lot.doubles(400).toArray();
        boolean[] same = new boolean[400];
        for (int i = 0; i < 400; i++) {
            same[i] = lot.nextBoolean();
        }
        LabelledWeights labels = LabelledWeights.of(bits, same);
        Calibration calibration = (Calibration) Calibration.of("noise 1", labels);
        double[] own = IntStream.range(0, 400)
                .mapToDouble(i -> calibration.probability(bits[i]))
                .toArray();
        double seen = Reliability.of(own, labels).brier();
        double unseen =
                CalibrationReport.of(calibration, labels, List.of()).overall().brier();
        System.out.printf("Brier score of noise: %.3f on its own labels, %.3f held out%n", seen, unseen);
        assertThat(unseen).isGreaterThan(.24).isGreaterThan(seen);
    }

    @Test
    void theOrderOfLabelsDoesNotCount() {
        Random lot = new Random(29);
        double[] bits = lot.ints(500, -6, 7).asDoubleStream().toArray();
        boolean[] same = new boolean[500];
        for (int i = 0; i < 500; i++) {
            same[i] = lot.nextInt(-6, 7) < bits[i];
        }
        LabelledWeights labels = LabelledWeights.of(bits, same);
        LabelledWeights turned =
                labels.only(IntStream.range(0, 500).map(i -> 499 - i).toArray());
        Calibration calibration = (Calibration) Calibration.of("m", labels);
        BitSet first = new BitSet();
        first.set(0, 200);
        BitSet firstTurned = new BitSet();
        firstTurned.set(300, 500);
        assertThat(CalibrationReport.of(calibration, turned, List.of(slice("half", "first", firstTurned))))
                .isEqualTo(CalibrationReport.of(calibration, labels, List.of(slice("half", "first", first))));
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        LabelledWeights labels = LabelledWeights.of(new double[2], new boolean[2]);
        assertThatThrownBy(() -> Reliability.of(new double[] {.5}, labels))
                .hasMessageContaining("1 probabilities for 2");
        assertThatThrownBy(() -> Reliability.of(new double[] {.5, 2}, labels)).hasMessageContaining("label 1");
        Calibration other = new Calibration("m", 300, 100, List.of(new Calibration.Knot(0, .5)));
        assertThatThrownBy(() -> CalibrationReport.of(other, labels, List.of())).hasMessageContaining("300");
    }

    private static CalibrationReport.Slice slice(String kind, String name, BitSet members) {
        return new CalibrationReport.Slice(kind, name, members);
    }
}
