package org.fourfold.estimate.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fourfold.estimate.numbers.Wilson;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Counts by stage and year alone")
class StageCountsTest {

    private static final double[] NOT_KNOWN = {};

    @Test
    @DisplayName("give ratios with Wilson's limits, cautioned as no cohort")
    void ratios() {
        CountsResult result = Funnel.ofCounts(
                StageCounts.of(
                        List.of("referred", "prosecuted"),
                        new int[] {2020, 2021},
                        new double[] {100, 40, 104, 60},
                        NOT_KNOWN),
                0.95,
                Run.of(1));
        CountsResult.Shown first = (CountsResult.Shown) result.ratios().getFirst();
        // Wilson's limits of 40 in 100, by his formula: 0.3094013, 0.4979974.
        assertThat(first.ratio().share()).isEqualTo(0.4, within(1e-12));
        assertThat(first.ratio().lower()).isEqualTo(0.3094013, within(5e-8));
        assertThat(first.ratio().upper()).isEqualTo(0.4979974, within(5e-8));
        assertThat(result.cautions()).extracting(p -> p.fault().code()).containsExactly("not-a-cohort");
        assertThat(result.lagged()).extracting(CountsResult.Lagged::lag).containsExactly(0, 1);
        assertThat(result.lagged().get(1).ratio().share()).isEqualTo(0.6, within(1e-12));
        assertThat(Wilson.of(0, 10, 0.95).lower()).isEqualTo(0, within(1e-15));
    }

    @Test
    @DisplayName("treat open cases as censored half-way, between the bounds of what they could become")
    void open() {
        CountsResult result = Funnel.ofCounts(
                StageCounts.of(
                        List.of("referred", "prosecuted"), new int[] {2020}, new double[] {100, 40}, new double[] {20, 0
                        }),
                0.95,
                Run.of(1));
        CountsResult.Shown shown = (CountsResult.Shown) result.ratios().getFirst();
        assertThat(shown.ratio().share()).isEqualTo(40 / 90.0, within(1e-12));
        assertThat(shown.atLeast()).isEqualTo(0.4, within(1e-12));
        assertThat(shown.atMost()).isEqualTo(0.6, within(1e-12));
        assertThat(result.cautions()).extracting(p -> p.fault().code()).contains("many-open");
    }

    @Test
    @DisplayName("hide what someone could be known by: a small count, or a small rest")
    void hides() {
        CountsResult result = Funnel.ofCounts(
                StageCounts.of(
                        List.of("a", "b"),
                        new int[] {2001, 2002, 2003, 2004, 2005},
                        new double[] {50, 3, 50, 48, 50, 0, 0, 0, 20, 60},
                        NOT_KNOWN),
                0.95,
                Run.of(1));
        assertThat(result.ratios())
                .extracting(r -> r.getClass().getSimpleName())
                .containsExactly("Hidden", "Hidden", "Shown", "Nobody", "More");
        assertThat(result.cautions())
                .extracting(p -> p.fault().code())
                .contains("small-counts-hidden", "more-than-before", "inflow-changes");
    }

    @Test
    @DisplayName("refuse counts that are negative, fractional or of a year that cannot be")
    void refuses() {
        assertThat(FunnelTest.faults(() -> StageCounts.of(
                        List.of("a", "b"),
                        new int[] {2020, 20200, 2020},
                        new double[] {-1, 2.5, 3, 1, 0, 0},
                        NOT_KNOWN)))
                .containsExactly(
                        "year-out-of-range 2", "year-twice ", "negative-count a 2020", "no-whole-count b 2020");
        assertThat(FunnelTest.faults(() -> StageCounts.of(List.of("a"), new int[0], NOT_KNOWN, NOT_KNOWN)))
                .containsExactly("one-stage ");
        assertThat(FunnelTest.faults(() ->
                        StageCounts.of(List.of("a", "b"), new int[] {2020}, new double[] {5, 1}, new double[] {6, 0})))
                .containsExactly("more-open-than-cases a 2020");
        assertThat(FunnelTest.faults(() -> Funnel.ofCounts(
                        StageCounts.of(List.of("a", "b"), new int[] {2020}, new double[2], NOT_KNOWN),
                        0.95,
                        Run.of(1))))
                .contains("nobody ");
    }
}
