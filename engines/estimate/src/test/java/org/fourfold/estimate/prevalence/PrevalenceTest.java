package org.fourfold.estimate.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.fourfold.estimate.prevalence.MethodResult.Answer;
import org.fourfold.estimate.prevalence.loglinear.ByCriterion;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How many persons there are")
class PrevalenceTest {

    @Test
    @DisplayName("is told by all methods side by side, with what speaks against each: United Kingdom, five lists")
    void panel() {
        PrevalenceResult result = estimate("UKdat_5");
        assertThat(result.panel().answers()).hasSize(3);
        assertThat(answer(result, Method.INDEPENDENT).estimate()).isCloseTo(13_444, within(0.5));
        assertThat(answer(result, Method.STEPWISE).estimate()).isCloseTo(11_312.99, within(0.01));
        assertThat(answer(result, Method.CRITERION).estimate()).isCloseTo(25_311.29, within(0.01));
        assertThat(result.panel().range().highest())
                .isEqualTo(answer(result, Method.CRITERION).estimate());
        assertThat(codes(result.cautions()))
                .contains("methods-differ", "pairs-without-overlap", "models-without-estimate", "small-counts");
        assertThat(codes(answer(result, Method.CRITERION).cautions()))
                .contains("several-heaps", "model-seldom-chosen", "one-case-moves");
        assertThat(answer(result, Method.STEPWISE).others())
                .extracting(Interval::kind)
                .containsExactly(Interval.Kind.PERCENTILE, Interval.Kind.STUDENTISED_LOG, Interval.Kind.MODEL_ALONE);
        assertThat(result.ranking().orElseThrow().best().getFirst().text()).isEqualTo("PFNCA:GO, NG:GP, LA:NG:PFNCA");
    }

    @Test
    @DisplayName("comes with the data's digest, the seed and the version, and is the same on any number of threads")
    void provenance() {
        PrevalenceResult once = estimate("Korea");
        CaptureTable table = MseTables.read("Korea");
        assertThat(Prevalence.estimate(table, few(table), Run.of(4).with(3))).isEqualTo(once);
        assertThat(once.provenance().seed()).isEqualTo(4);
        assertThat(once.provenance().dataSha256()).hasSize(64);
        assertThat(codes(once.cautions())).contains("list-not-foretold", "list-not-checked", "methods-differ");
    }

    @Test
    @DisplayName("is told with care where lists are small and one person moves it: New Orleans, eight lists")
    void smallLists() {
        PrevalenceResult result = estimate("NewOrl");
        assertThat(codes(result.cautions())).contains("small-list", "not-all-models");
        assertThat(codes(answer(result, Method.STEPWISE).cautions())).contains("one-case-moves");
        assertThat(answer(result, Method.STEPWISE).leaveOneOut().orElseThrow().highest())
                .isGreaterThan(1183);
    }

    @Test
    @DisplayName(
            "has the Bayesian methods beside the others, each at its published place: five lists of the United Kingdom")
    void bayesian() {
        CaptureTable table = MseTables.read("UKdat_5");
        PrevalenceOptions asked = PrevalenceOptions.usual(table)
                .with(EnumSet.of(Method.THRESHOLD, Method.LATENT, Method.GRAPHS))
                .withoutHiding();
        PrevalenceResult result = Prevalence.estimate(table, asked, Run.of(1).with(2));
        assertThat(answer(result, Method.THRESHOLD).estimate()).isCloseTo(12_400, within(100.0));
        assertThat(answer(result, Method.GRAPHS).estimate()).isCloseTo(22_990, within(1.0));
        assertThat(answer(result, Method.GRAPHS).limits().upper95()).isCloseTo(33_508, within(1.0));
        assertThat(result.panel().answers())
                .allSatisfy(each -> assertThat(each.spread().bars().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isGreaterThan(1_000));
        assertThat(result.panel().methods())
                .as("the classes' chains are worth some forty draws here: no number, and the reason")
                .anySatisfy(each -> assertThat(each)
                        .isInstanceOfSatisfying(
                                MethodResult.NoAnswer.class,
                                none -> assertThat(codes(none.why())).contains("few-draws")));
    }

    @Test
    @DisplayName("can be asked of two lists; the pair's dependence cannot be told from who is missing")
    void twoLists() {
        CaptureTable table = CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3}, new long[] {40, 25, 10});
        PrevalenceResult result = Prevalence.estimate(table, few(table), Run.of(1));
        assertThat(result.panel().answers())
                .allSatisfy(a -> assertThat(a.estimate()).isCloseTo(175, within(1e-6)));
        assertThat(codes(result.cautions())).contains("models-without-estimate");
    }

    @Test
    @DisplayName("can be asked of ten lists")
    void tenLists() {
        int[] histories = new int[55];
        long[] counts = new long[55];
        int row = 0;
        for (int a = 0; a < 10; a++) {
            for (int b = a; b < 10; b++) {
                histories[row] = 1 << a | 1 << b;
                counts[row++] = a == b ? 60 + 5 * a : (a + b) % 4;
            }
        }
        CaptureTable table =
                CaptureTable.of(List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"), histories, counts);
        PrevalenceOptions options =
                options(table, new Stepwise.Options(0.02, 20), new ByCriterion.Options(2, 5, 20, 1), false);
        assertThat(Prevalence.estimate(table, options, Run.of(1)).panel().answers())
                .hasSize(3);
    }

    @Test
    @DisplayName("is refused where no model has an estimate: all persons are on all lists")
    void refused() {
        CaptureTable table = CaptureTable.of(List.of("A", "B", "C"), new int[] {7}, new long[] {20});
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> Prevalence.estimate(table, few(table), Run.of(1)));
        assertThat(codes(refused.problems())).contains("no-estimate");
    }

    @Test
    @DisplayName(
            "has a 95 % interval with a known truth in it about as often as it says: four lists, two of them dependent")
    void coverage() {
        int truth = 3000;
        int met = 0;
        int sets = 60;
        Stepwise.Options options = new Stepwise.Options(0.02, 200);
        for (int set = 0; set < sets; set++) {
            CaptureTable table = drawn(truth, set);
            Limits limits =
                    Stepwise.estimate(table, options, Run.of(set)).bootstrap().bca();
            met += limits.lower95() <= truth && truth <= limits.upper95() ? 1 : 0;
        }
        assertThat(met).isBetween(50, 60);
    }

    /** Persons with chances 0.2, 0.15, 0.1 and 0.1 of a list; who is on the first is thrice as often on the second. */
    private static CaptureTable drawn(int persons, long seed) {
        var chance = org.fourfold.estimate.run.Chance.stream(seed, 99, 0);
        int[] histories = new int[persons];
        for (int i = 0; i < persons; i++) {
            int a = chance.nextDouble() < 0.2 ? 1 : 0;
            int b = chance.nextDouble() < (a == 1 ? 0.36 : 0.12) ? 2 : 0;
            histories[i] = a | b | (chance.nextDouble() < 0.1 ? 4 : 0) | (chance.nextDouble() < 0.1 ? 8 : 0);
        }
        int[] seen = Arrays.stream(histories).filter(h -> h > 0).toArray();
        long[] ones = new long[seen.length];
        Arrays.fill(ones, 1);
        return CaptureTable.of(List.of("A", "B", "C", "D"), seen, ones);
    }

    private static PrevalenceResult estimate(String name) {
        CaptureTable table = MseTables.read(name);
        return Prevalence.estimate(table, few(table), Run.of(4));
    }

    private static PrevalenceOptions few(CaptureTable table) {
        int order = ByCriterion.Options.usual(table.lists().size()).order();
        return options(table, new Stepwise.Options(0.02, 300), new ByCriterion.Options(order, 50, 300, 3), true);
    }

    /** The log-linear methods alone. */
    private static PrevalenceOptions options(
            CaptureTable table, Stepwise.Options stepwise, ByCriterion.Options criterion, boolean hideLists) {
        PrevalenceOptions usual = PrevalenceOptions.usual(table);
        return new PrevalenceOptions(
                EnumSet.of(Method.INDEPENDENT, Method.STEPWISE, Method.CRITERION),
                stepwise,
                criterion,
                usual.threshold(),
                usual.latent(),
                usual.graphs(),
                hideLists);
    }

    private static Answer answer(PrevalenceResult result, Method method) {
        return result.panel().answers().stream()
                .filter(a -> a.method() == method)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(p -> p.fault().code()).distinct().toList();
    }
}
