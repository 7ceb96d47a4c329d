package org.fourfold.linkage.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourfold.linkage.arrays.LongCounts;

/** Expectation and maximisation over counted patterns, with what chance gives held fixed. */
final class Expectation {

    private static final double FLOOR = 1e-6;

    private final List<double[]> u;
    private final Set<Integer> given;

    /** Per comparison and level pairs that people judged to be one: they are so whatever their pattern. */
    private final List<double[]> known;

    private final List<double[]> m = new ArrayList<>();
    private double share = 0.3;
    private double matches;

    Expectation(List<double[]> u, Set<Integer> given, List<double[]> known) {
        this.u = u;
        this.given = given;
        this.known = known;
        for (double[] each : u) {
            double[] start = new double[each.length];
            for (int l = 1; l < start.length; l++) {
                start[l] = l == 1 ? 0.8 : 0.2 / Math.max(1, start.length - 2);
            }
            m.add(start);
        }
    }

    double[] m(int comparison) {
        return m.get(comparison);
    }

    double matches() {
        return matches;
    }

    void run(LongCounts histogram, int[] radices, int rounds) {
        long[] patterns = histogram.keys();
        int[][] levels = new int[patterns.length][];
        double[] counts = new double[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            levels[i] = levels(patterns[i], radices);
            counts[i] = histogram.count(patterns[i]);
        }
        for (int round = 0; round < rounds; round++) {
            double before = share;
            round(levels, counts);
            if (Math.abs(share - before) < 1e-6) {
                break;
            }
        }
    }

    private static int[] levels(long pattern, int[] radices) {
        int[] levels = new int[radices.length];
        long rest = pattern;
        for (int c = radices.length - 1; c >= 0; c--) {
            levels[c] = (int) (rest % radices[c]);
            rest /= radices[c];
        }
        return levels;
    }

    private void round(int[][] levels, double[] counts) {
        List<double[]> sums = new ArrayList<>();
        known.forEach(each -> sums.add(each.clone()));
        double all = 0;
        double same = 0;
        for (int i = 0; i < levels.length; i++) {
            double odds = share / (1 - share);
            for (int c = 0; c < u.size(); c++) {
                int l = levels[i][c];
                if (l != 0 && !given.contains(c)) {
                    odds *= m.get(c)[l] / u.get(c)[l];
                }
            }
            double expected = counts[i] * odds / (1 + odds);
            all += counts[i];
            same += expected;
            for (int c = 0; c < u.size(); c++) {
                sums.get(c)[levels[i][c]] += expected;
            }
        }
        matches = same;
        share = Math.clamp(same / all, 1e-6, 1 - 1e-6);
        for (int c = 0; c < u.size(); c++) {
            double said = 0;
            for (int l = 1; l < sums.get(c).length; l++) {
                said += sums.get(c)[l];
            }
            for (int l = 1; l < sums.get(c).length; l++) {
                m.get(c)[l] = said <= 0 ? m.get(c)[l] : Math.max(FLOOR, sums.get(c)[l] / said);
            }
        }
    }
}
