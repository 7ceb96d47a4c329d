package org.fourfold.linkage.evaluate;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Clusters against the truth. Every record has a true entity and a predicted cluster, both any number; records that stand
 * alone have a number of their own.
 *
 * <ul>
 *   <li>Pairs: over all pairs that the clusters imply, so that transitivity counts. P = pairs together in both / together in
 *       the prediction, R = pairs together in both / together in truth.
 *   <li>B-cubed (Bagga and Baldwin 1998): for every record, the share of its cluster that is of its entity, and the share of
 *       its entity that is in its cluster; both averaged over records. Singletons count and flatter: read it beside pairs.
 *   <li>Exact entities: the share of true entities rebuilt with the same members and none more.
 * </ul>
 *
 * <p>O(n log n) by sorting, at most 24 bytes a record; the order of records does not count.
 *
 * @param records how many records
 * @param entities true entities
 * @param clusters predicted clusters
 * @param biggest records in the largest predicted cluster
 * @param truePairs pairs together in truth; 0 means that there was nothing to find
 * @param predictedPairs pairs together in the prediction
 * @param sharedPairs pairs together in both
 * @param pairs precision and recall of pairs
 * @param bCubed precision and recall of records
 * @param exactEntities share of entities rebuilt exactly
 */
public record ClusterScores(
        int records,
        int entities,
        int clusters,
        int biggest,
        long truePairs,
        long predictedPairs,
        long sharedPairs,
        Score pairs,
        Score bCubed,
        double exactEntities) {

    /**
     * The scores of a prediction.
     *
     * @throws IllegalArgumentException when the two arrays differ in length
     */
    public static ClusterScores of(int[] truth, int[] predicted) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " records have a true entity and " + predicted.length
                    + " a cluster: give both for every record, singletons too");
        }
        long[] keys = new long[truth.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) truth[i] << Integer.SIZE | (predicted[i] & 0xFFFF_FFFFL);
        }
        Arrays.sort(keys);
        WholeGroups wholeEntities = new WholeGroups();
        Side entities = Side.of(keys, wholeEntities::add);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Long.rotateLeft(keys[i], Integer.SIZE);
        }
        Arrays.sort(keys);
        Side clusters = Side.of(keys, wholeEntities::countIfBoth);
        return new ClusterScores(
                truth.length,
                entities.groups,
                clusters.groups,
                clusters.biggest,
                entities.pairs,
                clusters.pairs,
                entities.sharedPairs,
                Score.ofPairs(entities.sharedPairs, clusters.pairs, entities.pairs),
                new Score(Shares.of(clusters.share, truth.length), Shares.of(entities.share, truth.length)),
                Shares.of(wholeEntities.both, entities.groups));
    }

    /** Pairs within a group of n: n(n-1)/2. */
    static long pairsOf(long n) {
        return n * (n - 1) / 2;
    }

    /** What one walk over the sorted keys counts: groups are runs of the upper half, cells are runs of the whole key. */
    private static final class Side {

        private int groups;
        private int biggest;
        private long pairs;
        private long sharedPairs;
        /** The sum over records of the share of their group that is in their cell. */
        private double share;

        static Side of(long[] keys, LongConsumer whole) {
            Side side = new Side();
            int end;
            for (int start = 0; start < keys.length; start = end) {
                end = endOf(keys, start, Integer.SIZE);
                side.addGroup(keys, start, end, whole);
            }
            return side;
        }

        private void addGroup(long[] keys, int start, int end, LongConsumer whole) {
            int size = end - start;
            groups++;
            biggest = Math.max(biggest, size);
            pairs += pairsOf(size);
            int cellEnd;
            for (int cell = start; cell < end; cell = cellEnd) {
                cellEnd = endOf(keys, cell, 0);
                long n = (long) cellEnd - cell;
                sharedPairs += pairsOf(n);
                share += (double) n * n / size;
                if (n == size) {
                    whole.accept(keys[cell]);
                }
            }
        }

        private static int endOf(long[] keys, int start, int shift) {
            int end = start + 1;
            while (end < keys.length && keys[end] >> shift == keys[start] >> shift) {
                end++;
            }
            return end;
        }
    }

    /** The entities that lie whole in one cluster, in ascending order, and how many of those clusters hold nothing else. */
    private static final class WholeGroups {

        private long[] keys = new long[16];
        private int size;
        private int both;

        void add(long key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size + (size >> 1));
            }
            keys[size++] = key;
        }

        void countIfBoth(long swapped) {
            if (Arrays.binarySearch(keys, 0, size, Long.rotateLeft(swapped, Integer.SIZE)) >= 0) {
                both++;
            }
        }
    }
}
