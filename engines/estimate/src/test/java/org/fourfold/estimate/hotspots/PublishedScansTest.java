package org.fourfold.estimate.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scans of published data equal the published results")
class PublishedScansTest {

    private static final Run RUN = Run.of(1);
    private static final double EXACT = 1e-6;

    @Test
    @DisplayName(
            "leukaemia in New York, circles of a tenth of the population: 26 tracts with 85 for 49.71, then 8 tracts, the seventh 3")
    void newYork() {
        ScanResult result = Hotspots.scan(
                ScanTables.newYork(),
                ScanOptions.spatial(ScanModel.POISSON).with(WindowLimits.usual().withPopulationShare(0.1)),
                RUN);
        Cluster first = result.clusters().getFirst();
        assertThat(first.logLikelihoodRatio()).isEqualTo(11.577255, within(EXACT));
        assertThat(first.centre()).isEqualTo("49");
        assertThat(first.members())
                .containsExactlyInAnyOrder(
                        "49", "48", "50", "47", "1", "15", "51", "2", "13", "14", "3", "35", "16", "52", "36", "37",
                        "12", "11", "5", "17", "10", "4", "6", "38", "18", "9");
        assertThat(first.population()).hasValue(95_249);
        assertThat(first.observed()).isEqualTo(85);
        assertThat(first.expected()).isEqualTo(49.71, within(0.005));
        assertThat(first.relativeRisk()).isEqualTo(1.839, within(0.0005));
        isPublished(first, 0.001, result);
        Cluster second = result.clusters().get(1);
        assertThat(second.centre()).isEqualTo("89");
        assertThat(second.members()).hasSize(8);
        assertThat(second.observed()).isEqualTo(38);
        assertThat(second.expected()).isEqualTo(17.788, within(0.0005));
        assertThat(second.logLikelihoodRatio()).isEqualTo(9.019716, within(EXACT));
        isPublished(second, 0.013, result);
        Cluster seventh = result.clusters().get(6);
        assertThat(seventh.members()).containsExactly("166", "159", "167");
        assertThat(seventh.logLikelihoodRatio()).isEqualTo(3.209485, within(EXACT));
        isPublished(seventh, 0.976, result);
    }

    /** Two Monte Carlo values of 999 replicates each, within three standard errors of their difference. */
    private static void isPublished(Cluster cluster, double p, ScanResult result) {
        double error = Math.sqrt(2 * p * (1 - p) / result.monteCarlo().done());
        assertThat(cluster.p().orElseThrow()).isEqualTo(p, within(3 * error));
    }

    @Test
    @DisplayName(
            "brain cancer in New Mexico by space and time: eight counties 1985 to 1989 by their seats, ten by their centres")
    void newMexico() {
        ScanOptions options = ScanOptions.spaceTime(ScanModel.POISSON, ScanTime.RETROSPECTIVE)
                .withReplicates(99)
                .withClustersMost(1);
        Cluster seats = Hotspots.scan(
                        ScanTables.newMexico("seat", Metric.GREAT_CIRCLE_KM, 1973, 19)
                                .build(),
                        options,
                        RUN)
                .clusters()
                .getFirst();
        assertThat(seats.members())
                .containsExactlyInAnyOrder(
                        "bernalillo",
                        "sandoval",
                        "valencia",
                        "torrance",
                        "santafe",
                        "losalamos",
                        "socorro",
                        "sanmiguel");
        isFrom1985To1989(seats);
        assertThat(seats.observed()).isEqualTo(232);
        assertThat(seats.expected()).isEqualTo(171.847, within(0.0005));
        assertThat(seats.logLikelihoodRatio()).isEqualTo(11.318677, within(EXACT));
        Cluster centres = Hotspots.scan(
                        ScanTables.newMexico("center", Metric.GREAT_CIRCLE_KM, 1973, 19)
                                .build(),
                        options,
                        RUN)
                .clusters()
                .getFirst();
        assertThat(centres.members()).hasSize(10);
        isFrom1985To1989(centres);
        assertThat(centres.observed()).isEqualTo(229);
        assertThat(centres.expected()).isEqualTo(164.078, within(0.0005));
        assertThat(centres.logLikelihoodRatio()).isEqualTo(13.552703, within(EXACT));
    }

    private static void isFrom1985To1989(Cluster cluster) {
        assertThat(cluster.span()).hasValue(new Cluster.Span(LocalDate.of(1985, 1, 1), LocalDate.of(1989, 12, 31), 5));
    }

    @Test
    @DisplayName("brain cancer in New Mexico 1986 to 1989 against one rate: Los Alamos and Santa Fe, all four years")
    void expectation() {
        Cluster first = expectation(1, 0).clusters().getFirst();
        assertThat(first.members()).containsExactlyInAnyOrder("losalamos", "santafe");
        assertThat(first.span().orElseThrow().points()).isEqualTo(4);
        assertThat(first.observed()).isEqualTo(43);
        assertThat(first.expected()).isEqualTo(23.810, within(0.0005));
        assertThat(first.logLikelihoodRatio()).isEqualTo(6.227302, within(EXACT));
    }

    @Test
    @DisplayName("the same against the trend of 1973 to 1985: the same two counties, with the published p of 0.005")
    void trend() {
        // Poisson regression on the years since 1985, with the population as offset; fitted outside.
        ScanResult result = expectation(Math.exp(-10.0106584), 0.00975165395);
        Cluster first = result.clusters().getFirst();
        assertThat(first.members()).containsExactlyInAnyOrder("losalamos", "santafe");
        assertThat(first.span().orElseThrow().points()).isEqualTo(4);
        isPublished(first, 0.005, result);
    }

    /** Expected = population × rate × exp(slope × years since 1985); a rate of 1 for the rate of those four years. */
    private static ScanResult expectation(double rate, double slope) {
        List<Map<String, String>> rows = ScanTables.read("NM_popcas").stream()
                .filter(r -> ScanTables.number(r, "year") >= 1986 && ScanTables.number(r, "year") <= 1989)
                .toList();
        double cases =
                rows.stream().mapToDouble(r -> ScanTables.number(r, "count")).sum();
        double persons = rows.stream()
                .mapToDouble(r -> ScanTables.number(r, "population"))
                .sum();
        AreaDataBuilder builder = ScanTables.newMexico("seat", Metric.GREAT_CIRCLE_KM, 1986, 4);
        for (Map<String, String> row : rows) {
            int year = (int) ScanTables.number(row, "year") - 1986;
            double share = rate == 1 ? cases / persons : rate * Math.exp(slope * (year + 1));
            builder.expected(ScanTables.text(row, "county"), year, ScanTables.number(row, "population") * share);
        }
        WindowLimits limits =
                WindowLimits.usual().withNeighbours(15).withPopulationShare(1).withTimeShare(1);
        return Hotspots.scan(
                builder.build(),
                ScanOptions.spaceTime(ScanModel.EXPECTATION_POISSON, ScanTime.PROSPECTIVE)
                        .with(limits),
                RUN);
    }

    @Test
    @DisplayName(
            "fever in New York City by space-time permutation: nine zip codes in the last three days; eight on 8 November")
    void fever() {
        AreaData data = ScanTables.fever(Metric.GREAT_CIRCLE_KM);
        ScanOptions options = ScanOptions.spaceTime(ScanModel.SPACE_TIME_PERMUTATION, ScanTime.PROSPECTIVE)
                .withClustersMost(1);
        ScanResult last = Hotspots.scan(data, options.withReplicates(199), RUN);
        Cluster recent = last.clusters().getFirst();
        assertThat(recent.centre()).isEqualTo("11418");
        assertThat(recent.members()).hasSize(9);
        assertThat(recent.span()).hasValue(new Cluster.Span(LocalDate.of(2001, 11, 22), LocalDate.of(2001, 11, 24), 3));
        assertThat(recent.observed()).isEqualTo(4);
        assertThat(recent.expected()).isEqualTo(0.670, within(0.0005));
        assertThat(recent.logLikelihoodRatio()).isEqualTo(3.845418, within(EXACT));
        assertThat(recent.recurrence()).hasValue(1 / recent.p().orElseThrow());
        Cluster past = Hotspots.scan(
                        data,
                        ScanOptions.spaceTime(ScanModel.SPACE_TIME_PERMUTATION, ScanTime.RETROSPECTIVE)
                                .withClustersMost(1)
                                .withReplicates(19),
                        RUN)
                .clusters()
                .getFirst();
        assertThat(past.centre()).isEqualTo("10454");
        assertThat(past.members()).hasSize(8);
        assertThat(past.span()).hasValue(new Cluster.Span(LocalDate.of(2001, 11, 8), LocalDate.of(2001, 11, 8), 1));
        assertThat(past.observed()).isEqualTo(5);
        assertThat(past.expected()).isEqualTo(0.397, within(0.0005));
        assertThat(past.logLikelihoodRatio()).isEqualTo(8.119521, within(EXACT));
        assertThat(past.recurrence()).isEmpty();
    }

    @Test
    @DisplayName("Gi* of the rates of New York within 15: the highest five and the lowest")
    void gi() {
        List<Map<String, String>> rows = ScanTables.read("nydf");
        double[] rates = rows.stream()
                .mapToDouble(r -> ScanTables.number(r, "cases") / ScanTables.number(r, "population"))
                .toArray();
        List<Region> regions = java.util.stream.IntStream.range(0, rates.length)
                .mapToObj(i -> new Region(
                        String.valueOf(i + 1),
                        ScanTables.number(rows.get(i), "x"),
                        ScanTables.number(rows.get(i), "y")))
                .toList();
        GiResult result = Hotspots.gi(
                new AreaValues(regions, Metric.EUCLIDEAN, rates),
                GiOptions.within(15).withPermutations(999),
                RUN);
        assertThat(result.meanNeighbours()).isEqualTo(58.498, within(0.0005));
        double[] z = result.scores().stream().mapToDouble(GiResult.Score::z).toArray();
        assertThat(new double[] {z[6], z[54], z[87], z[88], z[40], z[193]})
                .containsExactly(
                        new double[] {2.442320, 2.414978, 2.361756, 2.361756, 2.354635, -2.089493}, within(EXACT));
        assertThat(java.util.Arrays.stream(z).max()).hasValue(z[6]);
        assertThat(java.util.Arrays.stream(z).min()).hasValue(z[193]);
        assertThat(result.scores()).allMatch(s -> s.level() == GiResult.Level.NEITHER);
        assertThat(result.scores().get(6).permutedP().orElseThrow())
                .isEqualTo(result.scores().get(6).p(), within(0.03));
    }
}
