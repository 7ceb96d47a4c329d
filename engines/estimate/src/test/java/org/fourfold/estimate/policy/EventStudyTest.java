package org.fourfold.estimate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Places that took a policy up at different times")
class EventStudyTest {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int PERIODS = 36;

    /**
     * Places of three cohorts (months 12, 18, 24; effects that grow, and differ by cohort) and, if asked, some that never took it up;
     * all share a trend and a season and have rates of their own.
     */
    private static Panel drawn(RandomGenerator random, int perCohort, int never, double effect) {
        List<Panel.Place> places = new ArrayList<>();
        int[] cohorts = {12, 18, 24};
        for (int i = 0; i < 3 * perCohort + never; i++) {
            int from = i < 3 * perCohort ? cohorts[i % 3] : PERIODS;
            double rate = 20 + 60 * random.nextDouble();
            double[] counts = new double[PERIODS];
            for (int t = 0; t < PERIODS; t++) {
                double log = 0.01 * t + 0.2 * Math.sin(t * Math.PI / 6);
                log += t >= from ? truth(i % 3, t - from, effect) : 0;
                counts[t] = PolicyEffectTest.poisson(random, rate * Math.exp(log));
            }
            places.add(new Panel.Place(
                    Series.of("place " + i, Step.MONTH, FIRST, counts, new double[0]),
                    from < PERIODS ? Optional.of(FIRST.plusMonths(from)) : Optional.empty()));
        }
        return new Panel(places);
    }

    private static double truth(int cohort, int since, double effect) {
        return effect * (1 + cohort) * (1 + since / 3);
    }

    @Test
    @DisplayName(
            "effects that differ by cohort and grow are found cell by cell, with nothing before; 95 % intervals hold them")
    void recovers() {
        int samples = 60;
        int held = 0;
        int cells = 0;
        int early = 0;
        double[] mean = new double[4];
        for (int s = 0; s < samples; s++) {
            EventStudyResult result = PolicyEffect.staggered(
                    drawn(Chance.stream(6, 1, s), 4, 8, -0.05), new EventStudyOptions(3, 2, 4, 0.95), Run.of(1));
            early += result.before().p() < 0.05 ? 1 : 0;
            for (EventStudyResult.Cell cell : result.cells()) {
                double truth = cell.relative() < 0
                        ? 0
                        : (truth(0, 3 * cell.relative(), -0.05)
                                        + truth(1, 3 * cell.relative(), -0.05)
                                        + truth(2, 3 * cell.relative(), -0.05))
                                / 3;
                held += Math.log(cell.lower()) <= truth && truth <= Math.log(cell.upper()) ? 1 : 0;
                cells++;
                if (cell.relative() >= 0) {
                    mean[cell.relative()] += cell.level().estimate() / samples;
                }
            }
        }
        for (int r = 0; r < 4; r++) {
            assertThat(mean[r]).as("cell %s", r).isEqualTo(-0.1 * (r + 1), within(0.02));
        }
        assertThat(held / (double) cells).isBetween(0.92, 0.99);
        assertThat(early).isLessThan(12);
    }

    @Test
    @DisplayName("a cohort's cell by hand: one place against one, the ratio of ratios")
    void byHand() {
        double[] with = new double[12];
        double[] without = new double[12];
        for (int t = 0; t < 12; t++) {
            with[t] = 10 + t;
            without[t] = 20 + (t * 7) % 5;
        }
        Panel panel = new Panel(List.of(
                new Panel.Place(
                        Series.of("a", Step.MONTH, FIRST, with, new double[0]), Optional.of(FIRST.plusMonths(6))),
                new Panel.Place(Series.of("b", Step.MONTH, FIRST, without, new double[0]), Optional.empty())));
        EventStudyResult result = PolicyEffect.staggered(panel, new EventStudyOptions(6, 0, 1, 0.95), Run.of(1));
        double ratio = sum(with, 6, 12) / sum(with, 0, 6) / (sum(without, 6, 12) / sum(without, 0, 6));
        assertThat(result.cells().getFirst().level().ratio()).isEqualTo(ratio, within(1e-8));
        assertThat(result.neverAdopted()).isTrue();
        assertThat(result.cautions()).extracting(p -> p.fault().code()).contains("few-places");
    }

    private static double sum(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum();
    }

    @Test
    @DisplayName("without places that never took it up the last to do so are the comparison, until they did")
    void notYet() {
        EventStudyResult result = PolicyEffect.staggered(
                drawn(Chance.stream(6, 2, 0), 6, 0, -0.1), new EventStudyOptions(3, 2, 3, 0.95), Run.of(1));
        assertThat(result.neverAdopted()).isFalse();
        assertThat(result.places()).isEqualTo(new EventStudyResult.Places(12, 6));
        assertThat(result.cells().getLast().level().estimate()).isLessThan(0);
        assertThat(result.cautions()).extracting(p -> p.fault().code()).contains("compared-until");
    }

    @Test
    @DisplayName("refuses a panel in which nobody took it up, all did at once, or periods differ")
    void refuses() {
        Series a = Series.of("a", Step.MONTH, FIRST, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}, new double[0]);
        Series b = Series.of("b", Step.MONTH, FIRST, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}, new double[0]);
        Series c = Series.of(
                "c", Step.MONTH, FIRST.plusMonths(1), new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}, new double[0]);
        Optional<LocalDate> june = Optional.of(FIRST.plusMonths(5));
        EventStudyOptions options = new EventStudyOptions(3, 1, 1, 0.95);
        assertThat(PolicyEffectTest.faults(() -> PolicyEffect.staggered(
                        new Panel(List.of(new Panel.Place(a, Optional.empty()), new Panel.Place(b, Optional.empty()))),
                        options,
                        Run.of(1))))
                .containsExactly("nobody-adopted ");
        assertThat(PolicyEffectTest.faults(() -> PolicyEffect.staggered(
                        new Panel(List.of(new Panel.Place(a, june), new Panel.Place(b, june))), options, Run.of(1))))
                .containsExactly("no-comparison ");
        assertThat(PolicyEffectTest.faults(
                        () -> new Panel(List.of(new Panel.Place(a, june), new Panel.Place(c, Optional.empty())))))
                .containsExactly("panel-uneven c");
    }
}
