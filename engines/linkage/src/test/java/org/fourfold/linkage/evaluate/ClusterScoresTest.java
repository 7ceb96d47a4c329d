package org.fourfold.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterScoresTest {

    private static final double DIGITS = 1e-12;

    /** Three entities {0,1,2}, {3,4}, {5}; predicted {0,1}, {2,3}, {4}, {5}: worked by hand. */
    private static final int[] TRUTH = {1, 1, 1, 2, 2, 3};

    private static final int[] PREDICTED = {7, 7, 8, 8, 9, 10};

    @Test
    void theMeasuresAreThoseWorkedByHand() {
        ClusterScores scores = ClusterScores.of(TRUTH, PREDICTED);

        assertThat(scores.truePairs()).isEqualTo(3 + 1);
        assertThat(scores.predictedPairs()).isEqualTo(1 + 1);
        assertThat(scores.sharedPairs()).isEqualTo(1);
        assertThat(scores.pairs()).isEqualTo(new Score(1 / 2.0, 1 / 4.0));
        assertThat(scores.pairs().f1()).isCloseTo(1 / 3.0, within(DIGITS));
        // Records 0 and 1 lie in a pure cluster, 2 and 3 in one that is half theirs, 4 and 5 alone.
        assertThat(scores.bCubed().precision()).isCloseTo((1 + 1 + .5 + .5 + 1 + 1) / 6, within(DIGITS));
        assertThat(scores.bCubed().recall()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + .5 + .5 + 1) / 6, within(DIGITS));
        assertThat(scores.exactEntities()).isCloseTo(1 / 3.0, within(DIGITS));
        assertThat(scores.biggest()).isEqualTo(2);
        assertThat(scores.entities()).isEqualTo(3);
        assertThat(scores.clusters()).isEqualTo(4);
    }

    @Test
    void theyAreThoseOfTheDefinitionsForAnyPartition() {
        Random lot = new Random(20261127);
        for (int round = 0; round < 3_000; round++) {
            int records = 1 + lot.nextInt(9);
            int[] truth = numbers(lot, records);
            int[] predicted = numbers(lot, records);
            assertThat(ClusterScores.of(truth, predicted))
                    .as("%s %s", Arrays.toString(truth), Arrays.toString(predicted))
                    .usingRecursiveComparison()
                    .withComparatorForType((a, b) -> Math.abs(a - b) < DIGITS ? 0 : Double.compare(a, b), Double.class)
                    .isEqualTo(byDefinition(truth, predicted));
        }
    }

    @Test
    void theOrderOfRecordsAndTheNumbersOfClustersDoNotCount() {
        Random lot = new Random(5);
        int[] truth = lot.ints(5_000, 0, 2_000).toArray();
        int[] predicted = lot.ints(5_000, 0, 2_000).toArray();
        ClusterScores scores = ClusterScores.of(truth, predicted);

        int[] order = shuffled(lot, truth.length);
        assertThat(ClusterScores.of(at(truth, order), at(predicted, order))).isEqualTo(scores);

        int[] renamed = IntStream.of(predicted)
                .map(cluster -> Integer.MIN_VALUE + 7 * (2_000 - cluster))
                .toArray();
        ClusterScores other = ClusterScores.of(truth, renamed);
        assertThat(other.sharedPairs()).isEqualTo(scores.sharedPairs());
        assertThat(other.exactEntities()).isEqualTo(scores.exactEntities());
        assertThat(other.bCubed().f1()).isCloseTo(scores.bCubed().f1(), within(DIGITS));
    }

    @Test
    void theTruthScoresOneAndSwappingTheSidesSwapsPrecisionAndRecall() {
        ClusterScores right = ClusterScores.of(TRUTH, TRUTH);
        assertThat(right.pairs()).isEqualTo(new Score(1, 1));
        assertThat(right.bCubed()).isEqualTo(new Score(1, 1));
        assertThat(right.exactEntities()).isEqualTo(1);

        ClusterScores one = ClusterScores.of(TRUTH, PREDICTED);
        ClusterScores other = ClusterScores.of(PREDICTED, TRUTH);
        assertThat(other.pairs().precision()).isEqualTo(one.pairs().recall());
        assertThat(other.pairs().recall()).isEqualTo(one.pairs().precision());
        assertThat(other.bCubed().precision()).isEqualTo(one.bCubed().recall());
        assertThat(other.bCubed().recall()).isEqualTo(one.bCubed().precision());
    }

    @Test
    void whereThereIsNothingToFindTheScoresAreZeroAndItShows() {
        ClusterScores alone = ClusterScores.of(new int[] {1, 2, 3}, new int[] {1, 2, 3});
        assertThat(alone.truePairs()).isZero();
        assertThat(alone.pairs()).isEqualTo(new Score(0, 0));
        assertThat(alone.exactEntities()).isEqualTo(1);

        ClusterScores nothing = ClusterScores.of(new int[0], new int[0]);
        assertThat(nothing.records()).isZero();
        assertThat(nothing.pairs().f1()).isZero();
    }

    @Test
    void aRecordWithoutAClusterIsRefused() {
        assertThatThrownBy(() -> ClusterScores.of(new int[3], new int[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for every record");
    }

    @Test
    void twoMillionRecordsThatAreOneNeitherOverflowNorTakeLong() {
        int records = 2_000_000;
        ClusterScores scores = ClusterScores.of(new int[records], new int[records]);
        assertThat(scores.sharedPairs()).isEqualTo(1_999_999_000_000L);
        assertThat(scores.pairs()).isEqualTo(new Score(1, 1));
        assertThat(scores.biggest()).isEqualTo(records);
    }

    private static int[] numbers(Random lot, int records) {
        return lot.ints(records, -3, 3).toArray();
    }

    private static int[] shuffled(Random lot, int size) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = lot.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private static int[] at(int[] values, int[] order) {
        return IntStream.of(order).map(i -> values[i]).toArray();
    }

    /** Every pair and every record looked at, by the words of the definitions. */
    private static ClusterScores byDefinition(int[] truth, int[] predicted) {
        int n = truth.length;
        long inTruth = 0;
        long inBoth = 0;
        long inPrediction = 0;
        double precision = 0;
        double recall = 0;
        Map<Integer, Set<Integer>> entities = new HashMap<>();
        Map<Integer, Set<Integer>> clusters = new HashMap<>();
        for (int i = 0; i < n; i++) {
            entities.computeIfAbsent(truth[i], e -> new HashSet<>()).add(i);
            clusters.computeIfAbsent(predicted[i], c -> new HashSet<>()).add(i);
            for (int j = i + 1; j < n; j++) {
                inTruth += truth[i] == truth[j] ? 1 : 0;
                inPrediction += predicted[i] == predicted[j] ? 1 : 0;
                inBoth += truth[i] == truth[j] && predicted[i] == predicted[j] ? 1 : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            Set<Integer> entity = entities.getOrDefault(truth[i], Set.of());
            Set<Integer> cluster = clusters.getOrDefault(predicted[i], Set.of());
            double both = entity.stream().filter(cluster::contains).count();
            precision += both / cluster.size();
            recall += both / entity.size();
        }
        double exact =
                entities.values().stream().filter(clusters.values()::contains).count();
        return new ClusterScores(
                n,
                entities.size(),
                clusters.size(),
                clusters.values().stream().mapToInt(Set::size).max().orElse(0),
                inTruth,
                inPrediction,
                inBoth,
                new Score(
                        inPrediction == 0 ? 0 : (double) inBoth / inPrediction,
                        inTruth == 0 ? 0 : (double) inBoth / inTruth),
                new Score(Math.min(1, precision / n), Math.min(1, recall / n)),
                exact / entities.size());
    }
}
