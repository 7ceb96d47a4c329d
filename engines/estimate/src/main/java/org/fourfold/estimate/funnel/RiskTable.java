package org.fourfold.estimate.funnel;

import java.util.Arrays;
import org.fourfold.estimate.numbers.RadixOrder;

/**
 * Who was under observation and who left, by time and group: all that curves and tests are made of.
 *
 * <p>A case is at risk at {@code t} if it entered before {@code t} and left at {@code t} or later.
 */
final class RiskTable {

    /** Distinct times at which somebody left or was last seen, ascending. */
    final double[] times;

    final int groups;
    final int kinds;
    /** Just before the time: {@code times × groups}. */
    final int[] atRisk;
    /** At the time: {@code times × groups × kinds}. */
    final int[] left;

    private RiskTable(double[] times, int groups, int kinds, int[] atRisk, int[] left) {
        this.times = times;
        this.groups = groups;
        this.kinds = kinds;
        this.atRisk = atRisk;
        this.left = left;
    }

    static RiskTable of(Exits exits) {
        return of(exits, new int[0], 1);
    }

    /** By group, 0 to {@code groups - 1} for each case; with one group, {@code group} is not looked at. */
    static RiskTable of(Exits exits, int[] group, int groups) {
        int n = exits.cases();
        int kinds = exits.kinds().size();
        int[] order = RadixOrder.of(exits.exit);
        double[] times = new double[n];
        int[] start = new int[n + 1];
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            double t = exits.exit[order[i]];
            if (distinct == 0 || t != times[distinct - 1]) {
                start[distinct] = i;
                times[distinct++] = t;
            }
        }
        start[distinct] = n;
        int[] atRisk = new int[distinct * groups];
        int[] left = new int[distinct * groups * kinds];
        int[] now = new int[groups];
        Entries entries = new Entries(exits, group, groups, now);
        for (int k = 0; k < distinct; k++) {
            entries.before(times[k]);
            System.arraycopy(now, 0, atRisk, k * groups, groups);
            for (int i = start[k]; i < start[k + 1]; i++) {
                int one = order[i];
                int g = groups == 1 ? 0 : group[one];
                now[g]--;
                if (exits.kind[one] != Exits.OPEN) {
                    left[(k * groups + g) * kinds + exits.kind[one] - 1]++;
                }
            }
        }
        return new RiskTable(Arrays.copyOf(times, distinct), groups, kinds, atRisk, left);
    }

    int atRiskOfAll(int time) {
        int sum = 0;
        for (int g = 0; g < groups; g++) {
            sum += atRisk[time * groups + g];
        }
        return sum;
    }

    int left(int time, int group, int kind) {
        return left[(time * groups + group) * kinds + kind];
    }

    /** How many of all groups left in this way, from 0. */
    int leftOfAll(int time, int kind) {
        int sum = 0;
        for (int g = 0; g < groups; g++) {
            sum += left(time, g, kind);
        }
        return sum;
    }

    /** How many of the group left in any way. */
    int leftAnyhow(int time, int group) {
        int sum = 0;
        for (int c = 0; c < kinds; c++) {
            sum += left(time, group, c);
        }
        return sum;
    }

    /** Those who come under observation as time goes on. */
    private static final class Entries {
        private final Exits exits;
        private final int[] group;
        private final int[] now;
        private final int[] order;
        private int next;

        Entries(Exits exits, int[] group, int groups, int[] now) {
            this.exits = exits;
            this.group = groups == 1 ? new int[exits.cases()] : group;
            this.now = now;
            this.order = exits.entry == null ? new int[0] : RadixOrder.of(exits.entry);
            if (exits.entry == null) {
                for (int one : this.group) {
                    now[one]++;
                }
            }
        }

        void before(double time) {
            while (next < order.length && exits.entry != null && exits.entry[order[next]] < time) {
                now[group[order[next++]]]++;
            }
        }
    }
}
