package org.fourfold.estimate.prevalence;

import java.util.Arrays;

/**
 * Whether a sample has more than one mode: Hartigan's dip, the largest distance of its distribution from the nearest one with a single
 * mode (Hartigan, Hartigan 1985, The dip test of unimodality, with the algorithm of section 5).
 *
 * @param dip between 1/(2n), which no sample goes below, and 1/4
 * @param critical what samples of that size from the uniform distribution, the hardest one with a single mode, exceed once in a hundred
 */
public record Dip(double dip, double critical) {

    /** 0.99 quantile of √n · dip for uniform samples of 1,000, from 20,000 of them; at 50 it is 0.577, at 200 it is 0.600. */
    private static final double CRITICAL = 0.615;

    /** Whether there is more than one mode, at a level of 1 %. */
    public boolean isMultimodal() {
        return dip > critical;
    }

    /** The dip of a sample, which is not empty, in any order; equal values are allowed. */
    public static Dip of(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new Dip(new Hulls(sorted).dip(), CRITICAL / Math.sqrt(sorted.length));
    }

    /** The empirical distribution between two of its jumps, with its hulls from below and above, in counts. */
    private static final class Hulls {
        private final int n;
        private final double[] x;
        /** How many are smaller, and smaller or equal. */
        private final double[] low;

        private final double[] high;
        private final int values;
        private final int[] below;
        private final int[] above;
        private int belowCount;
        private int aboveCount;

        Hulls(double[] sorted) {
            n = sorted.length;
            x = new double[n];
            low = new double[n];
            high = new double[n];
            int distinct = 0;
            for (int i = 0; i < n; i++) {
                if (i == 0 || sorted[i] > sorted[i - 1]) {
                    x[distinct] = sorted[i];
                    low[distinct++] = i;
                }
                high[distinct - 1] = i + 1.0;
            }
            values = distinct;
            below = new int[values];
            above = new int[values];
        }

        double dip() {
            int from = 0;
            int to = values - 1;
            double dip = 1;
            while (from < to) {
                belowCount = hull(low, from, to, 1, below);
                aboveCount = hull(high, from, to, -1, above);
                int[] modal = {from, to};
                double widest = widest(modal);
                if (widest <= dip) {
                    return dip / (2 * n);
                }
                dip = Math.max(dip, Math.max(gapBelow(from, modal[0]), gapAbove(modal[1], to)));
                if (modal[0] == from && modal[1] == to) {
                    return dip / (2 * n);
                }
                from = modal[0];
                to = modal[1];
            }
            return dip / (2 * n);
        }

        /** Corners of the greatest convex minorant (side 1) or least concave majorant (side -1). */
        private int hull(double[] y, int from, int to, int side, int[] corners) {
            int count = 0;
            for (int i = from; i <= to; i++) {
                while (count > 1 && side * turn(y, corners[count - 2], corners[count - 1], i) <= 0) {
                    count--;
                }
                corners[count++] = i;
            }
            return count;
        }

        private double turn(double[] y, int a, int b, int c) {
            return (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
        }

        /** The largest distance of the two hulls at a corner of one; the modal interval begins or ends there. */
        private double widest(int[] modal) {
            double widest = -1;
            int j = 0;
            for (int i = 0; i < belowCount; i++) {
                while (j + 1 < aboveCount && above[j + 1] <= below[i]) {
                    j++;
                }
                double gap = at(high, above, aboveCount, j, below[i]) - low[below[i]];
                if (gap > widest) {
                    widest = gap;
                    modal[0] = below[i];
                    modal[1] = above[Math.min(above[j] == below[i] ? j : j + 1, aboveCount - 1)];
                }
            }
            j = 0;
            for (int i = 0; i < aboveCount; i++) {
                while (j + 1 < belowCount && below[j + 1] <= above[i]) {
                    j++;
                }
                double gap = high[above[i]] - at(low, below, belowCount, j, above[i]);
                if (gap > widest) {
                    widest = gap;
                    modal[0] = below[j];
                    modal[1] = above[i];
                }
            }
            return widest;
        }

        /** The hull's height at a value right of its corner j. */
        private double at(double[] y, int[] corners, int count, int j, int value) {
            int a = corners[j];
            if (a == value || j + 1 == count) {
                return y[a];
            }
            int b = corners[j + 1];
            return y[a] + (y[b] - y[a]) * (x[value] - x[a]) / (x[b] - x[a]);
        }

        private double gapBelow(int from, int to) {
            double gap = 0;
            int j = 0;
            for (int i = from; i <= to; i++) {
                while (j + 1 < belowCount && below[j + 1] <= i) {
                    j++;
                }
                gap = Math.max(gap, high[i] - at(low, below, belowCount, j, i));
            }
            return gap;
        }

        private double gapAbove(int from, int to) {
            double gap = 0;
            int j = 0;
            for (int i = from; i <= to; i++) {
                while (j + 1 < aboveCount && above[j + 1] <= i) {
                    j++;
                }
                gap = Math.max(gap, at(high, above, aboveCount, j, i) - low[i]);
            }
            return gap;
        }
    }
}
