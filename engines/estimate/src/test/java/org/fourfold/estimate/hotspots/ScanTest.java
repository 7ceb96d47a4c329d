package org.fourfold.estimate.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A scan")
class ScanTest {

    private static final ScanOptions CIRCLES = ScanOptions.spatial(ScanModel.POISSON);

    /** A square of regions with 100 persons each and about two cases, times a factor in its first corner. */
    private static AreaData square(long seed, double factor, boolean effort) {
        Random random = new Random(seed);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            int row = i / 7;
            regions.add(new Region(String.valueOf(i), i % 7, row));
        }
        AreaDataBuilder builder = new AreaDataBuilder(regions, Metric.EUCLIDEAN, Timeline.none());
        for (int i = 0; i < 49; i++) {
            boolean corner = i % 7 < 2 && i / 7 < 2;
            int cases = 0;
            for (int person = 0; person < 100; person++) {
                cases += random.nextDouble() < 0.02 * (corner ? factor : 1) ? 1 : 0;
            }
            builder.cases(String.valueOf(i), cases).population(String.valueOf(i), 100);
            if (effort) {
                builder.effort(String.valueOf(i), 0, corner ? factor : 1);
            }
        }
        return builder.build();
    }

    @Test
    @DisplayName("finds a cluster that was planted")
    void planted() {
        Cluster first = Hotspots.scan(square(1, 6, false), CIRCLES, Run.of(1))
                .clusters()
                .getFirst();
        assertThat(first.members()).containsExactlyInAnyOrder("0", "1", "7", "8");
        assertThat(first.p()).hasValue(0.001);
        assertThat(first.gumbelP().orElseThrow()).isLessThan(1e-4);
        assertThat(first.relativeRisk()).isGreaterThan(4);
        assertThat(first.footprint()).isEqualTo(new Cluster.Footprint.Disc(0, 0, Math.sqrt(2)));
        assertThat(first.why().regions()).hasSize(4);
        assertThat(first.why().regions().stream()
                        .mapToInt(Cluster.Count::observed)
                        .sum())
                .isEqualTo(first.observed());
        assertThat(first.why().replicatesReached()).isZero();
    }

    @Test
    @DisplayName("finds none where only reporting is stronger, once it is told so")
    void effort() {
        ScanResult result = Hotspots.scan(square(1, 6, true), CIRCLES, Run.of(1));
        assertThat(result.adjusted().forEffort()).isTrue();
        assertThat(result.clusters().getFirst().p().orElseThrow()).isGreaterThan(0.1);
        assertThat(codes(result.cautions())).contains("not-adjusted").doesNotContain("effort-not-given");
    }

    @Test
    @DisplayName("has p-values that are uniform where there is no cluster")
    void uniform() {
        int maps = 300;
        int[] tenths = new int[10];
        for (int seed = 0; seed < maps; seed++) {
            double p = Hotspots.scan(
                            square(seed, 1, false), CIRCLES.withReplicates(99).withClustersMost(1), Run.of(seed))
                    .clusters()
                    .getFirst()
                    .p()
                    .orElseThrow();
            tenths[(int) Math.min(9, Math.ceil(p * 10) - 1)]++;
        }
        double chi = 0;
        for (int count : tenths) {
            chi += (count - maps / 10.0) * (count - maps / 10.0) / (maps / 10.0);
        }
        assertThat(chi).as("chi-square of 9 degrees, 99.9 %").isLessThan(27.9);
    }

    @Test
    @DisplayName("gives the same for any number of threads and any order of rows, with every model")
    void same() {
        RandomMap map = new RandomMap(3, 12, 6, true);
        for (ScanModel model : ScanModel.values()) {
            ScanOptions options = ScanOptions.spaceTime(model, ScanTime.RETROSPECTIVE);
            for (ScanOptions asked : List.of(options.withReplicates(301), options.withStopAfter(7))) {
                ScanResult one = Hotspots.scan(map.data(false), asked, Run.of(5));
                ScanResult three =
                        Hotspots.scan(map.data(true), asked, Run.of(5).with(3));
                assertThat(three.monteCarlo()).isEqualTo(one.monteCarlo());
                assertThat(three.clusters()).isEqualTo(one.clusters());
                assertThat(three.provenance()).isEqualTo(one.provenance());
            }
        }
    }

    @Test
    @DisplayName("may end early: with the 10th replicate that reaches the observed maximum, and says so")
    void early() {
        ScanOptions options = CIRCLES.withReplicates(9999).withStopAfter(10);
        ScanResult result = Hotspots.scan(square(4, 1, false), options, Run.of(1));
        MonteCarlo monteCarlo = result.monteCarlo();
        double observed = result.clusters().getFirst().logLikelihoodRatio();
        assertThat(monteCarlo.stoppedEarly()).isTrue();
        assertThat(monteCarlo.reached(observed)).isEqualTo(10);
        assertThat(monteCarlo.maxima().getLast()).isGreaterThanOrEqualTo(observed);
        assertThat(result.clusters().getFirst().p()).hasValue(10.0 / monteCarlo.done());
        assertThat(codes(result.cautions())).contains("stopped-early");
        double full = Hotspots.scan(square(4, 1, false), CIRCLES.withReplicates(9999), Run.of(1))
                .clusters()
                .getFirst()
                .p()
                .orElseThrow();
        assertThat(10.0 / monteCarlo.done()).isEqualTo(full, within(0.3));
    }

    @Test
    @DisplayName("tells further clusters by the rule asked for")
    void overlap() {
        AreaData data = square(2, 5, false);
        List<Cluster> apart =
                Hotspots.scan(data, CIRCLES.withReplicates(9), Run.of(1)).clusters();
        assertThat(apart.stream().flatMap(c -> c.members().stream()).toList()).doesNotHaveDuplicates();
        List<Cluster> centres = Hotspots.scan(
                        data, CIRCLES.with(Overlap.NO_CENTRE_IN_ANOTHER).withReplicates(9), Run.of(1))
                .clusters();
        assertThat(centres.getFirst()).isEqualTo(apart.getFirst());
        assertThat(centres.get(1).logLikelihoodRatio())
                .isGreaterThanOrEqualTo(apart.get(1).logLikelihoodRatio());
        for (Cluster one : centres) {
            for (Cluster other : centres) {
                assertThat(one.rank() != other.rank() && one.members().contains(other.centre()))
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("adjusts for strata: a place with more of those who are at risk is no cluster")
    void strata() {
        List<Region> regions =
                List.of(new Region("a", 0, 0), new Region("b", 1, 0), new Region("c", 5, 5), new Region("d", 6, 5));
        AreaDataBuilder plain = new AreaDataBuilder(regions, Metric.EUCLIDEAN, Timeline.none());
        AreaDataBuilder adjusted = new AreaDataBuilder(regions, Metric.EUCLIDEAN, Timeline.none()).strata("age");
        int[] young = {800, 700, 100, 200};
        for (int r = 0; r < 4; r++) {
            String id = regions.get(r).id();
            plain.cases(id, young[r] / 10 + (1000 - young[r]) / 100).population(id, 1000);
            adjusted.cases(id, 0, "young", young[r] / 10).population(id, 0, "young", young[r]);
            adjusted.cases(id, 0, "old", (1000 - young[r]) / 100).population(id, 0, "old", 1000 - young[r]);
        }
        ScanResult without = Hotspots.scan(plain.build(), CIRCLES, Run.of(1));
        assertThat(without.clusters().getFirst().members()).containsExactlyInAnyOrder("a", "b");
        assertThat(without.clusters().getFirst().p()).hasValue(0.001);
        assertThat(codes(without.cautions())).contains("not-adjusted");
        ScanResult with = Hotspots.scan(adjusted.build(), CIRCLES, Run.of(1));
        assertThat(with.adjusted().forStrata()).containsExactly("age");
        assertThat(codes(with.cautions())).doesNotContain("not-adjusted");
        assertThat(with.clusters()).allMatch(c -> c.logLikelihoodRatio() < 0.05);
    }

    @Test
    @DisplayName("scans a great many cases, which take two data sets a sweep, as it scans few")
    void wide() {
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            int row = i / 3;
            regions.add(new Region(String.valueOf(i), i % 3, row));
        }
        for (ScanTime time : List.of(ScanTime.NONE, ScanTime.RETROSPECTIVE)) {
            int times = time == ScanTime.NONE ? 1 : 3;
            AreaDataBuilder builder = new AreaDataBuilder(
                    regions, Metric.EUCLIDEAN, times == 1 ? Timeline.none() : Timeline.years(2000, times));
            for (int cell = 0; cell < 9 * times; cell++) {
                String id = String.valueOf(cell / times);
                builder.cases(id, cell % times, "", cell == 0 ? 9_400 : 9_000).population(id, cell % times, "", 100);
            }
            ScanOptions options =
                    time == ScanTime.NONE ? CIRCLES : ScanOptions.spaceTime(ScanModel.POISSON, ScanTime.RETROSPECTIVE);
            ScanResult result =
                    Hotspots.scan(builder.build(), options, Run.of(1).with(2));
            assertThat(result.clusters().getFirst().members()).containsExactly("0");
            assertThat(result.clusters().getFirst().p().orElseThrow()).isLessThan(0.01);
            double middle = result.monteCarlo().critical(0.5).orElseThrow();
            assertThat(middle).isBetween(1.0, 4.5);
        }
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(p -> p.fault().code()).toList();
    }
}
