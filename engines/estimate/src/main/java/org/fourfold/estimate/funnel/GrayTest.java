package org.fourfold.estimate.funnel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether the shares that leave in one way differ between groups, other ways to leave counted (Gray 1988, A class of K-sample tests
 * for comparing the cumulative incidence of a competing risk).
 *
 * <p>The score of a group is Σ over times of d_k - R_k d / R, with R_k = Y_k (1 - F_k(t-)) / S_k(t-): those still able to leave in
 * this way, as many as there would be had nobody been lost from sight. Its variance follows from writing F_k in martingales of
 * both kinds of exits, under the hypothesis that all groups have one F. Equal times count as in a log-rank test. Strata add up.
 */
public final class GrayTest {

    private GrayTest() {}

    /**
     * The test.
     *
     * @param kind whose shares: 1 for the first kind of exit
     * @param group of each case, from 0
     * @param strata of each case; empty for none
     */
    public static GroupTest of(Exits exits, int kind, int[] group, int[] strata) {
        int groups = RankTest.groups(exits, group);
        double[] observed = new double[groups];
        double[] expected = new double[groups];
        double[] variance = new double[groups * groups];
        int[] in = GroupTest.strataOf(exits.cases(), strata);
        for (int stratum : GroupTest.distinct(in)) {
            int[] inside = IntStream.range(0, in.length)
                    .filter(i -> in[i] == stratum)
                    .map(i -> group[i])
                    .toArray();
            RiskTable table = RiskTable.of(exits.of(in, stratum), inside, groups);
            new Stratum(table, kind - 1).add(observed, expected, variance);
        }
        return GroupTest.of(observed, expected, variance);
    }

    /** What one stratum adds. */
    private static final class Stratum {
        private final RiskTable table;
        private final int kind;
        private final int groups;
        private final int n;
        /** S_k(t-): {@code times × groups}. */
        private final double[] open;
        /** R_k(t): {@code times × groups}. */
        private final double[] able;
        /** R(t), of all groups. */
        private final double[] all;
        /** 1 - F of all groups, just before the time, and how much F grows at it. */
        private final double[] not;

        private final double[] growth;

        Stratum(RiskTable table, int kind) {
            this.table = table;
            this.kind = kind;
            this.groups = table.groups;
            this.n = table.times.length;
            open = new double[n * groups];
            able = new double[n * groups];
            all = new double[n];
            not = new double[n];
            growth = new double[n];
            curves();
        }

        private void curves() {
            double[] s = new double[groups];
            double[] f = new double[groups];
            Arrays.fill(s, 1);
            double rest = 1;
            for (int k = 0; k < n; k++) {
                for (int g = 0; g < groups; g++) {
                    double y = table.atRisk[k * groups + g];
                    open[k * groups + g] = s[g];
                    if (y > 0 && s[g] > 0) {
                        able[k * groups + g] = y * (1 - f[g]) / s[g];
                        all[k] += able[k * groups + g];
                        f[g] += s[g] * table.left(k, g, kind) / y;
                        s[g] *= 1 - table.leftAnyhow(k, g) / y;
                    }
                }
                not[k] = rest;
                growth[k] = all[k] > 0 ? rest * table.leftOfAll(k, kind) / all[k] : 0;
                rest -= growth[k];
            }
        }

        void add(double[] observed, double[] expected, double[] variance) {
            for (int k = 0; k < n; k++) {
                double d = table.leftOfAll(k, kind);
                for (int g = 0; g < groups && d > 0; g++) {
                    observed[g] += table.left(k, g, kind);
                    expected[g] += able[k * groups + g] * d / all[k];
                }
            }
            double[] first = new double[groups];
            double[] later = new double[groups];
            for (int r = 0; r < groups; r++) {
                Arrays.fill(later, 0);
                for (int k = n - 1; k >= 0; k--) {
                    double y = table.atRisk[k * groups + r];
                    double s = open[k * groups + r];
                    if (y > 0 && s > 0) {
                        spread(r, k, y, s, first, later, variance);
                    }
                    for (int g = 0; g < groups; g++) {
                        later[g] += weight(g, r, k) * growth[k] / (not[k] * not[k]);
                    }
                }
            }
        }

        /** The martingales of group r at time k; {@code later} is what F's error then does to the scores of later times. */
        private void spread(int r, int k, double y, double s, double[] first, double[] later, double[] variance) {
            double tied = table.leftOfAll(k, kind);
            double atRisk = table.atRiskOfAll(k);
            double same = growth[k] / (s * y) * (atRisk > 1 ? (atRisk - tied) / (atRisk - 1) : 1);
            double other = (table.leftAnyhow(k, r) - table.left(k, r, kind)) / (y * y);
            for (int g = 0; g < groups; g++) {
                first[g] = weight(g, r, k) * s / not[k] + later[g] * (s - not[k]);
            }
            for (int g = 0; g < groups; g++) {
                for (int h = 0; h < groups; h++) {
                    variance[g * groups + h] +=
                            first[g] * first[h] * same + later[g] * later[h] * not[k] * not[k] * other;
                }
            }
        }

        /** D_gr = R_g ([g = r] - R_r / R). */
        private double weight(int g, int r, int k) {
            return all[k] > 0 ? able[k * groups + g] * ((g == r ? 1 : 0) - able[k * groups + r] / all[k]) : 0;
        }
    }
}
