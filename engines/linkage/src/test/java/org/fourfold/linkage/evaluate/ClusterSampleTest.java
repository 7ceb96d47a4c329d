package org.fourfold.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterSampleTest {

    private static final int ROUNDS = 1_000;

    @Test
    void aSampleOfEveryEntityGivesTheExactMeasures() {
        Linkage linkage = Linkage.draw(new Random(1), 400, .15, .05);
        ClusterScores exact = ClusterScores.of(linkage.truth, linkage.predicted);
        ClusterSample found =
                (ClusterSample) ClusterSample.of(linkage.entities, linkage.predicted, ClusterSample.Drawn.BY_ENTITY);
        assertThat(found.precision().orElseThrow().share())
                .isCloseTo(exact.pairs().precision(), within(1e-12));
        assertThat(found.recall().orElseThrow().share()).isCloseTo(exact.pairs().recall(), within(1e-12));
    }

    @Test
    void drawnByRecordWeightsMakeUpForTheSizeOfClusters() {
        // Every record drawn once: each cluster is met as often as it has records.
        Linkage linkage = Linkage.draw(new Random(2), 400, .15, .05);
        List<int[]> met = IntStream.range(0, linkage.truth.length)
                .mapToObj(record -> linkage.entities.get(linkage.truth[record]))
                .toList();
        ClusterScores exact = ClusterScores.of(linkage.truth, linkage.predicted);
        ClusterSample found = (ClusterSample) ClusterSample.of(met, linkage.predicted, ClusterSample.Drawn.BY_RECORD);
        assertThat(found.precision().orElseThrow().share())
                .isCloseTo(exact.pairs().precision(), within(1e-12));
        assertThat(found.recall().orElseThrow().share()).isCloseTo(exact.pairs().recall(), within(1e-12));
    }

    @Test
    void intervalsOfNinetyFiveHoldTheTruthAboutNinetyFiveTimesOfAHundred() {
        Linkage usual = Linkage.draw(new Random(3), 8_000, .2, .05);
        assertCovered("usual", usual, 200, ClusterSample.Drawn.BY_RECORD);
        assertCovered("usual", usual, 300, ClusterSample.Drawn.BY_ENTITY);
        Linkage clean = Linkage.draw(new Random(4), 8_000, .05, .02);
        assertCovered("clean", clean, 200, ClusterSample.Drawn.BY_RECORD);
        Linkage poor = Linkage.draw(new Random(5), 8_000, .5, .3);
        assertCovered("poor", poor, 100, ClusterSample.Drawn.BY_RECORD);
    }

    @Test
    void studentsQuantilesAreThePublishedOnes() {
        assertThat(RatioEstimate.student(29)).isCloseTo(2.045, within(5e-4));
        assertThat(RatioEstimate.student(60)).isCloseTo(2.000, within(5e-4));
        assertThat(RatioEstimate.student(1e9)).isCloseTo(1.960, within(5e-4));
    }

    @Test
    void aSampleWithoutAnErrorIsNoProofOfNone() {
        int[] predicted = IntStream.range(0, 80).map(record -> record / 2).toArray();
        List<int[]> reviewed = IntStream.range(0, 40)
                .mapToObj(i -> new int[] {2 * i, 2 * i + 1})
                .toList();
        ClusterSample found = (ClusterSample) ClusterSample.of(reviewed, predicted, ClusterSample.Drawn.BY_RECORD);
        assertThat(found.recall().orElseThrow().share()).isEqualTo(1);
        assertThat(found.recall().orElseThrow().low()).isBetween(.85, .95);
    }

    @Test
    void singletonsAloneSayNothingOfRecall() {
        int[] predicted = IntStream.range(0, 40).toArray();
        List<int[]> reviewed =
                IntStream.range(0, 40).mapToObj(i -> new int[] {i}).toList();
        ClusterSample found = (ClusterSample) ClusterSample.of(reviewed, predicted, ClusterSample.Drawn.BY_RECORD);
        assertThat(found.recall()).isEmpty();
        assertThat(found.precision()).isEmpty();
    }

    @Test
    void tooFewClustersAreRefusedAndARecordInTwoIsTold() {
        assertThat(ClusterSample.of(List.of(new int[] {0, 1}), new int[4], ClusterSample.Drawn.BY_RECORD))
                .isEqualTo(new ClusterSampleRefused(1, ClusterSample.CLUSTERS_MIN));
        assertThat(ClusterSample.of(
                        List.of(new int[] {0, 1}, new int[] {3, 1}, new int[] {1, 0}),
                        new int[4],
                        ClusterSample.Drawn.BY_RECORD))
                .isEqualTo(new Contradictions(1, List.of(new Contradiction.InTwoClusters(1))));
    }

    @Test
    void clustersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> review(new int[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> review(new int[] {4})).hasMessageContaining("not among the 4");
        assertThatThrownBy(() -> review(new int[] {1, 1})).hasMessageContaining("record 1 twice");
    }

    private static ClusterSampleOutcome review(int[] members) {
        return ClusterSample.of(List.of(members), new int[4], ClusterSample.Drawn.BY_ENTITY);
    }

    private static void assertCovered(String name, Linkage linkage, int clusters, ClusterSample.Drawn drawn) {
        Random lot = new Random(20261127);
        Score truth = ClusterScores.of(linkage.truth, linkage.predicted).pairs();
        int precision = 0;
        int recall = 0;
        double width = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<int[]> reviewed = new ArrayList<>();
            for (int i = 0; i < clusters; i++) {
                int entity = drawn == ClusterSample.Drawn.BY_RECORD
                        ? linkage.truth[lot.nextInt(linkage.truth.length)]
                        : lot.nextInt(linkage.entities.size());
                reviewed.add(linkage.entities.get(entity));
            }
            ClusterSample found = (ClusterSample) ClusterSample.of(reviewed, linkage.predicted, drawn);
            precision += holds(found.precision().orElseThrow(), truth.precision()) ? 1 : 0;
            recall += holds(found.recall().orElseThrow(), truth.recall()) ? 1 : 0;
            width += found.recall().orElseThrow().high()
                    - found.recall().orElseThrow().low();
        }
        System.out.printf(
                "clusters %s, %s: precision %.3f in the interval %.3f of times, recall %.3f in %.3f, mean width %.3f%n",
                drawn,
                name,
                truth.precision(),
                (double) precision / ROUNDS,
                truth.recall(),
                (double) recall / ROUNDS,
                width / ROUNDS);
        assertThat((double) precision / ROUNDS).as("precision, %s", name).isBetween(.92, .98);
        assertThat((double) recall / ROUNDS).as("recall, %s", name).isBetween(.92, .98);
    }

    private static boolean holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high();
    }

    /** A truth with entities of 1 to 8 records, six of ten alone, and a prediction that splits and merges some of them. */
    private static final class Linkage {

        private final int[] truth;
        private final int[] predicted;
        private final List<int[]> entities;

        private Linkage(int[] truth, int[] predicted, List<int[]> entities) {
            this.truth = truth;
            this.predicted = predicted;
            this.entities = entities;
        }

        static Linkage draw(Random lot, int size, double split, double merged) {
            List<int[]> entities = new ArrayList<>();
            int records = 0;
            for (int entity = 0; entity < size; entity++) {
                int members = lot.nextDouble() < .6 ? 1 : 2 + Math.min(6, (int) (-Math.log(lot.nextDouble()) * 1.2));
                int first = records;
                entities.add(IntStream.range(first, first + members).toArray());
                records += members;
            }
            int[] truth = new int[records];
            int[] predicted = new int[records];
            int before = 0;
            int clusters = 0;
            for (int entity = 0; entity < size; entity++) {
                int cluster = lot.nextDouble() < merged ? before : ++clusters;
                for (int record : entities.get(entity)) {
                    truth[record] = entity;
                    predicted[record] = lot.nextDouble() < split ? ++clusters : cluster;
                }
                before = cluster;
            }
            return new Linkage(truth, predicted, entities);
        }
    }
}
