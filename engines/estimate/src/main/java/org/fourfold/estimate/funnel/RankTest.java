package org.fourfold.estimate.funnel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fourfold.estimate.run.Problems;

/**
 * Whether groups leave at different rates: tests of the G-rho family (Harrington, Fleming 1982), stratified if asked. Of one kind
 * of exit it compares rates among those still there, which other exits do not disturb; of shares, see {@link GrayTest}.
 */
public final class RankTest {

    private RankTest() {}

    /** All times weigh alike (Mantel 1966): best where one rate is a constant multiple of the other. */
    public static GroupTest logRank(Exits exits, int kind, int[] group, int[] strata) {
        return test(exits, kind, group, strata, 0);
    }

    /** Early times weigh more, by the share still there (Peto, Peto 1972). */
    public static GroupTest petoPeto(Exits exits, int kind, int[] group, int[] strata) {
        return test(exits, kind, group, strata, 1);
    }

    /**
     * The test with weights S(t-)^rho.
     *
     * @param kind whose rates: 1 for the first kind of exit
     * @param group of each case, from 0
     * @param strata of each case; empty for none
     */
    private static GroupTest test(Exits exits, int kind, int[] group, int[] strata, double rho) {
        int groups = groups(exits, group);
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
            add(table, kind - 1, rho, observed, expected, variance);
        }
        return GroupTest.of(observed, expected, variance);
    }

    static int groups(Exits exits, int[] group) {
        Problems problems = new Problems();
        if (group.length != exits.cases()) {
            problems.add(FunnelFault.LENGTHS_DIFFER, "", group.length, exits.cases());
        } else if (GroupTest.distinct(group).length < 2) {
            problems.add(FunnelFault.ONE_GROUP, "");
        }
        problems.refuse();
        return Arrays.stream(group).max().orElseThrow() + 1;
    }

    private static void add(
            RiskTable table, int kind, double rho, double[] observed, double[] expected, double[] variance) {
        int groups = table.groups;
        double share = 1;
        for (int k = 0; k < table.times.length; k++) {
            double n = table.atRiskOfAll(k);
            double d = table.leftOfAll(k, kind);
            if (d == 0) {
                continue;
            }
            double weight = rho == 0 ? 1 : Math.pow(share, rho);
            double spread = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < groups; g++) {
                double part = table.atRisk[k * groups + g] / n;
                observed[g] += weight * table.left(k, g, kind);
                expected[g] += weight * d * part;
                for (int h = 0; h < groups; h++) {
                    double other = table.atRisk[k * groups + h] / n;
                    variance[g * groups + h] += spread * part * ((g == h ? 1 : 0) - other);
                }
            }
            share *= 1 - d / n;
        }
    }
}
