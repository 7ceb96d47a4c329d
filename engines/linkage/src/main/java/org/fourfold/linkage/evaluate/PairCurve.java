package org.fourfold.linkage.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Scored pairs against the truth, at rising thresholds. P = true pairs at or above the threshold / pairs there, R = true
 * pairs there / all true pairs, so that a pair which blocking never met counts as missed. O(n log n), 16 bytes a pair.
 *
 * @param truePairs all true pairs, met or not; 0 means that there was nothing to find
 * @param points one for each of {@link #THRESHOLDS}
 * @param best the largest F1 over every threshold there is, the higher threshold of equals; empty without pairs
 */
public record PairCurve(long truePairs, List<Point> points, Optional<Point> best) {

    /** The eleven thresholds of the reference: "best pair F1" there is the best of these. */
    public static final List<Double> THRESHOLDS =
            List.of(0.01, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999);

    /**
     * What stands at or above one threshold.
     *
     * @param threshold a probability
     * @param pairs pairs scored at or above it
     * @param right those of them that are true
     * @param score their precision and recall
     */
    public record Point(double threshold, long pairs, long right, Score score) {}

    /** Keeps a copy of the points. */
    public PairCurve {
        points = List.copyOf(points);
    }

    /** The best of the eleven points: the figure that the reference reports. */
    public Point bestOfPoints() {
        Point best = points.getFirst();
        for (Point point : points) {
            best = point.score().f1() > best.score().f1() ? point : best;
        }
        return best;
    }

    /** The curve where records were linked within one body; all true pairs are counted from {@code truth}. */
    public static PairCurve of(int[] a, int[] b, double[] p, int[] truth) {
        return of(a, b, p, truth, TruePairs.within(truth));
    }

    /**
     * The curve where sources were linked to each other and not to themselves.
     *
     * @param source the source of each record
     * @throws IllegalArgumentException also when a pair lies within one source
     */
    public static PairCurve across(int[] a, int[] b, double[] p, int[] truth, int[] source) {
        PairCurve curve = of(a, b, p, truth, TruePairs.across(truth, source));
        for (int i = 0; i < a.length; i++) {
            if (source[a[i]] == source[b[i]]) {
                throw fault(i, "lies within source " + source[a[i]] + ": give pairs across sources only");
            }
        }
        return curve;
    }

    /**
     * The curve of scored pairs, each unordered pair once.
     *
     * @param a one record of each pair, an index into {@code truth}
     * @param b the other record
     * @param p the probability of each pair, in [0, 1]
     * @param truth the true entity of each record
     * @param truePairs all true pairs, met or not
     * @throws IllegalArgumentException when lengths differ, a record is unknown or paired with itself, a probability is none,
     *     or more true pairs are given than there are
     */
    public static PairCurve of(int[] a, int[] b, double[] p, int[] truth, long truePairs) {
        if (a.length != b.length || a.length != p.length) {
            throw new IllegalArgumentException("pairs of unequal length: " + a.length + ", " + b.length
                    + " records and " + p.length + " probabilities; give one of each for every pair");
        }
        double[] all = new double[p.length];
        double[] right = new double[p.length];
        int rights = 0;
        for (int i = 0; i < p.length; i++) {
            if (isTrue(i, a[i], b[i], p[i], truth)) {
                right[rights++] = p[i];
            }
            all[i] = p[i];
        }
        if (rights > truePairs) {
            throw new IllegalArgumentException(rights + " pairs are true, but only " + truePairs
                    + " exist: is a pair given twice, or the number of true pairs too small?");
        }
        right = Arrays.copyOf(right, rights);
        Arrays.sort(all);
        Arrays.sort(right);
        return new PairCurve(truePairs, points(all, right, truePairs), best(all, right, truePairs));
    }

    private static boolean isTrue(int i, int a, int b, double p, int[] truth) {
        if (a < 0 || b < 0 || a >= truth.length || b >= truth.length) {
            throw fault(i, "names a record that is not among the " + truth.length);
        }
        if (a == b) {
            throw fault(i, "pairs record " + a + " with itself");
        }
        if (!(p >= 0 && p <= 1)) {
            throw fault(i, "has " + p + " for a probability; turn match weights into probabilities first");
        }
        return truth[a] == truth[b];
    }

    private static IllegalArgumentException fault(int pair, String fault) {
        return new IllegalArgumentException("pair " + pair + " " + fault);
    }

    private static List<Point> points(double[] all, double[] right, long truePairs) {
        List<Point> points = new ArrayList<>();
        for (double threshold : THRESHOLDS) {
            points.add(point(
                    threshold, all.length - below(all, threshold), right.length - below(right, threshold), truePairs));
        }
        return points;
    }

    private static Point point(double threshold, long pairs, long right, long truePairs) {
        return new Point(threshold, pairs, right, Score.ofPairs(right, pairs, truePairs));
    }

    /** How many of the ascending values lie below a threshold. */
    private static int below(double[] ascending, double threshold) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Optional<Point> best(double[] all, double[] right, long truePairs) {
        Optional<Point> best = Optional.empty();
        int allFrom = all.length;
        int rightFrom = right.length;
        while (allFrom > 0) {
            double threshold = all[allFrom - 1];
            while (allFrom > 0 && all[allFrom - 1] >= threshold) {
                allFrom--;
            }
            while (rightFrom > 0 && right[rightFrom - 1] >= threshold) {
                rightFrom--;
            }
            // F1 = 2 TP / (pairs + true pairs): compared without building a point for each threshold.
            double f1 = 2.0 * (right.length - rightFrom) / (all.length - allFrom + (double) truePairs);
            if (best.isEmpty() || f1 > f1(best.get(), truePairs)) {
                best = Optional.of(point(threshold, all.length - allFrom, right.length - rightFrom, truePairs));
            }
        }
        return best;
    }

    private static double f1(Point point, long truePairs) {
        return 2.0 * point.right() / (point.pairs() + (double) truePairs);
    }
}
