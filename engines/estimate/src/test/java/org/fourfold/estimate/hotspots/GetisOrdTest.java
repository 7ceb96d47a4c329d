package org.fourfold.estimate.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Gi*")
class GetisOrdTest {

    private static AreaValues grid(long seed, double planted) {
        Random random = new Random(seed);
        List<Region> regions = new ArrayList<>();
        double[] values = new double[400];
        for (int i = 0; i < values.length; i++) {
            int row = i / 20;
            regions.add(new Region(String.valueOf(i), i % 20, row));
            values[i] = random.nextGaussian() + (i % 20 < 4 && i / 20 < 4 ? planted : 0);
        }
        return new AreaValues(regions, Metric.EUCLIDEAN, values);
    }

    @Test
    @DisplayName("equals its formula, summed up plainly")
    void formula() {
        AreaValues data = grid(1, 0);
        GiResult result = Hotspots.gi(data, GiOptions.within(1.5), Run.of(1));
        int n = 400;
        double mean = Arrays.stream(data.values).sum() / n;
        double s = Math.sqrt(Arrays.stream(data.values).map(v -> v * v).sum() / n - mean * mean);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double weight = 0;
            for (int j = 0; j < n; j++) {
                boolean near = Math.abs(i % 20 - j % 20) <= 1 && Math.abs(i / 20 - j / 20) <= 1;
                sum += near ? data.values[j] : 0;
                weight += near ? 1 : 0;
            }
            double z = (sum - mean * weight) / (s * Math.sqrt((n * weight - weight * weight) / (n - 1)));
            assertThat(result.scores().get(i).z()).isEqualTo(z, within(1e-10));
        }
    }

    @Test
    @DisplayName("tells a planted warm corner as hot, by either p, and next to nothing else")
    void planted() {
        for (int permutations : new int[] {0, 9999}) {
            GiResult result = Hotspots.gi(grid(2, 2), GiOptions.within(1.5).withPermutations(permutations), Run.of(1));
            assertThat(result.scores().get(21).level()).isEqualTo(GiResult.Level.HOT);
            assertThat(result.scores().get(42).level()).isEqualTo(GiResult.Level.HOT);
            long elsewhere = result.scores().stream()
                    .filter(s -> s.level() != GiResult.Level.NEITHER)
                    .filter(s -> Integer.parseInt(s.region()) % 20 > 5 || Integer.parseInt(s.region()) / 20 > 5)
                    .count();
            assertThat(elsewhere).isLessThanOrEqualTo(1);
        }
    }

    @Test
    @DisplayName("tells something in about five of a hundred maps without anything")
    void nothing() {
        int told = 0;
        for (int seed = 0; seed < 200; seed++) {
            told += Hotspots.gi(grid(seed, 0), GiOptions.nearest(8), Run.of(1)).scores().stream()
                            .anyMatch(s -> s.level() != GiResult.Level.NEITHER)
                    ? 1
                    : 0;
        }
        assertThat(told).isLessThanOrEqualTo(20);
    }

    @Test
    @DisplayName(
            "has permuted p-values that are uniform where values lie at random, the same for any number of threads")
    void permuted() {
        GiOptions options = GiOptions.nearest(4).withPermutations(199);
        GiResult one = Hotspots.gi(grid(3, 0), options, Run.of(4));
        assertThat(Hotspots.gi(grid(3, 0), options, Run.of(4).with(3))).isEqualTo(one);
        double[] p = one.scores().stream()
                .mapToDouble(s -> s.permutedP().orElseThrow())
                .toArray();
        assertThat(Arrays.stream(p).average().orElseThrow()).isEqualTo(0.5, within(0.08));
        // Given its own value, four of the others are drawn without replacement: nearly normal.
        double all = one.scores().stream().mapToDouble(GiResult.Score::value).sum();
        double squares =
                one.scores().stream().mapToDouble(s -> s.value() * s.value()).sum();
        for (GiResult.Score score : one.scores()) {
            double mean = (all - score.value()) / 399;
            double variance = (squares - score.value() * score.value()) / 399 - mean * mean;
            double sum = score.z() * one.deviation() * Math.sqrt(5 * 395 / 399.0) + 5 * one.mean() - score.value();
            double z = (sum - 4 * mean) / Math.sqrt(4 * variance * 395 / 398);
            double p4 = 2 * org.fourfold.estimate.numbers.Normal.share(-Math.abs(z));
            assertThat(score.permutedP().orElseThrow()).isEqualTo(p4, within(0.2));
        }
    }

    @Test
    @DisplayName("corrects for many tests as Benjamini and Hochberg's example has it: four of fifteen at 0.05")
    void falseDiscoveries() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        double[] adjusted = GetisOrd.adjusted(p);
        assertThat(Arrays.stream(adjusted).filter(q -> q <= 0.05)).hasSize(4);
        assertThat(adjusted[3]).isEqualTo(0.0095 * 15 / 4, within(1e-15));
        assertThat(adjusted).isSorted();
    }

    @Test
    @DisplayName("refuses equal values, and says who has no neighbour")
    void bad() {
        List<Region> regions = List.of(new Region("a", 0, 0), new Region("b", 1, 0), new Region("c", 50, 0));
        assertThat(catchThrowableOfType(
                                RefusedException.class,
                                () -> new AreaValues(regions, Metric.EUCLIDEAN, new double[] {2, 2, 2}))
                        .problems())
                .anyMatch(p -> p.fault() == HotspotsFault.ALL_VALUES_EQUAL);
        GiResult result = Hotspots.gi(
                new AreaValues(regions, Metric.EUCLIDEAN, new double[] {1, 2, 3}), GiOptions.within(5), Run.of(1));
        assertThat(result.cautions())
                .anyMatch(p ->
                        p.fault() == HotspotsFault.NO_NEIGHBOURS && p.place().equals("c"));
    }
}
