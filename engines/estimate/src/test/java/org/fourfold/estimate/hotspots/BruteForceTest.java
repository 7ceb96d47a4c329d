package org.fourfold.estimate.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A scan finds what looking at every window one by one finds")
class BruteForceTest {

    private static final double SHARE = 0.4;

    @ParameterizedTest(name = "{0}")
    @EnumSource(ScanModel.class)
    @DisplayName("with circles in space")
    void circles(ScanModel model) {
        if (model == ScanModel.SPACE_TIME_PERMUTATION) {
            return;
        }
        for (int seed = 0; seed < 20; seed++) {
            RandomMap map = new RandomMap(seed, 14, 1, seed % 2 == 0);
            BruteForce brute = map.brute(model);
            areTheSame(map, brute.ellipses(1, 0, 1), brute, ScanOptions.spatial(model), 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ScanModel.class)
    @DisplayName("with cylinders in space and time, whatever has been and what lasts to the end")
    void cylinders(ScanModel model) {
        for (int seed = 0; seed < 10; seed++) {
            RandomMap map = new RandomMap(seed, 10, 7, seed % 2 == 0);
            BruteForce brute = map.brute(model);
            List<BruteForce.Zone> zones = brute.ellipses(1, 0, 1);
            for (ScanTime time : List.of(ScanTime.RETROSPECTIVE, ScanTime.PROSPECTIVE)) {
                areTheSame(map, zones, brute, ScanOptions.spaceTime(model, time), 3);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ScanModel.class)
    @DisplayName("with ellipses, with a penalty for long ones")
    void ellipses(ScanModel model) {
        if (model == ScanModel.SPACE_TIME_PERMUTATION) {
            return;
        }
        for (int seed = 0; seed < 10; seed++) {
            RandomMap map = new RandomMap(seed, 12, 1, true);
            BruteForce brute = map.brute(model);
            List<BruteForce.Zone> zones = new ArrayList<>(brute.ellipses(1, 0, 1));
            double penalty = seed % 3 / 2.0;
            for (int a = 0; a < 4; a++) {
                zones.addAll(brute.ellipses(1.5, 45.0 * a, Math.pow(6 / 6.25, penalty)));
            }
            for (int a = 0; a < 6; a++) {
                zones.addAll(brute.ellipses(3, 30.0 * a, Math.pow(12 / 16.0, penalty)));
            }
            Shape shape = new Shape.Ellipse(List.of(1.0, 1.5, 3.0), List.of(1, 4, 6), penalty);
            areTheSame(map, zones, brute, ScanOptions.spatial(model).with(shape), 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ScanModel.class)
    @DisplayName("with sets that hang together by borders, in space and in space and time")
    void flexible(ScanModel model) {
        for (int seed = 0; seed < 8; seed++) {
            boolean time = model == ScanModel.SPACE_TIME_PERMUTATION || seed % 2 == 1;
            RandomMap map = new RandomMap(seed, 12, time ? 5 : 1, true);
            BruteForce brute = map.brute(model);
            ScanOptions options = (time
                            ? ScanOptions.spaceTime(model, ScanTime.RETROSPECTIVE)
                            : ScanOptions.spatial(model))
                    .with(new Shape.Flexible(6));
            areTheSame(map, brute.connected(6, map.touch), brute, options, time ? 2 : 1);
        }
    }

    private static void areTheSame(
            RandomMap map, List<BruteForce.Zone> zones, BruteForce brute, ScanOptions asked, int longest) {
        ScanOptions options =
                asked.withReplicates(0).withClustersMost(3).with(asked.limits().withPopulationShare(SHARE));
        List<BruteForce.Window> windows = brute.windows(options.model(), zones, options.time(), longest, SHARE);
        AreaData data = map.data(false);
        ScanResult result = Hotspots.scan(data, options, Run.of(1));
        List<Object> drawn = windows.stream()
                .map(w -> (Object) List.of(w.regions(), w.from(), w.to()))
                .toList();
        boolean once = !(options.shape() instanceof Shape.Ellipse);
        assertThat(result.windows()).isEqualTo(once ? drawn.stream().distinct().count() : drawn.size());
        double largest = windows.getFirst().ratio();
        assertThat(sweep(data, options)).isEqualTo(largest, within(1e-9));
        if (largest == 0) {
            assertThat(result.clusters()).isEmpty();
            return;
        }
        isAmong(result.clusters().getFirst(), windows, largest);
        // Where two windows are equally likely, which comes first decides what comes next.
        boolean clear = windows.stream()
                        .filter(w -> w.ratio() > largest - 1e-9)
                        .map(BruteForce.Window::regions)
                        .distinct()
                        .count()
                == 1;
        List<BruteForce.Window> apart = BruteForce.apart(windows, 2);
        assertThat(!clear || result.clusters().size() >= apart.size()).isTrue();
        if (clear && apart.size() > 1) {
            assertThat(result.clusters().get(1).logLikelihoodRatio())
                    .isEqualTo(apart.get(1).ratio(), within(1e-9));
            isAmong(result.clusters().get(1), windows, apart.get(1).ratio());
        }
    }

    private static void isAmong(Cluster cluster, List<BruteForce.Window> windows, double ratio) {
        assertThat(cluster.logLikelihoodRatio()).isEqualTo(ratio, within(1e-9));
        Set<Integer> members =
                cluster.members().stream().map(m -> Integer.parseInt(m) - 1).collect(Collectors.toSet());
        assertThat(windows)
                .anyMatch(w -> w.regions().equals(members)
                        && Math.abs(w.ratio() - ratio) < 1e-9
                        && w.cases() == cluster.observed());
    }

    /** The road of the replicates on the observed data. */
    private static double sweep(AreaData data, ScanOptions options) {
        Spots spots = new Spots(data);
        Field field = Field.of(data, spots, options, new org.fourfold.estimate.run.Problems());
        Windows windows = new WindowsBuilder(spots, field, options.limits())
                .of(options.shape(), data.borders, new org.fourfold.estimate.run.Problems());
        Spans spans = Spans.of(field.times(), options.time(), options.limits().timeShare());
        Prepared prepared = Prepared.of(field, windows, spans, options.limits().casesLeast());
        int[] nothing = new int[field.cases().length];
        double[] largest = new double[4];
        int total = field.total();
        new Sweep(prepared)
                .largest(
                        new int[][] {nothing, field.cases(), nothing, field.cases()},
                        new int[] {0, total, 0, total},
                        largest);
        assertThat(largest[0] + largest[2]).isZero();
        assertThat(largest[3]).isEqualTo(largest[1]);
        return largest[1];
    }
}
