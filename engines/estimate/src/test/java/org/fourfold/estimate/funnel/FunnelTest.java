package org.fourfold.estimate.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How far cases got")
class FunnelTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final Road SHORT = new Road(List.of("reported", "charged", "convicted"), List.of("archived"));

    private static CaseHistory one(int seen, Object... steps) {
        List<CaseHistory.Step> made = new ArrayList<>();
        for (int i = 0; i < steps.length; i += 2) {
            made.add(new CaseHistory.Step(DAY.plusDays((Integer) steps[i]), (String) steps[i + 1]));
        }
        return new CaseHistory(DAY, DAY.plusDays(seen), made);
    }

    @Test
    @DisplayName("four cases by hand: charged 2/4, convicted 1/4, archived 1/4, each state's share by day")
    void byHand() {
        CaseHistories cases = CaseHistories.of(
                SHORT,
                List.of(one(0, 10, "charged", 40, "convicted"), one(0, 20, "charged"), one(0, 30, "archived"), one(0)),
                DAY.plusDays(100));
        FunnelResult result = Funnel.of(cases, new FunnelOptions("convicted", List.of(15.0, 50.0), 0.95), Run.of(1));
        assertThat(result.reached().get(0).at().get(1).share()).isEqualTo(0.5, within(1e-12));
        assertThat(result.reached().get(1).at().get(1).share()).isEqualTo(0.25, within(1e-12));
        assertThat(result.impunity().get(1).share()).isEqualTo(0.75, within(1e-12));
        // Of four independent cases one: variance p q / n.
        assertThat(result.impunity().get(1).standardError()).isEqualTo(Math.sqrt(0.25 * 0.75 / 4), within(1e-12));
        assertThat(result.open()).isEqualTo(2);
        double[] shares = {0.25, 0.25, 0.25, 0.25};
        for (int state = 0; state < 4; state++) {
            ShareAt at = result.chain().at(state, 50, 0.95);
            assertThat(at.share()).isEqualTo(shares[state], within(1e-12));
            assertThat(at.standardError()).isEqualTo(Math.sqrt(0.25 * 0.75 / 4), within(1e-12));
        }
        FunnelResult.Edge charged = result.edges().get(1);
        assertThat(charged.from()).isEqualTo("charged");
        assertThat(charged.cases()).isEqualTo(2);
        assertThat(charged.shares().at(3, 30, 0.95).share()).isEqualTo(0.5, within(1e-12));
        assertThat(result.provenance().dataSha256()).hasSize(64);
    }

    @Test
    @DisplayName("of several steps on one day the last counts, and what happens on the first day happens to all")
    void oneDay() {
        CaseHistories cases = CaseHistories.of(
                SHORT,
                List.of(one(0, 0, "charged", 0, "convicted"), one(0, 0, "archived"), one(0, 5, "charged")),
                DAY.plusDays(9));
        FunnelResult result = Funnel.of(cases, new FunnelOptions("convicted", List.of(0.0, 8.0), 0.95), Run.of(1));
        assertThat(result.impunity().get(0).share()).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(result.chain().at(0, 0, 0.95).share()).isEqualTo(1 / 3.0, within(1e-12));
    }

    @Test
    @DisplayName("a chain with open cases and late entries recovers its known shares, and 95 % intervals hold them")
    void recovers() {
        // Days: reported -> charged 0.02, -> archived 0.03; charged -> convicted 0.01, -> archived 0.01.
        double[] truth = truth(60);
        int samples = 300;
        double[] mean = new double[4];
        int[] held = new int[4];
        for (int s = 0; s < samples; s++) {
            ChainShares chain = ChainShares.of(drawn(Chance.stream(3, 1, s), 250));
            for (int state = 0; state < 4; state++) {
                ShareAt at = chain.at(state, 60, 0.95);
                mean[state] += at.share() / samples;
                held[state] += at.lower() <= truth[state] && truth[state] <= at.upper() ? 1 : 0;
            }
        }
        for (int state = 0; state < 4; state++) {
            assertThat(mean[state]).as("state %s", state).isEqualTo(truth[state], within(0.012));
            assertThat(held[state] / (double) samples).as("state %s", state).isBetween(0.91, 0.985);
        }
    }

    private static double[] truth(int days) {
        double[] p = {1, 0, 0, 0};
        int steps = 100_000;
        double h = days / (double) steps;
        for (int i = 0; i < steps; i++) {
            double charged = 0.02 * p[0];
            double archived = 0.03 * p[0];
            double convicted = 0.01 * p[1];
            double late = 0.01 * p[1];
            p[0] -= h * (charged + archived);
            p[1] += h * (charged - convicted - late);
            p[2] += h * convicted;
            p[3] += h * (archived + late);
        }
        return p;
    }

    /** Times to the day; a third of cases was listed up to 20 days late, and is there only if it had not ended by then. */
    private static CaseHistories drawn(RandomGenerator random, int n) {
        List<CaseHistory> cases = new ArrayList<>();
        LocalDate end = DAY.plusDays(400);
        while (cases.size() < n) {
            LocalDate reported = end.minusDays(30 + random.nextInt(120));
            int late = random.nextInt(3) == 0 ? random.nextInt(20) : 0;
            List<CaseHistory.Step> steps = new ArrayList<>();
            double t = random.nextExponential() / 0.05;
            boolean charged = random.nextDouble() < 0.4;
            double ended = t;
            steps.add(new CaseHistory.Step(reported.plusDays((long) Math.ceil(t)), charged ? "charged" : "archived"));
            if (charged) {
                ended = t + random.nextExponential() / 0.02;
                steps.add(new CaseHistory.Step(
                        reported.plusDays((long) Math.ceil(ended)), random.nextBoolean() ? "convicted" : "archived"));
            }
            steps.removeIf(step -> step.day().isAfter(end));
            if (Math.ceil(ended) > late) {
                cases.add(new CaseHistory(reported, reported.plusDays(late), steps));
            }
        }
        return CaseHistories.of(SHORT, cases, end);
    }

    @Test
    @DisplayName("groups are put side by side, with Gray's test of their shares")
    void compares() {
        CaseHistories cases = drawn(Chance.stream(4, 1, 0), 400);
        int[] half = new int[400];
        int[] strata = new int[400];
        for (int i = 0; i < 400; i++) {
            half[i] = i % 2;
            strata[i] = i % 3;
        }
        GroupsResult result = Funnel.compare(
                cases,
                List.of("one", "two"),
                half,
                strata,
                new FunnelOptions("convicted", List.of(60.0), 0.95),
                Run.of(1));
        assertThat(result.groups()).extracting(GroupsResult.Line::cases).containsExactly(200, 200);
        assertThat(result.shares().p()).isBetween(0.001, 1.0);
    }

    @Test
    @DisplayName("characteristics: rates by Cox, and shares by Fine and Gray unless some were seen late")
    void regresses() {
        CaseHistories late = drawn(Chance.stream(4, 2, 0), 300);
        double[] x = new double[300];
        List<CaseHistory> early = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            x[i] = i % 2;
            early.add(
                    i % 2 == 0 ? one(0, 5 + i, "convicted") : one(0, 5 + i / 2, i % 4 == 1 ? "convicted" : "archived"));
        }
        Covariates covariates = Covariates.of(List.of("odd"), x);
        FunnelOptions options = new FunnelOptions("convicted", List.of(60.0), 0.95);
        RegressionResult without = Funnel.regress(late, covariates, new int[0], CoxTies.EFRON, options, Run.of(1));
        assertThat(without.shares()).isEmpty();
        RegressionResult with = Funnel.regress(
                CaseHistories.of(SHORT, early, DAY.plusDays(400)),
                covariates,
                new int[0],
                CoxTies.EFRON,
                options,
                Run.of(1));
        // Odd ones leave twice as quickly, but half of them are archived: a like rate, a smaller share.
        assertThat(with.rates().coefficients().getFirst().ratio()).isBetween(0.7, 2.0);
        assertThat(with.shares().orElseThrow().coefficients().getFirst().estimate())
                .isLessThan(-0.2);
    }

    @Test
    @DisplayName("refuses what cannot have been, a case by its place, and says all of it at once")
    void refuses() {
        LocalDate end = DAY.plusDays(50);
        assertThat(faults(() -> CaseHistories.of(SHORT, List.of(), end))).containsExactly("nobody ");
        assertThat(faults(() -> CaseHistories.of(
                        SHORT,
                        List.of(
                                one(0, 60, "charged"),
                                one(0, 9, "charged", 5, "convicted"),
                                one(0, 9, "archived", 12, "charged"),
                                one(0, 9, "sold"),
                                one(30, 9, "archived"),
                                new CaseHistory(LocalDate.of(202, 1, 1), LocalDate.of(202, 1, 1), List.of())),
                        end)))
                .containsExactly(
                        "date-out-of-range 1",
                        "steps-out-of-order 2",
                        "step-after-end 3",
                        "unknown-state 4",
                        "entry-after-exit 5",
                        "date-out-of-range 6");
        CaseHistories open = CaseHistories.of(SHORT, List.of(one(0)), end);
        assertThat(faults(() -> Funnel.of(open, FunnelOptions.usual(), Run.of(1))))
                .containsExactly("nobody-ended ");
        assertThat(faults(() -> Exits.of(
                        List.of("a"), new double[] {0, 5, 0}, new double[] {3, 4, Double.POSITIVE_INFINITY}, new int[] {
                            7, 1, 0
                        })))
                .containsExactly("unknown-state 1", "entry-after-exit 2", "time-out-of-range 3");
    }

    @Test
    @DisplayName("cautions where the data end, where few are left, and where nobody took a way out")
    void cautions() {
        CaseHistories cases = CaseHistories.of(
                SHORT, List.of(one(0, 10, "charged", 20, "convicted"), one(0, 12, "charged")), DAY.plusDays(50));
        FunnelResult result = Funnel.of(cases, new FunnelOptions("convicted", List.of(30.0, 900.0), 0.95), Run.of(1));
        assertThat(result.cautions())
                .extracting(p -> p.fault().code() + " " + p.details())
                .containsExactly("few-at-risk [30, 1]", "beyond-data [900, 50]", "exit-never-taken [archived]");
    }

    static List<String> faults(ThrowingCallable call) {
        return catchThrowableOfType(RefusedException.class, call).problems().stream()
                .map(p -> p.fault().code() + " " + p.place())
                .toList();
    }
}
