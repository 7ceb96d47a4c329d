package org.fourfold.estimate.hotspots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * Knox's test by permuted dates (Knox 1964, The detection of space-time interactions; Johnson, Bowers 2004, on near repeats).
 * Pairs by distance are found once; a shuffle changes their days alone.
 */
final class NearRepeat {

    static final int INCIDENTS_LEAST = 5;
    static final int INCIDENTS_MAX = 100_000;
    static final int PAIRS_MAX = 50_000_000;
    private static final int PART = 13;

    private final List<Incident> incidents;
    private final NearRepeatOptions options;
    private final Run run;
    private final Problems problems = new Problems();
    private final int near;
    private final int soon;
    /** Days since the first one, by incident. */
    private int[] day = {};
    /** Pairs within the greatest distance: one, the other, their band. */
    private int[] one = new int[1024];

    private int[] other = new int[1024];
    private byte[] band = new byte[1024];
    private int pairs;

    NearRepeat(List<Incident> incidents, NearRepeatOptions options, Run run) {
        this.incidents = new ArrayList<>(incidents);
        this.options = options;
        this.run = run;
        this.near = options.distances().size();
        this.soon = options.days().size();
    }

    NearRepeatResult result() {
        check();
        problems.refuse();
        // The same whatever the order of rows.
        incidents.sort(Comparator.comparing(Incident::day)
                .thenComparingDouble(Incident::x)
                .thenComparingDouble(Incident::y));
        LocalDate first =
                incidents.stream().map(Incident::day).min(LocalDate::compareTo).orElseThrow();
        day = incidents.stream()
                .mapToInt(i -> Math.toIntExact(i.day().toEpochDay() - first.toEpochDay()))
                .toArray();
        findPairs();
        problems.refuse();
        byte[] bandOfDays = bandOfDays();
        long[] byDays = byDays();
        long all = (long) day.length * (day.length - 1) / 2;
        long[] observed = counts(day, bandOfDays, byDays);
        AtomicIntegerArray reached = new AtomicIntegerArray(observed.length);
        Workers.each(run, "permutations", options.permutations(), () -> new int[day.length], (shuffled, r) -> {
            shuffle(Chance.stream(run.seed(), PART, r), shuffled);
            long[] permuted = counts(shuffled, bandOfDays, byDays);
            for (int c = 0; c < permuted.length; c++) {
                if (permuted[c] >= observed[c]) {
                    reached.incrementAndGet(c);
                }
            }
        });
        problems.add(HotspotsFault.EFFORT_NOT_GIVEN, "");
        if (options.permutations() < 99) {
            problems.add(HotspotsFault.FEW_REPLICATES, "", options.permutations(), 99);
        }
        List<NearRepeatResult.Cell> cells = cells(observed, byDays, reached, all);
        return new NearRepeatResult(
                options,
                day.length,
                all,
                cells.subList(0, cells.size() - 1),
                cells.getLast(),
                problems.all(),
                provenance());
    }

    private void check() {
        if (incidents.size() < INCIDENTS_LEAST || incidents.size() > INCIDENTS_MAX) {
            problems.add(HotspotsFault.INCIDENTS, "", incidents.size(), INCIDENTS_LEAST, INCIDENTS_MAX);
        }
        ScanOptions.range(problems, "permutations", options.permutations(), 1, NearRepeatOptions.PERMUTATIONS_MAX);
        bands("distances", options.distances());
        bands("days", options.days().stream().map(Integer::doubleValue).toList());
        for (int i = 0; i < incidents.size(); i++) {
            Incident incident = incidents.get(i);
            AreaDataBuilder.checkPoint(String.valueOf(i + 1), incident.x(), incident.y(), options.metric(), problems);
        }
    }

    private void bands(String name, List<Double> limits) {
        boolean ascending = !limits.isEmpty() && limits.size() <= NearRepeatOptions.BANDS_MAX && limits.getFirst() >= 0;
        for (int b = 1; b < limits.size(); b++) {
            ascending &= limits.get(b) > limits.get(b - 1);
        }
        if (!ascending || !Double.isFinite(limits.getLast())) {
            problems.add(HotspotsFault.BANDS, name);
        }
    }

    private void findPairs() {
        Points points = new Points(
                options.metric(),
                incidents.stream().mapToDouble(Incident::x).toArray(),
                incidents.stream().mapToDouble(Incident::y).toArray());
        double[] limits = options.distances().stream()
                .mapToDouble(d -> options.metric().toChord(d) * (1 + 1e-12))
                .map(c -> c * c)
                .toArray();
        double most = options.metric().toChord(options.distances().getLast());
        boolean taken = NearPairs.within(points, most, (a, b, squared) -> {
            int at = 0;
            while (at < near - 1 && squared > limits[at]) {
                at++;
            }
            return add(a, b, at);
        });
        if (!taken) {
            problems.add(HotspotsFault.TOO_MANY_PAIRS, "", PAIRS_MAX);
        }
    }

    private boolean add(int a, int b, int itsBand) {
        if (pairs == one.length) {
            one = Arrays.copyOf(one, pairs * 2);
            other = Arrays.copyOf(other, pairs * 2);
            band = Arrays.copyOf(band, pairs * 2);
        }
        one[pairs] = a;
        other[pairs] = b;
        band[pairs++] = (byte) itsBand;
        return pairs <= PAIRS_MAX;
    }

    /** By days between two incidents the band; those longer than the last limit have the last band. */
    private byte[] bandOfDays() {
        byte[] bands = new byte[Arrays.stream(day).max().orElse(0) + 1];
        for (int d = 0; d < bands.length; d++) {
            int at = 0;
            while (at < soon && d > options.days().get(at)) {
                at++;
            }
            bands[d] = (byte) at;
        }
        return bands;
    }

    /** How many of all pairs have each band of days: shuffling dates does not change it. */
    private long[] byDays() {
        int[] sorted = day.clone();
        Arrays.sort(sorted);
        long[] upTo = new long[soon + 1];
        for (int b = 0; b < soon; b++) {
            int from = 0;
            for (int to = 0; to < sorted.length; to++) {
                while (sorted[to] - sorted[from] > options.days().get(b)) {
                    from++;
                }
                upTo[b] += to - from;
            }
        }
        upTo[soon] = (long) sorted.length * (sorted.length - 1) / 2;
        for (int b = soon; b > 0; b--) {
            upTo[b] -= upTo[b - 1];
        }
        return upTo;
    }

    /** Pairs by distance and days, the last bands with them; the last entry is all near and soon ones. */
    private long[] counts(int[] days, byte[] bandOfDays, long[] byDays) {
        int width = soon + 1;
        long[] counts = new long[(near + 1) * width + 1];
        for (int p = 0; p < pairs; p++) {
            counts[band[p] * width + bandOfDays[Math.abs(days[one[p]] - days[other[p]])]]++;
        }
        System.arraycopy(byDays, 0, counts, near * width, width);
        for (int d = 0; d < near; d++) {
            for (int t = 0; t < width; t++) {
                counts[near * width + t] -= counts[d * width + t];
                counts[counts.length - 1] += t < soon ? counts[d * width + t] : 0;
            }
        }
        return counts;
    }

    private void shuffle(RandomGenerator random, int[] shuffled) {
        System.arraycopy(day, 0, shuffled, 0, day.length);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
    }

    private List<NearRepeatResult.Cell> cells(long[] observed, long[] byDays, AtomicIntegerArray reached, long all) {
        int width = soon + 1;
        List<NearRepeatResult.Cell> cells = new ArrayList<>();
        double nearAll = 0;
        for (int d = 0; d <= near; d++) {
            long ofDistance =
                    Arrays.stream(observed, d * width, (d + 1) * width).sum();
            nearAll += d < near ? ofDistance : 0;
            for (int t = 0; t <= soon; t++) {
                double expected = (double) ofDistance * byDays[t] / all;
                cells.add(cell(d, d, t, t, observed[d * width + t], expected, reached.get(d * width + t)));
            }
        }
        double soonAll = Arrays.stream(byDays, 0, soon).sum();
        int last = observed.length - 1;
        cells.add(cell(0, near - 1, 0, soon - 1, observed[last], nearAll * soonAll / all, reached.get(last)));
        return cells;
    }

    private NearRepeatResult.Cell cell(
            int fromBand, int toBand, int fromTime, int toTime, long observed, double expected, int reached) {
        return new NearRepeatResult.Cell(
                fromBand == 0 ? -1 : options.distances().get(fromBand - 1),
                toBand == near ? Double.POSITIVE_INFINITY : options.distances().get(toBand),
                fromTime == 0 ? 0 : options.days().get(fromTime - 1) + 1,
                toTime == soon ? Integer.MAX_VALUE : options.days().get(toTime),
                observed,
                expected,
                expected > 0 ? observed / expected : 0,
                (reached + 1.0) / (options.permutations() + 1.0));
    }

    private Provenance provenance() {
        DataDigest digest = new DataDigest().whole(incidents.size());
        incidents.forEach(i -> digest.numbers(i.x(), i.y()).whole(i.day().toEpochDay()));
        return Provenance.of(digest.text(options.toString()), run);
    }
}
