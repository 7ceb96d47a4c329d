package org.fourfold.estimate.hotspots;

import java.util.Arrays;

/**
 * The largest log-likelihood ratio over all windows of one data set; one thread's scratch memory with it.
 *
 * <p>For a given number of cases the ratio falls as the measure grows. So the sweep keeps for each number of cases the least
 * measure of any window that has so many ({@code floor}), which takes an addition and a comparison a window; logarithms are
 * taken once a number of cases at the end.
 */
final class Sweep {

    private final Field field;
    private final Windows windows;
    private final Spans spans;
    private final int casesLeast;
    private final double[] measures;
    /** For chains in space: by step the measure of its set. */
    private final double[] setMeasures;

    private final int[] sums;
    private int[] row;
    private double[] measureRow;
    private double[] even;
    private final double[][] floors;

    Sweep(Prepared prepared) {
        this.field = prepared.field();
        this.windows = prepared.windows();
        this.spans = prepared.spans();
        this.casesLeast = prepared.casesLeast();
        this.measures = prepared.measures();
        this.setMeasures = prepared.setMeasures();
        this.sums = new int[field.spots() * spans.width()];
        int rows = windows.tree ? ScanOptions.NEAREST_MAX + 1 : 1;
        this.row = new int[rows * spans.width()];
        this.measureRow = new double[rows * spans.width()];
        this.floors = new double[windows.penalties.length][];
        this.even = evens(field.total());
    }

    /** What all threads share. */
    record Prepared(
            Field field, Windows windows, Spans spans, int casesLeast, double[] measures, double[] setMeasures) {

        static Prepared of(Field field, Windows windows, Spans spans, int casesLeast) {
            double[] measures = spans.run(field.measure(), field.spots());
            boolean plain = field.times() == 1 && !windows.tree;
            return new Prepared(
                    field, windows, spans, casesLeast, measures, plain ? sets(field, windows) : new double[0]);
        }

        private static double[] sets(Field field, Windows windows) {
            double[] sets = new double[windows.spot.length];
            for (int ray = 0; ray < windows.rays(); ray++) {
                double sum = 0;
                for (int step = windows.start[ray]; step < windows.start[ray + 1]; step++) {
                    sum += field.measure()[windows.spot[step]];
                    sets[step] = sum;
                }
            }
            return sets;
        }
    }

    private double[] evens(int most) {
        double[] evens = new double[most + 1];
        Arrays.setAll(evens, c -> Likelihood.even(field.model(), c, field.total(), field.whole()));
        return evens;
    }

    /** The largest ratio, 0 where no window has more than expected; {@code cells} holds cases by spot and time. */
    double largest(int[] cells, int total) {
        if (total >= even.length) {
            even = evens(Math.max(total, 2 * even.length));
        }
        for (int kind = 0; kind < floors.length; kind++) {
            if (floors[kind] == null || floors[kind].length < even.length) {
                floors[kind] = new double[even.length];
            }
            System.arraycopy(even, 0, floors[kind], 0, total + 1);
        }
        if (setMeasures.length > 0) {
            space(cells);
        } else {
            spans.run(cells, field.spots(), sums);
            if (windows.tree) {
                trees();
            } else {
                cylinders();
            }
        }
        return ofFloors(total);
    }

    private void space(int[] cells) {
        int[] spot = windows.spot;
        double[] measure = setMeasures;
        for (int ray = 0; ray < windows.rays(); ray++) {
            double[] floor = floors[windows.kind[ray]];
            int end = windows.start[ray + 1];
            int count = 0;
            for (int step = windows.start[ray]; step < end; step++) {
                count += cells[spot[step]];
                if (measure[step] < floor[count]) {
                    floor[count] = measure[step];
                }
            }
        }
    }

    private void cylinders() {
        int width = spans.width();
        for (int ray = 0; ray < windows.rays(); ray++) {
            double[] floor = floors[windows.kind[ray]];
            Arrays.fill(row, 0);
            Arrays.fill(measureRow, 0);
            for (int step = windows.start[ray]; step < windows.start[ray + 1]; step++) {
                int base = windows.spot[step] * width;
                for (int k = 1; k < width; k++) {
                    row[k] += sums[base + k];
                    measureRow[k] += measures[base + k];
                }
                spans(row, measureRow, 0, floor);
            }
        }
    }

    private void trees() {
        int width = spans.width();
        for (int step = 0; step < windows.spot.length; step++) {
            int at = windows.depth[step] * width;
            int base = windows.spot[step] * width;
            for (int k = 0; k < width; k++) {
                row[at + k] = row[at - width + k] + sums[base + k];
                measureRow[at + k] = measureRow[at - width + k] + measures[base + k];
            }
            spans(row, measureRow, at, floors[0]);
        }
    }

    private void spans(int[] counts, double[] measure, int at, double[] floor) {
        int last = at + spans.width() - 1;
        if (spans.toEnd()) {
            for (int from = at; from < last; from++) {
                int count = counts[last] - counts[from];
                double expected = measure[last] - measure[from];
                if (expected < floor[count]) {
                    floor[count] = expected;
                }
            }
            return;
        }
        for (int from = at; from < last; from++) {
            int before = counts[from];
            double without = measure[from];
            int end = Math.min(last, from + spans.longest());
            for (int to = from + 1; to <= end; to++) {
                int count = counts[to] - before;
                double expected = measure[to] - without;
                if (expected < floor[count]) {
                    floor[count] = expected;
                }
            }
        }
    }

    private double ofFloors(int total) {
        double largest = 0;
        for (int kind = 0; kind < floors.length; kind++) {
            double[] floor = floors[kind];
            for (int count = casesLeast; count <= total; count++) {
                if (floor[count] < even[count]) {
                    double ratio =
                            Likelihood.ratio(field.model(), count, floor[count], total, wholeOf(total));
                    largest = Math.max(largest, ratio * windows.penalties[kind]);
                }
            }
        }
        return largest;
    }

    /** For Poisson the expected cases sum up to the cases there are, which is the same in each replicate. */
    private double wholeOf(int total) {
        return field.model() == ScanModel.BERNOULLI ? field.whole() : total;
    }
}
