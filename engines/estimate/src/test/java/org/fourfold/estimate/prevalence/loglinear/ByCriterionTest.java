package org.fourfold.estimate.prevalence.loglinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.fourfold.estimate.prevalence.loglinear.ByCriterion.Options;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A model chosen by Schwarz's criterion")
class ByCriterionTest {

    private static final Percentage SAME = Percentage.withPercentage(1e-4);

    @Test
    @DisplayName(
            "is the best of all hierarchical models, as many as there are: 9, 114, 6,894 but for the saturated one's unseen cell")
    void howMany() {
        assertThat(HierarchicalModels.all(3, 2)).hasSize(8);
        assertThat(HierarchicalModels.all(4, 3)).hasSize(113);
        assertThat(HierarchicalModels.all(5, 2)).hasSize(1024);
        assertThat(HierarchicalModels.all(5, 5)).hasSize(6894);
        assertThat(HierarchicalModels.all(5, 3)).doesNotHaveDuplicates().allMatch(Interactions::isHierarchical);
    }

    @Test
    @DisplayName("is found among 6,084 models of the United Kingdom that have an estimate, in the published order")
    void unitedKingdom() {
        CaptureTable table = MseTables.read("UKdat_5");
        Ranking ranking = ByCriterion.rank(table, new Options(3, Options.ALL, 20, 0), Run.of(1));
        assertThat(ranking.best()).hasSize(6084);
        assertThat(ranking.considered() - ranking.withoutEstimate()).isEqualTo(6084);
        assertThat(ranking.best().getFirst().population()).isCloseTo(25_311.291, SAME);
        assertThat(ranking.best().getFirst().bic()).isCloseTo(195.8791, within(5e-5));
        List<Ranking.Ranked> pairs = ranking.best().stream()
                .filter(r -> r.model().equals(Interactions.of(r.model().largest())))
                .toList();
        assertThat(pairs.get(0).population()).isCloseTo(22_991.331, SAME);
        assertThat(pairs.get(0).bic()).isCloseTo(196.5398, within(5e-5));
        assertThat(pairs.get(1).population()).isCloseTo(12_262.412, SAME);
        assertThat(pairs.get(1).bic()).isCloseTo(197.4950, within(5e-5));
    }

    @Test
    @DisplayName("is that of independent lists in New Orleans")
    void newOrleans() {
        Ranking.Ranked best = ByCriterion.rank(MseTables.read("NewOrl_5"), new Options(4, 5, 20, 0), Run.of(1))
                .best()
                .getFirst();
        assertThat(best.text()).isEmpty();
        assertThat(best.bic()).isCloseTo(96.2703, within(5e-5));
    }

    @Test
    @DisplayName(
            "is, on the way down from independent lists, the published one; begun from elsewhere it is the best of all")
    void downhill() {
        CaptureTable uk = MseTables.read("UKdat_5");
        assertThat(new Downhill(5, 2, uk.counts()).from(Interactions.NONE).population())
                .isCloseTo(12_262.412, SAME);
        assertThat(new Downhill(5, 4, uk.counts()).from(Interactions.NONE).population())
                .isCloseTo(12_262.412, SAME);
        assertThat(Downhill.search(5, 3, uk.counts(), 20, Run.of(1)))
                .allMatch(t -> t.model().isHierarchical())
                .anySatisfy(t -> assertThat(t.population()).isCloseTo(25_311.291, SAME));
        assertThat(new Downhill(6, 2, MseTables.read("UKdat").counts())
                        .from(Interactions.NONE)
                        .population())
                .isCloseTo(12_350, within(0.5));
        assertThat(new Downhill(8, 2, MseTables.read("NewOrl").counts())
                        .from(Interactions.NONE)
                        .population())
                .isCloseTo(1110, within(0.5));
    }

    @ParameterizedTest(name = "{0}, order {1}, top {2}")
    @CsvSource({
        // Table, order, top, published limits, and four standard errors of a limit from 1,000 replicates.
        "Korea, 2, 2, 129.73, 348.00, 2, 60",
        "Korea, 2, 6, 128.31, 349.71, 2, 60",
        "UKdat_5, 2, 100, 11456, 43894, 400, 8000",
        "UKdat_5, 3, 100, 11227, 55831, 500, 14000"
    })
    @DisplayName("has the published limits within Monte Carlo error")
    void limits(String name, int order, int top, double lower, double upper, double lowerError, double upperError) {
        ByCriterion.Estimate ours =
                ByCriterion.estimate(MseTables.read(name), new Options(order, top, 1000, 0), Run.of(2));
        assertThat(ours.bootstrap().bca().lower95()).isCloseTo(lower, within(lowerError));
        assertThat(ours.bootstrap().bca().upper95()).isCloseTo(upper, within(upperError));
    }

    @Test
    @DisplayName(
            "counts replicates in which the model has no estimate as without an upper end: Korea's best model alone")
    void replicatesWithoutEstimate() {
        Bootstrap bootstrap = ByCriterion.estimate(MseTables.read("Korea"), new Options(2, 1, 1000, 0), Run.of(2))
                .bootstrap();
        assertThat(bootstrap.withoutEstimate()).isPositive();
        assertThat(bootstrap.bca().lower95()).isCloseTo(130.78, within(2.0));
        double[] finite = bootstrap.estimates().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        // The published limits leave them out.
        assertThat(Bca.of(finite, 157.1666667, bootstrap.acceleration()).limit(finite, 0.975))
                .isCloseTo(248.78, within(50.0));
        assertThat(bootstrap.bca().upper95()).isGreaterThan(255);
    }

    @Test
    @DisplayName(
            "is the best one again in a fifth of the replicates of the United Kingdom, and a third of New Orleans'")
    void chosenAgain() {
        assertThat(share("UKdat_5", 2)).isCloseTo(0.216, within(0.05));
        assertThat(share("NewOrl_5", 4)).isCloseTo(0.357, within(0.06));
    }

    private static double share(String name, int order) {
        ByCriterion.Estimate ours =
                ByCriterion.estimate(MseTables.read(name), new Options(order, 100, 1000, 0), Run.of(2));
        return ours.bootstrap().share(ours.fitted().model());
    }
}
