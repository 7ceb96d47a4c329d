package org.fourfold.estimate.prevalence.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.estimate.numbers.Draws;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bayesian thresholding")
class BayesianThresholdTest {

    @Test
    @DisplayName("of two lists is the ratio of gammas times a prior that the data do not touch: known exactly")
    void twoLists() {
        CaptureTable table = CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3}, new long[] {60, 80, 25});
        Draws draws = new Draws(Chance.stream(4, 0, 0));
        double[] exact = new double[400_000];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = 165 + draws.gamma(60) * draws.gamma(80) / draws.gamma(25) * Math.exp(0.5 * draws.normal());
        }
        PopulationQuantiles expected = PopulationQuantiles.of(exact);
        ThresholdOptions options = new ThresholdOptions(0.25, 0, new ChainOptions(4, 2000, 10_000, 10, 1.05, 400));
        PopulationQuantiles found =
                BayesianThreshold.of(table, options, Run.of(2)).population();
        assertThat(found.median()).isEqualTo(expected.median(), within(0.03 * expected.median()));
        assertThat(found.lower95()).isEqualTo(expected.lower95(), within(0.03 * expected.lower95()));
        assertThat(found.upper95()).isEqualTo(expected.upper95(), within(0.06 * expected.upper95()));
    }

    @Test
    @DisplayName("gives what the R package gives with its normal prior, within the error of its ten thousand draws")
    void proper() {
        published("UKdat_5", 12_400, 150, 11_061, 250, 14_240, 300);
        published("UKdat", 12_346, 150, 10_891, 250, 14_408, 450);
        published("NewOrl_5", 994, 30, 669, 30, 1_671, 120);
        published("Korea", 153, 2, 134, 1.5, 201, 6);
    }

    private static void published(
            String name,
            double median,
            double error,
            double lower,
            double lowerError,
            double upper,
            double upperError) {
        ThresholdEstimate estimate = of(name, ThresholdOptions.PROPER);
        assertThat(estimate.population().median()).as(name).isEqualTo(median, within(error));
        assertThat(estimate.population().lower95()).as(name).isEqualTo(lower, within(lowerError));
        assertThat(estimate.population().upper95()).as(name).isEqualTo(upper, within(upperError));
        assertThat(estimate.acceptance()).isBetween(0.1, 0.4);
        assertThat(estimate.diagnosis().rHat()).isLessThan(1.01);
    }

    @Test
    @DisplayName(
            "with a flat prior puts LA:GP of the United Kingdom at minus infinity, and tells that LA:PFNCA stays or goes by chance: with it, the published 12,188")
    void improper() {
        ThresholdEstimate estimate = of("UKdat_5", ThresholdOptions.IMPROPER);
        assertThat(names(estimate, Dependence.Fate.NEVER_OVERLAP)).containsExactly("LA:GP");
        assertThat(names(estimate, Dependence.Fate.KEPT)).contains("LA:NG", "NG:GP", "PFNCA:GP", "GO:GP");
        assertThat(estimate.cautions())
                .contains(estimate.cautions().stream()
                        .filter(c -> c.fault().equals(PrevalenceFault.NEAR_THRESHOLD)
                                && c.place().equals("LA:PFNCA"))
                        .findFirst()
                        .orElseThrow());
        PopulationQuantiles withIt = names(estimate, Dependence.Fate.KEPT).contains("LA:PFNCA")
                ? estimate.population()
                : estimate.others().getFirst().population();
        assertThat(withIt.median()).isEqualTo(12_188.27, within(120.0));
        assertThat(withIt.lower95()).isEqualTo(10_652.41, within(200.0));
        assertThat(withIt.upper95()).isEqualTo(13_946.75, within(250.0));
        assertThat(withIt.lower80()).isEqualTo(11_127.74, within(150.0));
        assertThat(withIt.upper80()).isEqualTo(13_284.99, within(200.0));
    }

    private static List<String> names(ThresholdEstimate estimate, Dependence.Fate fate) {
        return estimate.dependences().stream()
                .filter(d -> d.fate() == fate)
                .map(Dependence::name)
                .toList();
    }

    @Test
    @DisplayName(
            "moves on the eight lists of New Orleans, where a published program's chain stood still at 1533.0268934")
    void eightLists() {
        ThresholdEstimate estimate = of("NewOrl", ThresholdOptions.PROPER);
        assertThat(estimate.population().lower95())
                .isLessThan(estimate.population().median() - 200);
        assertThat(estimate.population().median()).isBetween(900.0, 1_200.0);
        assertThat(names(estimate, Dependence.Fate.DROPPED)).hasSizeGreaterThan(24);
    }

    @Test
    @DisplayName("has no proper posterior for Korea with a flat prior, and refuses")
    void noPosterior() {
        assertThat(refused("Korea", ThresholdOptions.IMPROPER)).containsExactly(PrevalenceFault.NO_PROPER_POSTERIOR);
    }

    @Test
    @DisplayName("gives no number from too short a walk")
    void tooShort() {
        assertThat(refused("NewOrl", ThresholdOptions.PROPER.with(new ChainOptions(4, 0, 100, 1, 1.05, 400))))
                .contains(PrevalenceFault.CHAINS_DISAGREE, PrevalenceFault.FEW_DRAWS);
    }

    private static List<Object> refused(String name, ThresholdOptions options) {
        return catchThrowableOfType(RefusedException.class, () -> of(name, options)).problems().stream()
                .<Object>map(Problem::fault)
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("finds the published number of independent lists at the peak: 13,444 and 981.431")
    void mode() {
        assertThat(peak("UKdat_5")).isEqualTo(13_444, within(0.5));
        assertThat(peak("NewOrl_5")).isEqualTo(981.431, within(0.001));
    }

    private static double peak(String name) {
        CaptureTable table = MseTables.read(name);
        int[] terms = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, table.lists().size()).map(j -> 1 << j))
                .toArray();
        PairModel model = new PairModel(table, terms, new double[terms.length], new int[0]);
        return table.cases() + Math.exp(model.mode().orElseThrow().beta()[0]);
    }

    @Test
    @DisplayName("is the same for any number of threads")
    void threads() {
        CaptureTable korea = MseTables.read("Korea");
        ThresholdOptions options = ThresholdOptions.PROPER.with(new ChainOptions(4, 500, 500, 10, 2, 10));
        assertThat(BayesianThreshold.of(korea, options, Run.of(9).with(3)).population())
                .isEqualTo(BayesianThreshold.of(korea, options, Run.of(9)).population());
        assertThat(Arrays.stream(new int[] {1, 2})
                        .mapToObj(seed -> BayesianThreshold.of(korea, options, Run.of(seed))
                                .population())
                        .distinct())
                .hasSize(2);
    }

    private static ThresholdEstimate of(String name, ThresholdOptions options) {
        return BayesianThreshold.of(MseTables.read(name), options, Run.of(1));
    }
}
