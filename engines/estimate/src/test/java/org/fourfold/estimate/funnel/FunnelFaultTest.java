package org.fourfold.estimate.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a funnel refuses and cautions of, beyond dates")
class FunnelFaultTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final Road SHORT = new Road(List.of("reported", "charged", "convicted"), List.of("archived"));
    private static final int[] NO_STRATA = {};

    @Test
    @DisplayName("roads and exits without names, with names twice, with too many, with columns of other lengths")
    void names() {
        assertThat(FunnelTest.faults(() -> Exits.of(List.of(), new double[] {1}, new int[] {0})))
                .containsExactly("too-many-states ");
        assertThat(FunnelTest.faults(() -> Exits.of(List.of("a", "a"), new double[] {1}, new int[] {0})))
                .containsExactly("state-twice ");
        assertThat(FunnelTest.faults(() -> Exits.of(List.of("a"), new double[] {1}, new int[] {0, 1})))
                .containsExactly("lengths-differ ");
        assertThat(FunnelTest.faults(() -> Exits.of(List.of("a"), new double[0], new int[0])))
                .containsExactly("nobody ");
        List<String> many = IntStream.range(0, 17).mapToObj(i -> "s" + i).toList();
        assertThat(FunnelTest.faults(() -> new Road(many, List.of()))).containsExactly("too-many-states ");
        assertThat(FunnelTest.faults(() -> new Road(List.of("a"), List.of("a"))))
                .containsExactly("one-stage ", "state-twice ");
        CaseHistories one = CaseHistories.of(SHORT, List.of(new CaseHistory(DAY, DAY, List.of())), DAY.plusDays(9));
        assertThat(FunnelTest.faults(() -> Funnel.of(one, FunnelOptions.usual(), Run.of(1))))
                .contains("nobody-ended ");
        assertThat(FunnelTest.faults(() -> Funnel.of(one, new FunnelOptions("sold", List.of(1.0), 0.95), Run.of(1))))
                .containsExactly("unknown-state ");
    }

    @Test
    @DisplayName(
            "regressions of characteristics that are no numbers, tests of one group, more exact ties than numbers hold")
    void regressions() {
        assertThat(FunnelTest.faults(() -> Covariates.of(List.of("x"), new double[] {1, Double.NaN})))
                .containsExactly("covariate-not-finite 2");
        Exits exits = Exits.of(List.of("a"), new double[] {1, 2}, new int[] {1, 1});
        assertThat(FunnelTest.faults(() -> RankTest.logRank(exits, 1, new int[] {0, 0}, NO_STRATA)))
                .containsExactly("one-group ");
        int n = CoxLikelihood.TIES_MAX + 1;
        int[] all = new int[n];
        double[] at = new double[n];
        Arrays.fill(all, 1);
        Arrays.fill(at, 3);
        double[] x = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        Exits tied = Exits.of(List.of("a"), at, all);
        assertThat(FunnelTest.faults(() -> Cox.fit(tied, 1, Covariates.of(List.of("x"), x), NO_STRATA, CoxTies.EXACT)))
                .containsExactly("too-many-ties 3.0");
    }

    @Test
    @DisplayName("late entries: few at first, and cases that had got there before they were seen")
    void lateEntries() {
        List<CaseHistory> cases = new ArrayList<>();
        cases.add(one(0, 5, "archived"));
        cases.add(one(0, 60, "archived"));
        cases.add(one(30, 10, "charged", 20, "convicted", 90, "archived"));
        for (int i = 0; i < 20; i++) {
            cases.add(one(10, 50 + i, "convicted"));
        }
        Road road = new Road(List.of("reported", "charged", "convicted", "paid"), List.of("archived"));
        FunnelResult result = Funnel.of(
                CaseHistories.of(road, cases, DAY.plusDays(100)),
                new FunnelOptions("convicted", List.of(30.0), 0.95),
                Run.of(1));
        assertThat(result.cautions())
                .extracting(p -> p.fault().code() + " " + p.details())
                .containsExactly("few-at-risk-early [5, 2]", "before-seen [1]");
    }

    private static CaseHistory one(int seen, Object... steps) {
        List<CaseHistory.Step> made = new ArrayList<>();
        for (int i = 0; i < steps.length; i += 2) {
            made.add(new CaseHistory.Step(DAY.plusDays((Integer) steps[i]), (String) steps[i + 1]));
        }
        return new CaseHistory(DAY, DAY.plusDays(seen), made);
    }

    @Test
    @DisplayName("an effect that turns with time is told as not proportional, a constant one is not")
    void notProportional() {
        RandomGenerator random = Chance.stream(9, 1, 0);
        int n = 600;
        double[] turning = new double[n];
        double[] constant = new double[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i % 2;
            double e = random.nextExponential();
            constant[i] = e / (1 + x[i]);
            // Rate 3 until 0.3 and 0.3 afterwards, against 1.
            turning[i] = x[i] == 0 ? e : e < 0.9 ? e / 3 : 0.3 + (e - 0.9) / 0.3;
        }
        assertThat(cautions(turning, x)).containsExactly("not-proportional");
        assertThat(cautions(constant, x)).isEmpty();
    }

    private static List<String> cautions(double[] exit, double[] x) {
        int[] kind = new int[exit.length];
        Arrays.fill(kind, 1);
        return Cox.fit(Exits.of(List.of("a"), exit, kind), 1, Covariates.of(List.of("x"), x), NO_STRATA, CoxTies.EFRON)
                .cautions()
                .stream()
                .map(p -> p.fault().code())
                .toList();
    }
}
