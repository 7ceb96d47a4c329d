package org.fourfold.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelledSampleTest {

    private static final int ROUNDS = 2_000;

    /** What a linkage may look like: pairs by band and how many of them are true. */
    private static final class Population {

        private final double[] from;
        private final int[] pairs;
        private final int[] same;

        Population(double[] from, int[] pairs, int[] same) {
            this.from = from;
            this.pairs = pairs;
            this.same = same;
        }

        List<Band> bands() {
            List<Band> bands = new ArrayList<>();
            for (int band = 0; band < from.length; band++) {
                bands.add(new Band(from[band], pairs[band]));
            }
            return bands;
        }

        double precisionFrom(int band) {
            return (double) sum(same, band) / sum(pairs, band);
        }

        double recallFrom(int band) {
            return (double) sum(same, band) / sum(same, 0);
        }

        private static int sum(int[] values, int from) {
            int sum = 0;
            for (int band = from; band < values.length; band++) {
                sum += values[band];
            }
            return sum;
        }

        /** Draws {@code each} pairs of every band without putting back. */
        List<Judged> draw(Random lot, int[] each) {
            List<Judged> judged = new ArrayList<>();
            for (int band = 0; band < from.length; band++) {
                int right = same[band];
                int left = pairs[band];
                for (int i = 0; i < each[band]; i++) {
                    boolean isSame = lot.nextInt(left) < right;
                    judged.add(new Judged(2 * judged.size(), 2 * judged.size() + 1, from[band] + .5, isSame));
                    right -= isSame ? 1 : 0;
                    left--;
                }
            }
            return judged;
        }
    }

    @Test
    void theEstimatesAreThoseWorkedByHand() {
        // Of 1,000 weak pairs 2 of 10 are true, of 100 strong ones 9 of 10: 200 + 90 true pairs.
        LabelledSample found =
                (LabelledSample) LabelledSample.of(List.of(new Band(0, 1_000), new Band(10, 100)), judged(2, 8, 9, 1));
        LabelledSample.At all = found.thresholds().getFirst();
        LabelledSample.At strong = found.thresholds().getLast();
        assertThat(all.precision().share()).isCloseTo(290 / 1_100.0, within(1e-12));
        assertThat(all.recall()).isEqualTo(new Estimate(1, 1, 1));
        assertThat(strong.precision().share()).isCloseTo(.9, within(1e-12));
        assertThat(strong.recall().share()).isCloseTo(90 / 290.0, within(1e-12));
        assertThat(strong.pairs()).isEqualTo(100);
        assertThat(found.judged()).isEqualTo(20);
    }

    @Test
    void wilsonsIntervalIsThePublishedOne() {
        // Newcombe 1998 (Statistics in Medicine 17), table I, method 3: 81/263, 15/148, 0/20, 1/29.
        assertInterval(Estimate.wilson(81 / 263.0, 263, Estimate.Z), .2553, .3662);
        assertInterval(Estimate.wilson(15 / 148.0, 148, Estimate.Z), .0624, .1605);
        assertInterval(Estimate.wilson(0, 20, Estimate.Z), 0, .1611);
        assertInterval(Estimate.wilson(1 / 29.0, 29, Estimate.Z), .0061, .1718);
    }

    @Test
    void intervalsOfNinetyFiveHoldTheTruthAboutNinetyFiveTimesOfAHundred() {
        Population usual =
                new Population(new double[] {-5, 0, 5, 10}, new int[] {40_000, 6_000, 3_000, 8_000}, new int[] {
                    400, 1_500, 2_400, 7_950
                });
        assertCovered("usual", usual, new int[] {300, 200, 150, 150}, 2);
        Population clean = new Population(new double[] {0, 8}, new int[] {5_000, 20_000}, new int[] {600, 19_900});
        assertCovered("clean", clean, new int[] {250, 250}, 1);
        Population small = new Population(new double[] {0, 4, 8}, new int[] {300, 200, 150}, new int[] {30, 120, 145});
        assertCovered("small", small, new int[] {60, 60, 60}, 1);
    }

    @Test
    void whereEveryPairWasJudgedNothingIsUncertain() {
        LabelledSample found =
                (LabelledSample) LabelledSample.of(List.of(new Band(0, 10), new Band(10, 10)), judged(2, 8, 9, 1));
        Estimate recall = found.thresholds().getLast().recall();
        assertThat(recall.low()).isCloseTo(9 / 11.0, within(1e-12));
        assertThat(recall.high()).isCloseTo(9 / 11.0, within(1e-12));
    }

    @Test
    void whereAllJudgementsAgreeTheIntervalKeepsAWidth() {
        LabelledSample found = (LabelledSample)
                LabelledSample.of(List.of(new Band(0, 1_000), new Band(10, 1_000)), judged(0, 10, 10, 0));
        LabelledSample.At strong = found.thresholds().getLast();
        assertThat(strong.precision().share()).isEqualTo(1);
        assertThat(strong.precision().low()).isBetween(.6, .8);
        assertThat(strong.recall().share()).isEqualTo(1);
        assertThat(strong.recall().low()).isLessThan(.8);
    }

    @Test
    void whereNothingIsTrueRecallIsNoneAndMayBeAnything() {
        LabelledSample found = (LabelledSample)
                LabelledSample.of(List.of(new Band(0, 1_000), new Band(10, 1_000)), judged(0, 10, 0, 10));
        assertThat(found.thresholds().getLast().recall()).isEqualTo(new Estimate(0, 0, 1));
    }

    @Test
    void aBandThatNobodyLookedAtIsRefused() {
        assertThat(LabelledSample.of(List.of(new Band(0, 500), new Band(20, 100)), judged(9, 1, 0, 0)))
                .isEqualTo(new SampleRefused(20, 0, LabelledSample.BAND_LABELS_MIN));
        assertThat(LabelledSample.of(List.of(new Band(0, 500), new Band(20, 0)), judged(9, 1, 0, 0)))
                .isInstanceOf(LabelledSample.class);
    }

    @Test
    void contradictionsAreToldAndNothingIsEstimated() {
        List<Judged> judged = new ArrayList<>(judged(5, 5, 5, 5));
        judged.add(new Judged(0, 1, .5, false));
        assertThat(LabelledSample.of(List.of(new Band(0, 500), new Band(10, 100)), judged))
                .isEqualTo(new Contradictions(1, List.of(new Contradiction.BothWays(0, 1))));
    }

    @Test
    void onePairJudgedTwiceAlikeCountsOnce() {
        List<Judged> judged = new ArrayList<>(judged(5, 5, 5, 5));
        judged.add(new Judged(1, 0, .5, true));
        List<Band> bands = List.of(new Band(0, 500), new Band(10, 100));
        assertThat(LabelledSample.of(bands, judged)).isEqualTo(LabelledSample.of(bands, judged(5, 5, 5, 5)));
    }

    @Test
    void bandsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> LabelledSample.of(List.of(), List.of())).hasMessageContaining("0 bands");
        assertThatThrownBy(() -> LabelledSample.of(List.of(new Band(3, 9), new Band(3, 9)), List.of()))
                .hasMessageContaining("band 2");
        assertThatThrownBy(() -> LabelledSample.of(List.of(new Band(3, 9)), judged(1, 0, 0, 0)))
                .hasMessageContaining("below the first band");
        assertThatThrownBy(() -> LabelledSample.of(List.of(new Band(0, 9)), judged(10, 0, 0, 0)))
                .hasMessageContaining("yet 10");
    }

    private static void assertInterval(Estimate found, double low, double high) {
        assertThat(found.low()).isCloseTo(low, within(6e-5));
        assertThat(found.high()).isCloseTo(high, within(6e-5));
    }

    private static void assertCovered(String name, Population population, int[] each, int band) {
        Random lot = new Random(20261127);
        int precision = 0;
        int recall = 0;
        double width = 0;
        for (int round = 0; round < ROUNDS; round++) {
            LabelledSample found = (LabelledSample) LabelledSample.of(population.bands(), population.draw(lot, each));
            LabelledSample.At at = found.thresholds().get(band);
            precision += holds(at.precision(), population.precisionFrom(band)) ? 1 : 0;
            recall += holds(at.recall(), population.recallFrom(band)) ? 1 : 0;
            width += at.recall().high() - at.recall().low();
        }
        System.out.printf(
                "pairs, %s: precision %.3f in the interval %.3f of times, recall %.3f in %.3f, mean width %.3f%n",
                name,
                population.precisionFrom(band),
                (double) precision / ROUNDS,
                population.recallFrom(band),
                (double) recall / ROUNDS,
                width / ROUNDS);
        assertThat((double) precision / ROUNDS).as("precision, %s", name).isBetween(.93, .98);
        assertThat((double) recall / ROUNDS).as("recall, %s", name).isBetween(.93, .98);
    }

    private static boolean holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high();
    }

    /** Judgements in a band at .5 bits and one at 10.5 bits, each of two records of its own. */
    private static List<Judged> judged(int weakSame, int weakDifferent, int strongSame, int strongDifferent) {
        List<Judged> judged = new ArrayList<>();
        add(judged, .5, weakSame, true);
        add(judged, .5, weakDifferent, false);
        add(judged, 10.5, strongSame, true);
        add(judged, 10.5, strongDifferent, false);
        return judged;
    }

    private static void add(List<Judged> judged, double bits, int count, boolean same) {
        for (int i = 0; i < count; i++) {
            judged.add(new Judged(2 * judged.size(), 2 * judged.size() + 1, bits, same));
        }
    }
}
