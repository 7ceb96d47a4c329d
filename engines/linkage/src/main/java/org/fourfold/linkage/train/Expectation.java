package org.fourfold.linkage.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fourfold.linkage.arrays.LongCounts;

/**
 * Expectation and maximisation over counted patterns, with what chance gives held fixed. Of a comparison of several values there
 * are more outcomes than levels: how often chance gives a level depends on how many values there are, how often one person does
 * not.
 */
final class Expectation {

    private static final double FLOOR = 1e-6;

    /** Per comparison and outcome. */
    private final List<double[]> u;

    private final Set<Integer> given;

    /** Per comparison and outcome pairs that people judged to be one: they are so whatever their pattern. */
    private final List<double[]> known = new ArrayList<>();

    /** Per comparison and outcome; the outcomes of one level have the same. */
    private final List<double[]> m = new ArrayList<>();

    /** Per comparison its levels, the empty one not counted. */
    private final int[] levels;

    private double share = 0.3;
    private double matches;

    Expectation(List<double[]> chance, List<double[]> u, Set<Integer> given, List<double[]> known) {
        this.levels = chance.stream().mapToInt(each -> each.length - 1).toArray();
        this.u = u;
        this.given = given;
        for (int c = 0; c < levels.length; c++) {
            this.known.add(Arrays.copyOf(known.get(c), u.get(c).length));
            double[] start = new double[u.get(c).length];
            for (int o = 1; o < start.length; o++) {
                start[o] = level(c, o) == 1 ? 0.8 : 0.2 / Math.max(1, levels[c] - 1);
            }
            m.add(start);
        }
    }

    private int level(int comparison, int outcome) {
        return (outcome - 1) % levels[comparison] + 1;
    }

    /** By level; behind them the same again for other numbers of values. */
    double[] m(int comparison) {
        return m.get(comparison);
    }

    double matches() {
        return matches;
    }

    void run(LongCounts histogram, int[] radices, int rounds) {
        long[] patterns = histogram.keys();
        int[][] outcomes = new int[patterns.length][];
        double[] counts = new double[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            outcomes[i] = outcomes(patterns[i], radices);
            counts[i] = histogram.count(patterns[i]);
        }
        for (int round = 0; round < rounds; round++) {
            double before = share;
            round(outcomes, counts);
            if (Math.abs(share - before) < 1e-6) {
                break;
            }
        }
    }

    private static int[] outcomes(long pattern, int[] radices) {
        int[] outcomes = new int[radices.length];
        long rest = pattern;
        for (int c = radices.length - 1; c >= 0; c--) {
            outcomes[c] = (int) (rest % radices[c]);
            rest /= radices[c];
        }
        return outcomes;
    }

    private void round(int[][] outcomes, double[] counts) {
        List<double[]> sums = new ArrayList<>();
        known.forEach(each -> sums.add(each.clone()));
        double all = 0;
        double same = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double odds = share / (1 - share);
            for (int c = 0; c < u.size(); c++) {
                int o = outcomes[i][c];
                if (o != 0 && !given.contains(c)) {
                    odds *= m.get(c)[o] / u.get(c)[o];
                }
            }
            double expected = counts[i] * odds / (1 + odds);
            all += counts[i];
            same += expected;
            for (int c = 0; c < u.size(); c++) {
                sums.get(c)[outcomes[i][c]] += expected;
            }
        }
        matches = same;
        share = Math.clamp(same / all, 1e-6, 1 - 1e-6);
        for (int c = 0; c < u.size(); c++) {
            double said = 0;
            double[] ofLevel = new double[levels[c] + 1];
            for (int o = 1; o < sums.get(c).length; o++) {
                said += sums.get(c)[o];
                ofLevel[level(c, o)] += sums.get(c)[o];
            }
            for (int o = 1; o < sums.get(c).length; o++) {
                m.get(c)[o] = said <= 0 ? m.get(c)[o] : Math.max(FLOOR, ofLevel[level(c, o)] / said);
            }
        }
    }
}
