package org.fourfold.linkage.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Pair precision and recall of a prediction, estimated from a sample of true clusters that people reviewed as a whole: one
 * draws a record (or an entity), and finds all of its records. Sampling pairs instead hardly ever meets a missed one.
 *
 * <p>After Binette and others (2023, The American Statistician 77) and Binette and others (2024, arXiv 2404.05622): both
 * measures are ratios of sums over true clusters c, each sum weighted by 1 over the chance of c to be drawn. With n the size
 * of c and k the part of c that lies in the predicted cluster of size s, each predicted cluster giving one part:
 *
 * <pre>
 * recall    = sum over c of [ sum of k(k-1)/2 ]  /  sum over c of [ n(n-1)/2 ]
 * precision = sum over c of [ sum of k(k-1)/2 ]  /  sum over c of [ sum of k(s-1)/2 ]
 * </pre>
 *
 * <p>The last sum gives each predicted pair half to each of its two ends, so over all c it is the number of predicted pairs.
 * Departures from the papers: the variance is the jackknife's (Cochran 1977, section 6.17), and the interval is Wilson's, of
 * as many judgements as that variance is worth, with Student's quantile; near 1 and with few errors the usual plus and minus
 * is too short. Where few clusters carry nearly all pairs, even this covers somewhat less than it says.
 *
 * @param clusters how many were reviewed, one that was drawn twice counts twice
 * @param precision empty when no predicted pair touches the sample
 * @param recall empty when the sample holds singletons only
 */
public record ClusterSample(int clusters, Optional<Estimate> precision, Optional<Estimate> recall)
        implements ClusterSampleOutcome {

    /** Clusters that must be reviewed. */
    public static final int CLUSTERS_MIN = 30;

    /** Clusters in one sample. */
    public static final int CLUSTERS_MAX = 100_000;

    /** How the reviewed clusters were drawn. */
    public enum Drawn {
        /** Records were drawn evenly and their clusters found: a cluster's chance grows with its size. */
        BY_RECORD,
        /** Entities were drawn evenly, as from a register of true entities. */
        BY_ENTITY
    }

    /**
     * The estimates, or why there are none.
     *
     * @param reviewed the records of each reviewed cluster, all that there are of it
     * @param predicted the predicted cluster of every record of the whole linkage
     * @throws IllegalArgumentException when a cluster is empty or names a record twice or one that is not there
     */
    public static ClusterSampleOutcome of(List<int[]> reviewed, int[] predicted, Drawn drawn) {
        if (reviewed.size() > CLUSTERS_MAX) {
            throw new IllegalArgumentException(
                    reviewed.size() + " reviewed clusters; at most " + CLUSTERS_MAX + " are taken");
        }
        List<int[]> sorted = new ArrayList<>();
        for (int i = 0; i < reviewed.size(); i++) {
            sorted.add(checked(i, reviewed.get(i), predicted.length));
        }
        sorted.sort(Arrays::compare);
        Contradictions contradictions = inTwoClusters(sorted);
        if (!contradictions.isEmpty()) {
            return contradictions;
        }
        if (sorted.size() < CLUSTERS_MIN) {
            return new ClusterSampleRefused(sorted.size(), CLUSTERS_MIN);
        }
        return estimates(sorted, predicted, drawn);
    }

    private static ClusterSample estimates(List<int[]> reviewed, int[] predicted, Drawn drawn) {
        int[] all = predicted.clone();
        Arrays.sort(all);
        RatioEstimate precision = new RatioEstimate(reviewed.size());
        RatioEstimate recall = new RatioEstimate(reviewed.size());
        for (int[] members : reviewed) {
            double weight = drawn == Drawn.BY_RECORD ? 1.0 / members.length : 1;
            double right = 0;
            double touched = 0;
            int[] parts = Arrays.stream(members)
                    .map(record -> predicted[record])
                    .sorted()
                    .toArray();
            int end;
            for (int start = 0; start < parts.length; start = end) {
                end = upper(parts, parts[start]);
                int part = end - start;
                int size = upper(all, parts[start]) - lower(all, parts[start]);
                right += ClusterScores.pairsOf(part);
                touched += part * (size - 1.0) / 2;
            }
            precision.add(weight * right, weight * touched);
            recall.add(weight * right, weight * ClusterScores.pairsOf(members.length));
        }
        return new ClusterSample(reviewed.size(), precision.estimate(), recall.estimate());
    }

    private static int[] checked(int cluster, int[] members, int records) {
        int[] sorted = members.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || sorted[0] < 0 || sorted[sorted.length - 1] >= records) {
            throw new IllegalArgumentException("reviewed cluster " + cluster
                    + " is empty or names a record that is not among the " + records + ": records are counted from 0");
        }
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                throw new IllegalArgumentException(
                        "reviewed cluster " + cluster + " names record " + sorted[i] + " twice");
            }
        }
        return sorted;
    }

    private static Contradictions inTwoClusters(List<int[]> reviewed) {
        Map<Integer, int[]> clusterOf = new HashMap<>();
        TreeSet<Integer> inTwo = new TreeSet<>();
        for (int[] members : reviewed) {
            for (int record : members) {
                int[] before = clusterOf.putIfAbsent(record, members);
                if (before != null && !Arrays.equals(before, members)) {
                    inTwo.add(record);
                }
            }
        }
        Contradictions.Collected collected = new Contradictions.Collected();
        inTwo.forEach(record -> collected.count(new Contradiction.InTwoClusters(record)));
        return collected.contradictions();
    }

    private static int lower(int[] ascending, int value) {
        return upper(ascending, value, false);
    }

    private static int upper(int[] ascending, int value) {
        return upper(ascending, value, true);
    }

    /** The first place whose value is above {@code value}, or not below it. */
    private static int upper(int[] ascending, int value, boolean above) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value || (above && ascending[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
