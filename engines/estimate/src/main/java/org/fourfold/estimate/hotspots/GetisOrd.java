package org.fourfold.estimate.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.numbers.Normal;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * Gi* (Ord, Getis 1995, Local spatial autocorrelation statistics): the sum of a region's and its neighbours' values against what
 * so many values sum up to anywhere. Permutations hold the region's own value and shuffle the others (Anselin 1995); the same
 * shuffles serve all regions.
 */
final class GetisOrd {

    private static final int PART = 12;
    private static final int NEIGHBOURS_MAX = 100_000_000;
    private static final int NEAREST_REGIONS_MAX = AreaData.REGIONS_MAX;
    /** So many regions a step. */
    private static final int SHARE = 64;

    private final AreaValues data;
    private final GiOptions options;
    private final Run run;
    private final Problems problems = new Problems();

    GetisOrd(AreaValues data, GiOptions options, Run run) {
        this.data = data;
        this.options = options;
        this.run = run;
    }

    GiResult result() {
        check();
        int[][] neighbours = neighbours();
        problems.refuse();
        int size = data.values.length;
        double mean = Arrays.stream(data.values).average().orElseThrow();
        double variance =
                Arrays.stream(data.values).map(v -> (v - mean) * (v - mean)).sum() / size;
        double[] z = new double[size];
        double[] p = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = data.values[i];
            for (int j : neighbours[i]) {
                sum += data.values[j];
            }
            double weight = neighbours[i].length + 1.0;
            double spread = Math.sqrt(variance * weight * (size - weight) / (size - 1));
            // Whoever has all for neighbours has the mean of all.
            z[i] = spread > 0 ? (sum - weight * mean) / spread : 0;
            p[i] = Math.min(1, 2 * Normal.share(-Math.abs(z[i])));
        }
        double[] permuted = options.permutations() > 0 ? permuted(neighbours) : new double[0];
        double[] adjusted = adjusted(permuted.length > 0 ? permuted : p);
        problems.add(HotspotsFault.EFFORT_NOT_GIVEN, "");
        return new GiResult(
                options,
                data.points.metric,
                mean,
                Math.sqrt(variance),
                Arrays.stream(neighbours).mapToInt(n -> n.length).average().orElseThrow(),
                scores(neighbours, z, p, permuted, adjusted),
                problems.all(),
                Provenance.of(data.digest().text(options.toString()), run));
    }

    private void check() {
        ScanOptions.range(problems, "permutations", options.permutations(), 0, GiOptions.PERMUTATIONS_MAX);
        ScanOptions.range(problems, "false-discovery-rate", options.falseDiscoveryRate(), Double.MIN_VALUE, 1);
        switch (options.neighbourhood()) {
            case GiOptions.Neighbourhood.Within(double distance) ->
                ScanOptions.range(problems, "distance", distance, 0, Double.MAX_VALUE);
            case GiOptions.Neighbourhood.Nearest(int many) -> {
                ScanOptions.range(problems, "nearest", many, 1, data.values.length - 1.0);
                ScanOptions.range(problems, "regions", data.values.length, 3, NEAREST_REGIONS_MAX);
            }
        }
        problems.refuse();
    }

    private int[][] neighbours() {
        return switch (options.neighbourhood()) {
            case GiOptions.Neighbourhood.Nearest(int many) ->
                IntStream.range(0, data.values.length)
                        .mapToObj(i -> NearPairs.nearest(data.points, i, many))
                        .toArray(int[][]::new);
            case GiOptions.Neighbourhood.Within(double distance) -> within(distance);
        };
    }

    private int[][] within(double distance) {
        int size = data.values.length;
        int[][] lists = new int[size][4];
        int[] used = new int[size];
        long[] all = {0};
        boolean taken = NearPairs.within(data.points, data.points.metric.toChord(distance), (a, b, _) -> {
            put(lists, used, a, b);
            put(lists, used, b, a);
            all[0] += 2;
            return all[0] <= NEIGHBOURS_MAX;
        });
        if (!taken) {
            problems.add(HotspotsFault.TOO_MANY_PAIRS, "", NEIGHBOURS_MAX / 2);
        }
        for (int i = 0; i < size; i++) {
            lists[i] = Arrays.copyOf(lists[i], used[i]);
            Arrays.sort(lists[i]);
            if (used[i] == 0) {
                problems.add(HotspotsFault.NO_NEIGHBOURS, data.regions.get(i).id());
            }
        }
        return lists;
    }

    private static void put(int[][] lists, int[] used, int of, int other) {
        if (used[of] == lists[of].length) {
            lists[of] = Arrays.copyOf(lists[of], used[of] * 2);
        }
        lists[of][used[of]++] = other;
    }

    /** Two-sided p of each region. */
    private double[] permuted(int[][] neighbours) {
        int size = data.values.length;
        int most = Arrays.stream(neighbours).mapToInt(n -> n.length).max().orElse(0);
        int draws = options.permutations();
        if ((long) most * draws > NEIGHBOURS_MAX) {
            problems.add(HotspotsFault.TOO_MANY_PAIRS, "", NEIGHBOURS_MAX);
            problems.refuse();
        }
        int[] drawn = new int[most * draws];
        Workers.each(run, "shuffles", draws, () -> IntStream.range(0, size - 1).toArray(), (order, r) -> {
            shuffle(Chance.stream(run.seed(), PART, r), order, drawn, r * most, most);
        });
        double[] p = new double[size];
        int steps = (size + SHARE - 1) / SHARE;
        Workers.each(run, "permutations", steps, () -> data.values.clone(), (values, step) -> {
            for (int i = step * SHARE; i < Math.min(size, (step + 1) * SHARE); i++) {
                p[i] = permuted(i, neighbours[i], values, drawn, most);
            }
        });
        return p;
    }

    /** The first {@code most} of a shuffle, and the order put back, so that each shuffle starts from the same. */
    private static void shuffle(RandomGenerator random, int[] order, int[] drawn, int at, int most) {
        int[] swapped = new int[most];
        for (int k = 0; k < most; k++) {
            swapped[k] = k + random.nextInt(order.length - k);
            swap(order, k, swapped[k]);
            drawn[at + k] = order[k];
        }
        for (int k = most - 1; k >= 0; k--) {
            swap(order, k, swapped[k]);
        }
    }

    private static void swap(int[] order, int a, int b) {
        int kept = order[a];
        order[a] = order[b];
        order[b] = kept;
    }

    /** The last value takes the place of the region's own, so that the first n - 1 places hold all the others. */
    private double permuted(int i, int[] neighbours, double[] values, int[] drawn, int most) {
        double observed = 0;
        for (int j : neighbours) {
            observed += data.values[j];
        }
        double rounding = 1e-12 * Math.abs(observed);
        double own = values[i];
        values[i] = values[values.length - 1];
        int draws = options.permutations();
        int high = 0;
        int low = 0;
        for (int r = 0; r < draws; r++) {
            double sum = 0;
            int end = r * most + neighbours.length;
            for (int k = r * most; k < end; k++) {
                sum += values[drawn[k]];
            }
            high += sum >= observed - rounding ? 1 : 0;
            low += sum <= observed + rounding ? 1 : 0;
        }
        values[i] = own;
        return Math.min(1, 2 * (Math.min(high, low) + 1.0) / (draws + 1.0));
    }

    /** Benjamini and Hochberg's: each p times how many there are by its rank, no larger than that of the next. */
    static double[] adjusted(double[] p) {
        int size = p.length;
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(p[b], p[a]));
        double[] adjusted = new double[size];
        double least = 1;
        for (int k = 0; k < size; k++) {
            least = Math.min(least, p[order[k]] * size / (size - k));
            adjusted[order[k]] = least;
        }
        return adjusted;
    }

    private List<GiResult.Score> scores(
            int[][] neighbours, double[] z, double[] p, double[] permuted, double[] adjusted) {
        List<GiResult.Score> scores = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            boolean told = adjusted[i] <= options.falseDiscoveryRate();
            GiResult.Level high = z[i] > 0 ? GiResult.Level.HOT : GiResult.Level.COLD;
            scores.add(new GiResult.Score(
                    data.regions.get(i).id(),
                    data.values[i],
                    neighbours[i].length,
                    z[i],
                    p[i],
                    permuted.length > 0 ? OptionalDouble.of(permuted[i]) : OptionalDouble.empty(),
                    adjusted[i],
                    told ? high : GiResult.Level.NEITHER));
        }
        return scores;
    }
}
