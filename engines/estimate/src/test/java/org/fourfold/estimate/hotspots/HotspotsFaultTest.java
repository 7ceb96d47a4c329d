package org.fourfold.estimate.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.ProblemWords;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What no scan can be made of is refused, and what an answer leaves out is told")
class HotspotsFaultTest {

    private static final List<Region> THREE =
            List.of(new Region("a", 0, 0), new Region("b", 1, 0), new Region("c", 0, 1));

    @Test
    @DisplayName("regions: one alone, twice the same, no coordinates, metres for degrees")
    void regions() {
        assertThat(refused(() -> build(List.of(new Region("a", 0, 0)), b -> {})))
                .containsExactly("too-few-regions ");
        assertThat(refused(() -> build(
                        List.of(new Region("a", 0, 0), new Region("a", 1, 1), new Region("b", Double.NaN, 0)),
                        b -> {})))
                .containsExactly("region-twice a", "no-coordinates b");
        assertThat(refused(() -> new AreaDataBuilder(
                        List.of(new Region("a", 350_000, 3_200_000), new Region("b", 0, 0)),
                        Metric.GREAT_CIRCLE_KM,
                        Timeline.none())))
                .containsExactly("coordinates-out-of-range a");
    }

    @Test
    @DisplayName("rows: of no region, negative, outside the study, none at all, a table of totals")
    void rows() {
        assertThat(refused(() -> build(THREE, b -> b.cases("x", 3).cases("a", -1))))
                .containsExactly("unknown-region x", "negative-count a", "no-cases ");
        assertThat(refused(() -> build(THREE, b -> b.cases("a", 0)))).containsExactly("no-cases ");
        assertThat(refused(() ->
                        build(THREE, b -> b.cases("a", 1).population("b", -5).population("c", Double.NaN))))
                .containsExactly("no-number b", "no-number c");
        assertThat(refused(() -> build(THREE, b -> b.cases("a", 4_000_000).cases("b", 4_000_000))))
                .containsExactly("too-many-cases b");
        Timeline march = Timeline.days(LocalDate.of(2024, 3, 1), 31);
        RefusedException late = catchThrowableOfType(
                RefusedException.class,
                () -> new AreaDataBuilder(THREE, Metric.EUCLIDEAN, march)
                        .cases("a", LocalDate.of(2024, 4, 1), 1)
                        .cases("b", LocalDate.of(2024, 2, 29), 1)
                        .cases("c", LocalDate.of(2024, 3, 31), 1)
                        .build());
        assertThat(codes(late.problems())).containsExactly("date-out-of-range a", "date-out-of-range b");
        assertThat(ProblemWords.of(late.problems().getFirst(), Locale.ENGLISH))
                .isEqualTo("a: the time 2024-04-01 lies outside the study, which lasts from 2024-03-01 to 2024-03-31:"
                        + " mend the date, or make the study longer.");
    }

    @Test
    @DisplayName("populations: cases where nobody is, effort for some regions only")
    void populations() {
        assertThat(refused(() ->
                        build(THREE, b -> b.cases("a", 2).population("b", 10).population("a", 0))))
                .contains("cases-without-population a");
        assertThat(refused(() ->
                        build(THREE, b -> b.cases("a", 2).population("a", 5).effort("a", 0, 1))))
                .containsExactly("effort-missing b", "effort-missing c");
    }

    @Test
    @DisplayName("models without what they need")
    void models() {
        AreaData bare = build(THREE, b -> b.cases("a", 2).cases("b", 1));
        assertThat(refusedScan(bare, ScanOptions.spatial(ScanModel.POISSON))).containsExactly("no-population ");
        assertThat(refusedScan(bare, ScanOptions.spatial(ScanModel.BERNOULLI))).containsExactly("no-controls ");
        assertThat(refusedScan(bare, ScanOptions.spatial(ScanModel.EXPECTATION_POISSON)))
                .containsExactly("no-expected ");
        assertThat(refusedScan(bare, ScanOptions.spatial(ScanModel.SPACE_TIME_PERMUTATION)))
                .containsExactly("no-time ");
        assertThat(refusedScan(bare, ScanOptions.spaceTime(ScanModel.POISSON, ScanTime.PROSPECTIVE)))
                .containsExactly("no-time ");
        assertThat(refusedScan(bare, ScanOptions.spatial(ScanModel.POISSON).with(new Shape.Flexible(5))))
                .containsExactly("no-borders ");
    }

    @Test
    @DisplayName("windows: shares and replicates out of range, ellipses on a sphere, no region within the limit")
    void windows() {
        AreaData data = build(THREE, b -> {
            b.cases("a", 2);
            THREE.forEach(r -> b.population(r.id(), 10));
        });
        WindowLimits limits = WindowLimits.usual();
        ScanOptions options = ScanOptions.spatial(ScanModel.POISSON);
        assertThat(refusedScan(
                        data, options.with(limits.withPopulationShare(1.5)).withReplicates(-1)))
                .containsExactly("option-out-of-range population-share", "option-out-of-range replicates");
        assertThat(refusedScan(data, options.with(limits.withPopulationShare(0.1))))
                .containsExactly("no-window ");
        AreaData sphere = new AreaDataBuilder(THREE, Metric.GREAT_CIRCLE_KM, Timeline.none())
                .cases("a", 1)
                .population("a", 1)
                .build();
        assertThat(refusedScan(sphere, options.with(Shape.Ellipse.usual(0)))).containsExactly("ellipse-on-sphere ");
    }

    @Test
    @DisplayName("cautions: equal coordinates, nobody at risk, a region far away, a line drawn between populations")
    void cautions() {
        List<Region> regions = List.of(
                new Region("1", 0, 0),
                new Region("2", 0, 0),
                new Region("3", 1, 0),
                new Region("4", 2, 0),
                new Region("5", 2, 1),
                new Region("6", 3, 1),
                new Region("7", 900, 900));
        AreaDataBuilder builder = new AreaDataBuilder(regions, Metric.EUCLIDEAN, Timeline.years(2000, 3));
        for (Region region : regions.subList(0, 6)) {
            builder.cases(region.id(), 0, "", 4).population(region.id(), 0, "", 10);
        }
        builder.cases("1", 1, "", 20).population("1", 2, "", 30).population("7", 0, "", 0);
        AreaData data = builder.build();
        assertThat(data.population(0)).hasValue(20);
        ScanResult result =
                Hotspots.scan(data, ScanOptions.spatial(ScanModel.POISSON).withReplicates(9), Run.of(1));
        assertThat(codes(result.cautions()))
                .containsExactlyInAnyOrder(
                        "equal-coordinates 1",
                        "region-without-population 7",
                        "far-away 7",
                        "population-interpolated ",
                        "not-adjusted ",
                        "effort-not-given ",
                        "few-replicates ");
        assertThat(result.clusters().getFirst().members()).contains("1", "2").doesNotContain("7");
    }

    private static AreaData build(List<Region> regions, Consumer<AreaDataBuilder> rows) {
        AreaDataBuilder builder = new AreaDataBuilder(regions, Metric.EUCLIDEAN, Timeline.none());
        rows.accept(builder);
        return builder.build();
    }

    private static List<String> refusedScan(AreaData data, ScanOptions options) {
        return refused(() -> {
            var _ = Hotspots.scan(data, options, Run.of(1));
        });
    }

    private static List<String> refused(ThrowingCallable work) {
        return codes(catchThrowableOfType(RefusedException.class, work).problems());
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(p -> p.fault().code() + " " + p.place()).toList();
    }
}
