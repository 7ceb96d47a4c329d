package org.fourfold.estimate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What policy evaluation refuses and cautions of, beyond single series")
class PolicyFaultTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final Policy POLICY = new Policy("p", LocalDate.of(2017, 1, 1));
    private static final double[] NOT_KNOWN = {};

    private static Series series(String name, double... counts) {
        return Series.of(name, Step.MONTH, FIRST, counts, NOT_KNOWN);
    }

    private static double[] steady(int n) {
        return IntStream.range(0, n).mapToDouble(t -> 50 + (t * 7) % 11).toArray();
    }

    private static PolicyQuestion question(CountModel model, List<LocalDate> placebos, Series... sources) {
        return new PolicyQuestion(
                POLICY,
                Arrays.stream(sources).map(s -> new Source("o", s)).toList(),
                List.of(),
                placebos,
                new SegmentedOptions(model, 2, false, OptionalInt.empty()),
                0.95,
                0.2);
    }

    private static List<String> cautions(PolicyQuestion question) {
        return PolicyEffect.of(question, Run.of(1)).cautions().stream()
                .map(p -> p.fault().code())
                .toList();
    }

    @Test
    @DisplayName("series too long, exposures of another length, names twice, placebo dates without room")
    void series() {
        assertThat(PolicyEffectTest.faults(
                        () -> Series.of("s", Step.DAY, FIRST, steady(Series.PERIODS_MAX + 1), NOT_KNOWN)))
                .containsExactly("series-too-long s");
        assertThat(PolicyEffectTest.faults(() -> Series.of("s", Step.MONTH, FIRST, steady(24), new double[] {1})))
                .containsExactly("lengths-differ s");
        Series one = series("s", steady(60));
        assertThat(PolicyEffectTest.faults(() -> PolicyEffect.of(
                        question(CountModel.POISSON, List.of(LocalDate.of(2016, 12, 1)), one, one), Run.of(1))))
                .containsExactly("placebo-outside s", "name-twice ", "placebo-outside s");
    }

    @Test
    @DisplayName("a model whose coefficients have no end is no answer: cases in one month of the year alone")
    void runaway() {
        double[] counts = new double[60];
        for (int t = 0; t < 60; t += 12) {
            counts[t] = 9;
        }
        assertThat(PolicyEffectTest.faults(() ->
                        PolicyEffect.of(question(CountModel.QUASI_POISSON, List.of(), series("s", counts)), Run.of(1))))
                .isSubsetOf("no-convergence ", "terms-not-told-apart ");
    }

    @Test
    @DisplayName("scatter beyond Poisson's, months that depend on each other, many months without a case")
    void scatter() {
        RandomGenerator random = Chance.stream(3, 1, 0);
        double[] wild = new double[72];
        double[] slow = new double[72];
        double[] rare = new double[72];
        double drift = 0;
        for (int t = 0; t < 72; t++) {
            drift = 0.9 * drift + 0.1 * random.nextGaussian();
            wild[t] = PolicyEffectTest.poisson(random, 100 * Math.exp(0.4 * random.nextGaussian()));
            slow[t] = PolicyEffectTest.poisson(random, 190 * Math.exp(drift));
            rare[t] = PolicyEffectTest.poisson(random, 0.4);
        }
        assertThat(cautions(question(CountModel.POISSON, List.of(), series("s", wild))))
                .contains("overdispersed");
        assertThat(cautions(question(CountModel.QUASI_POISSON, List.of(), series("s", slow))))
                .contains("residuals-depend");
        assertThat(cautions(question(CountModel.QUASI_POISSON, List.of(), series("s", rare))))
                .contains("many-zeros");
    }

    @Test
    @DisplayName("a change as large as one that came before the policy is no sign of it; few placebos are told")
    void placebos() {
        RandomGenerator random = Chance.stream(3, 2, 0);
        double[] before = new double[60];
        double[] once = new double[60];
        for (int t = 0; t < 60; t++) {
            before[t] = PolicyEffectTest.poisson(random, t >= 18 && t < 36 ? 180 : 90);
            once[t] = PolicyEffectTest.poisson(random, t < 36 ? 150 : 60);
        }
        assertThat(cautions(question(CountModel.QUASI_POISSON, List.of(), series("s", before))))
                .contains("placebo-dates-alike");
        assertThat(cautions(question(CountModel.QUASI_POISSON, List.of(LocalDate.of(2015, 6, 1)), series("s", once))))
                .contains("few-placebo-dates");
        PolicyQuestion within = PolicyQuestion.of(
                new Policy("p", LocalDate.of(2016, 12, 15)), List.of(new Source("o", series("s", once))));
        assertThat(cautions(within)).contains("policy-mid-period");
        PolicyQuestion two = new PolicyQuestion(
                POLICY,
                List.of(new Source("o", series("s", once))),
                List.of(series("other", steady(60))),
                List.of(),
                SegmentedOptions.usual(),
                0.95,
                0.2);
        assertThat(cautions(two)).contains("few-placebo-places");
    }

    @Test
    @DisplayName("panels: cells without a case, too many terms, places that always had it, places that differed before")
    void panels() {
        double[] late = steady(24);
        Arrays.fill(late, 12, 24, 0);
        Optional<LocalDate> year = Optional.of(FIRST.plusMonths(12));
        EventStudyOptions options = new EventStudyOptions(3, 2, 2, 0.95);
        assertThat(PolicyEffectTest.faults(() -> PolicyEffect.staggered(
                        new Panel(List.of(
                                new Panel.Place(series("a", late), year),
                                new Panel.Place(series("b", steady(24)), Optional.empty()))),
                        options,
                        Run.of(1))))
                .contains("empty-cell ");
        assertThat(PolicyEffectTest.faults(() -> PolicyEffect.staggered(
                        new Panel(List.of(
                                new Panel.Place(series("a", steady(1600)), year),
                                new Panel.Place(series("b", steady(1600)), Optional.empty()))),
                        new EventStudyOptions(1, 2, 2, 0.95),
                        Run.of(1))))
                .containsExactly("panel-too-large ");
        double[] rising = IntStream.range(0, 24)
                .mapToDouble(t -> Math.rint(100 * Math.exp(0.1 * t)))
                .toArray();
        EventStudyResult result = PolicyEffect.staggered(
                new Panel(List.of(
                        new Panel.Place(series("a", rising), year),
                        new Panel.Place(series("b", rising), year),
                        new Panel.Place(series("c", steady(24)), Optional.empty()),
                        new Panel.Place(series("d", steady(24)), Optional.empty()),
                        new Panel.Place(series("e", steady(24)), Optional.of(FIRST)))),
                options,
                Run.of(1));
        assertThat(result.cautions())
                .extracting(p -> p.fault().code())
                .containsExactly("always-adopted", "different-before", "few-places");
    }

    @Test
    @DisplayName("controls: none, too many, no numbers, other lengths, other periods, never varying")
    void controls() {
        StructuralOptions options = StructuralOptions.usual();
        double[] y = steady(40);
        StructuralQuestion.Control same = new StructuralQuestion.Control("x", new double[40]);
        assertThat(PolicyEffectTest.faults(() -> new StructuralQuestion("y", y, List.of(), 30, false, options)))
                .containsExactly("no-control y");
        assertThat(PolicyEffectTest.faults(
                        () -> new StructuralQuestion("y", y, Collections.nCopies(51, same), 30, false, options)))
                .containsExactly("too-many-controls y");
        assertThat(PolicyEffectTest.faults(() -> new StructuralQuestion(
                        "y",
                        y,
                        List.of(
                                new StructuralQuestion.Control("x", new double[] {Double.NaN}),
                                new StructuralQuestion.Control("z", y)),
                        5,
                        false,
                        options)))
                .containsExactly("too-few-around y", "lengths-differ x", "value-not-finite x 1");
        assertThat(PolicyEffectTest.faults(() -> PolicyEffect.against(
                        new StructuralQuestion("y", y, List.of(same), 30, false, options), Run.of(1))))
                .containsExactly("terms-not-told-apart ");
        Series shifted = Series.of("x", Step.MONTH, FIRST.plusMonths(1), steady(60), NOT_KNOWN);
        assertThat(PolicyEffectTest.faults(
                        () -> StructuralQuestion.of(series("y", steady(60)), List.of(shifted), POLICY, options)))
                .containsExactly("panel-uneven x");
        StructuralResult result = PolicyEffect.against(
                StructuralQuestion.of(
                        series("y", steady(60)),
                        List.of(series("x", Arrays.copyOfRange(steady(65), 5, 65))),
                        POLICY,
                        options),
                Run.of(1));
        assertThat(result.cautions()).extracting(p -> p.fault().code()).containsExactly("controls-must-be-untouched");
        assertThat(result.relative().lower()).isGreaterThan(-1);
    }

    @Test
    @DisplayName("chains that do not agree are no answer")
    void chains() {
        StructuralQuestion few =
                StructuralSeriesTest.drawn(Chance.stream(8, 1, 0), new StructuralOptions(3, 0.1, 2, 200, 0.95));
        assertThat(PolicyEffectTest.faults(() -> PolicyEffect.against(few, Run.of(1))))
                .containsExactly("chains-disagree y");
    }
}
