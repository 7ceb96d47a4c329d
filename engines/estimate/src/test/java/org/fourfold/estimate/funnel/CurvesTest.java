package org.fourfold.estimate.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.fourfold.estimate.Tables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Curves of how long and in which way, as R's survival 3.5-3 has them")
class CurvesTest {

    private static final double PRINTED = 5e-7;

    static Exits deaths(Tables table) {
        return Exits.of(List.of("death"), table.numbers("time"), table.whole("status"));
    }

    static Exits lung(Tables table) {
        int[] status = Arrays.stream(table.whole("status")).map(s -> s - 1).toArray();
        return Exits.of(List.of("death"), table.numbers("time"), status);
    }

    /** Progression to plasma cell malignancy (1) against death (2), months. */
    static Exits mgus(Tables table) {
        double[] progression = table.numbers("ptime");
        double[] last = table.numbers("futime");
        int[] progressed = table.whole("pstat");
        int[] died = table.whole("death");
        double[] exit = new double[table.size()];
        int[] kind = new int[table.size()];
        for (int i = 0; i < exit.length; i++) {
            exit[i] = progressed[i] == 1 ? progression[i] : last[i];
            kind[i] = progressed[i] == 1 ? 1 : 2 * died[i];
        }
        return Exits.of(List.of("pcm", "death"), exit, kind);
    }

    @Test
    @DisplayName("maintained leukaemia: 10/11 at 9 to 0.184091 at 48, medians 31 and 23")
    void maintained() {
        Tables aml = Tables.read("survival/aml.csv");
        StillOpen curve = StillOpen.of(deaths(aml.where("x", "Maintained")));
        double[] at = {9, 13, 18, 23, 31, 34, 48};
        double[] share = {0.909091, 0.818182, 0.715909, 0.613636, 0.490909, 0.368182, 0.184091};
        for (int i = 0; i < at.length; i++) {
            assertThat(curve.at(at[i], 0.95, LimitKind.LOG).share()).isEqualTo(share[i], within(PRINTED));
        }
        assertThat(curve.at(9, 0.95, LimitKind.LOG).share()).isEqualTo(10.0 / 11, within(1e-15));
        assertThat(curve.at(9, 0.95, LimitKind.LOG).standardError()).isEqualTo(0.086678, within(PRINTED));
        assertThat(curve.median(0.95, LimitKind.LOG).estimate()).hasValue(31);
        StillOpen other = StillOpen.of(deaths(aml.where("x", "Nonmaintained")));
        assertThat(other.median(0.95, LimitKind.LOG).estimate()).hasValue(23);
    }

    @Test
    @DisplayName("lung cancer: medians with limits, a year's share, the restricted mean")
    void lungCancer() {
        Tables lung = Tables.read("survival/lung.csv");
        StillOpen.Time men = StillOpen.of(lung(lung.where("sex", "1"))).median(0.95, LimitKind.LOG);
        StillOpen.Time women = StillOpen.of(lung(lung.where("sex", "2"))).median(0.95, LimitKind.LOG);
        assertThat(new double[] {
                    men.estimate().orElseThrow(), men.lower().orElseThrow(),
                            men.upper().orElseThrow(),
                    women.estimate().orElseThrow(), women.lower().orElseThrow(),
                            women.upper().orElseThrow()
                })
                .containsExactly(270, 212, 310, 426, 348, 550);
        StillOpen all = StillOpen.of(lung(lung));
        ShareAt year = all.at(365, 0.95, LimitKind.LOG);
        assertThat(new double[] {year.share(), year.standardError(), year.lower(), year.upper()})
                .containsExactly(new double[] {0.409242, 0.035824, 0.344722, 0.485838}, within(PRINTED));
        assertThat(all.restrictedMean(365).mean()).isEqualTo(263.2219, within(5e-5));
        assertThat(all.restrictedMean(365).standardError()).isEqualTo(7.7989, within(5e-5));
    }

    @Test
    @DisplayName("limits by the log of the hazard lie about S^exp(±z·e/(S·log S)) and never leave 0 to 1")
    void logLog() {
        Exits few = Exits.of(List.of("left"), new double[] {1, 2, 3, 4}, new int[] {1, 1, 1, 0});
        ShareAt first = StillOpen.of(few).at(1, 0.95, LimitKind.LOG_LOG);
        assertThat(first.share()).isEqualTo(0.75, within(1e-15));
        double power = Math.exp(1.959963984540054 * Math.sqrt(1 / 12.0) / Math.log(0.75));
        assertThat(first.lower()).isEqualTo(Math.pow(0.75, 1 / power), within(1e-12));
        assertThat(first.upper()).isEqualTo(Math.pow(0.75, power), within(1e-12));
    }

    @Test
    @DisplayName("late entries count from when they were seen: 0.80, 0.64, 0.48, 0")
    void lateEntries() {
        Exits late =
                Exits.of(List.of("left"), new double[] {0, 2, 3, 0, 5, 1}, new double[] {4, 6, 9, 7, 12, 8}, new int[] {
                    1, 1, 0, 1, 1, 0
                });
        StillOpen curve = StillOpen.of(late);
        double[] at = {4, 6, 7, 12};
        double[] share = {0.8, 0.64, 0.48, 0};
        for (int i = 0; i < at.length; i++) {
            assertThat(curve.at(at[i], 0.95, LimitKind.LOG).share()).isEqualTo(share[i], within(1e-12));
        }
        assertThat(Shares.of(late).at(1, 7, 0.95).share()).isEqualTo(0.52, within(1e-12));
    }

    @Test
    @DisplayName("competing exits (mgus2): shares of both ways at 60, 120 and 240 months")
    void competing() {
        Tables mgus = Tables.read("survival/mgus2.csv");
        double[][] women = {{0.039790, 0.073886, 0.104941}, {0.263965, 0.480490, 0.695308}};
        double[][] men = {{0.029346, 0.055310, 0.095651}, {0.367627, 0.575178, 0.748128}};
        compare(Shares.of(mgus(mgus.where("sex", "F"))), women);
        compare(Shares.of(mgus(mgus.where("sex", "M"))), men);
    }

    private static void compare(Shares shares, double[][] wanted) {
        double[] at = {60, 120, 240};
        for (int kind = 0; kind < 2; kind++) {
            for (int i = 0; i < at.length; i++) {
                assertThat(shares.at(kind + 1, at[i], 0.95).share()).isEqualTo(wanted[kind][i], within(PRINTED));
            }
        }
    }

    @Test
    @DisplayName("the naive share would be 0.190 where the truth is 0.105, and nothing here can make it")
    void naive() {
        Exits women = mgus(Tables.read("survival/mgus2.csv").where("sex", "F"));
        assertThat(1 - naively(women, 240)).isEqualTo(0.190336, within(PRINTED));
        assertThat(Shares.of(women).at(1, 240, 0.95).share()).isEqualTo(0.104941, within(PRINTED));
        // The curve takes all exits or none: no entry to it names a kind.
        assertThat(Arrays.stream(StillOpen.class.getMethods())
                        .filter(m -> m.getReturnType().equals(StillOpen.class))
                        .map(Method::getParameterTypes))
                .containsExactly(new Class<?>[] {Exits.class});
        // And no entry makes cases of which one kind counts and the others are unknown.
        assertThat(Arrays.stream(Exits.class.getMethods())
                        .filter(m -> m.getReturnType().equals(Exits.class)
                                && Arrays.equals(m.getParameterTypes(), new Class<?>[] {int.class})))
                .isEmpty();
    }

    /** One minus this is the classic error: deaths treated as if they could still progress. */
    private static double naively(Exits exits, double until) {
        RiskTable table = RiskTable.of(exits);
        double share = 1;
        for (int k = 0; k < table.times.length && table.times[k] <= until; k++) {
            share *= 1 - table.left(k, 0, 0) / (double) table.atRisk[k];
        }
        return share;
    }

    @Test
    @DisplayName("none of a hundred is no proof of none: its upper limit is the exact one, 3.62 in a hundred")
    void none() {
        double[] exit = new double[100];
        int[] kind = new int[100];
        for (int i = 0; i < 100; i++) {
            exit[i] = 1 + i % 10;
            kind[i] = i % 2 == 0 ? 2 : 0;
        }
        Shares shares = Shares.of(Exits.of(List.of("convicted", "archived"), exit, kind));
        ShareAt first = shares.at(1, 1, 0.95);
        assertThat(first.share()).isZero();
        assertThat(first.upper()).isEqualTo(1 - Math.pow(0.025, 0.01), within(1e-12));
        assertThat(shares.notAt(1, 1, 0.95).lower()).isEqualTo(0.9638, within(5e-5));
        // Later fewer are at risk, and some of those who are gone were archived: they count as followed.
        assertThat(shares.at(1, 9, 0.95).upper()).isGreaterThan(first.upper()).isLessThan(0.1);
    }

    @Test
    @DisplayName("one kind of exit: shares, errors and limits are those of the curve")
    void oneKind() {
        Exits lung = lung(Tables.read("survival/lung.csv"));
        ShareAt left = Shares.of(lung).at(1, 365, 0.95);
        ShareAt open = StillOpen.of(lung).at(365, 0.95, LimitKind.LOG_LOG);
        assertThat(left.share()).isEqualTo(1 - open.share(), within(1e-12));
        assertThat(left.standardError()).isEqualTo(open.standardError(), within(1e-12));
        assertThat(left.lower()).isEqualTo(1 - open.upper(), within(1e-12));
    }
}
