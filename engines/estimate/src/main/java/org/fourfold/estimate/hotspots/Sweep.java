package org.fourfold.estimate.hotspots;

import java.util.Arrays;

/**
 * The largest log-likelihood ratio over all windows, of some data sets at once; one thread's scratch memory with it.
 *
 * <p>For a given number of cases the ratio falls as the measure grows. So the sweep keeps for each number of cases the least
 * measure of any window that has so many (the floor), which takes an addition and a comparison a window; logarithms are taken
 * once a number of cases at the end. The counts of four data sets share a long, 16 bits each, so that one addition serves four;
 * with 65,536 cases or more two share it.
 *
 * <p>After some data sets the floors begin where the ratio is somewhat less than the least maximum so far, so that few windows
 * lower them. A data set whose maximum is not clearly above is swept again from where cases are no more than expected: the
 * answer is the same.
 */
final class Sweep {

    private final Field field;
    private final Windows windows;
    private final Spans spans;
    private final int casesLeast;
    private final double[] measures;
    /** Whether windows are chains in space. */
    private final boolean plain;

    private final boolean four;
    private final int bits;
    private final long mask;
    private static final int SEEN_LEAST = 12;
    private static final double BELOW_SEEN = 0.75;

    private final long[] packed;
    private final long[] sums;
    private final long[] row;
    private final double[] measureRow;
    /** By number of cases the measure at which these are no more than expected. */
    private double[] even;
    /** By kind of penalty and number of cases where floors begin. */
    private final double[][] opening;
    /** By kind of penalty and lane. */
    private final double[][][] floors;

    private double bound;
    private int seen;
    private double leastSeen = Double.POSITIVE_INFINITY;

    Sweep(Prepared prepared) {
        this.field = prepared.field();
        this.windows = prepared.windows();
        this.spans = prepared.spans();
        this.casesLeast = prepared.casesLeast();
        this.measures = prepared.measures();
        this.plain = field.times() == 1 && !windows.tree;
        this.four = prepared.lanes() == 4;
        this.bits = four ? 16 : 32;
        this.mask = (1L << bits) - 1;
        this.packed = new long[field.cases().length];
        this.sums = new long[field.spots() * spans.width()];
        int rows = windows.tree ? ScanOptions.NEAREST_MAX + 1 : 1;
        this.row = new long[rows * spans.width()];
        this.measureRow = new double[rows * spans.width()];
        this.floors = new double[windows.penalties.length][4][];
        this.opening = new double[windows.penalties.length][];
        this.even = evens(field.total());
        open();
    }

    /** Lets floors begin where the ratio is the bound. */
    private void open() {
        for (int kind = 0; kind < opening.length; kind++) {
            double ratio = bound / windows.penalties[kind];
            opening[kind] = even.clone();
            // A window with fewer cases is none: nothing is less than 0.
            Arrays.fill(opening[kind], 0, Math.min(casesLeast, even.length), 0);
            for (int count = casesLeast; ratio > 0 && count < even.length; count++) {
                opening[kind][count] = Likelihood.measure(field.model(), count, ratio, even[count], field);
            }
        }
    }

    private double[] evens(int most) {
        double[] evens = new double[most + 1];
        Arrays.setAll(evens, c -> Likelihood.even(field.model(), c, field.total(), field.whole()));
        return evens;
    }

    /**
     * Fills in the largest ratio of each data set, 0 where no window has more than expected.
     *
     * @param cells cases by data set, and by spot and time; as many data sets as {@link Prepared#lanes}
     * @param totals all cases of each data set
     */
    void largest(int[][] cells, int[] totals, double[] largest) {
        Arrays.fill(packed, 0);
        for (int lane = 0; lane < totals.length; lane++) {
            int[] own = cells[lane];
            int shift = lane * bits;
            for (int c = 0; c < packed.length; c++) {
                packed[c] += (long) own[c] << shift;
            }
        }
        if (!plain) {
            spans.run(packed, field.spots(), sums);
        }
        int most = Arrays.stream(totals).max().orElse(0);
        if (most >= even.length) {
            even = evens(Math.max(most, 2 * even.length));
            open();
        }
        sweep(opening, most);
        boolean clear = true;
        for (int lane = 0; lane < totals.length; lane++) {
            largest[lane] = ofFloors(lane, totals[lane], opening);
            clear &= totals[lane] == 0 || largest[lane] > bound * (1 + 1e-6);
        }
        if (!clear && bound > 0) {
            bound = 0;
            open();
            sweep(opening, most);
            for (int lane = 0; lane < totals.length; lane++) {
                largest[lane] = ofFloors(lane, totals[lane], opening);
            }
        }
        learn(totals, largest);
    }

    private void learn(int[] totals, double[] largest) {
        for (int lane = 0; lane < totals.length; lane++) {
            leastSeen = totals[lane] == 0 ? leastSeen : Math.min(leastSeen, largest[lane]);
            seen += totals[lane] == 0 ? 0 : 1;
        }
        if (bound == 0 && seen >= SEEN_LEAST && leastSeen > 0) {
            bound = BELOW_SEEN * leastSeen;
            open();
        }
    }

    private void sweep(double[][] from, int most) {
        raise(from, most);
        if (plain) {
            space();
        } else if (windows.tree) {
            trees();
        } else {
            cylinders();
        }
    }

    private void raise(double[][] from, int total) {
        for (int kind = 0; kind < floors.length; kind++) {
            for (int lane = 0; lane < (four ? 4 : 2); lane++) {
                if (floors[kind][lane] == null || floors[kind][lane].length < even.length) {
                    floors[kind][lane] = new double[even.length];
                }
                System.arraycopy(from[kind], 0, floors[kind][lane], 0, total + 1);
            }
        }
    }

    private void space() {
        for (int ray = 0; ray < windows.rays(); ray++) {
            double[][] floor = floors[windows.kind[ray]];
            if (four) {
                space(windows.start[ray], windows.start[ray + 1], floor[0], floor[1], floor[2], floor[3]);
            } else {
                space(windows.start[ray], windows.start[ray + 1], floor[0], floor[1]);
            }
        }
    }

    private void space(int from, int end, double[] floor0, double[] floor1, double[] floor2, double[] floor3) {
        char[] spot = windows.spot;
        long[] cells = packed;
        double[] measureOf = field.measure();
        long counts = 0;
        double measure = 0;
        for (int step = from; step < end; step++) {
            int next = spot[step];
            counts += cells[next];
            measure += measureOf[next];
            lower(counts, measure, floor0, floor1, floor2, floor3);
        }
    }

    private void space(int from, int end, double[] floor0, double[] floor1) {
        long counts = 0;
        double measure = 0;
        for (int step = from; step < end; step++) {
            counts += packed[windows.spot[step]];
            measure += field.measure()[windows.spot[step]];
            lower(floor0, (int) counts, measure);
            lower(floor1, (int) (counts >>> 32), measure);
        }
    }

    private static void lower(
            long counts, double measure, double[] floor0, double[] floor1, double[] floor2, double[] floor3) {
        int count0 = (int) counts & 0xFFFF;
        int count1 = (int) counts >>> 16;
        int count2 = (int) (counts >>> 32) & 0xFFFF;
        int count3 = (int) (counts >>> 48);
        lower(floor0, count0, measure);
        lower(floor1, count1, measure);
        lower(floor2, count2, measure);
        lower(floor3, count3, measure);
    }

    private static void lower(double[] floor, int count, double measure) {
        if (measure < floor[count]) {
            floor[count] = measure;
        }
    }

    private void cylinders() {
        int width = spans.width();
        for (int ray = 0; ray < windows.rays(); ray++) {
            Arrays.fill(row, 0);
            Arrays.fill(measureRow, 0);
            for (int step = windows.start[ray]; step < windows.start[ray + 1]; step++) {
                int base = windows.spot[step] * width;
                for (int k = 1; k < width; k++) {
                    row[k] += sums[base + k];
                    measureRow[k] += measures[base + k];
                }
                spans(0, floors[windows.kind[ray]]);
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
            spans(at, floors[0]);
        }
    }

    /** All spans of the set whose running sums stand at {@code at}. */
    private void spans(int at, double[][] floor) {
        int last = at + spans.width() - 1;
        for (int from = at; from < last; from++) {
            int end = Math.min(last, from + spans.longest());
            int first = spans.toEnd() ? last : from + 1;
            if (four) {
                spans(from, first, end, floor[0], floor[1], floor[2], floor[3]);
            } else {
                for (int to = first; to <= end; to++) {
                    long counts = row[to] - row[from];
                    double measure = measureRow[to] - measureRow[from];
                    lower(floor[0], (int) (counts & mask), measure);
                    lower(floor[1], (int) (counts >>> bits), measure);
                }
            }
        }
    }

    private void spans(
            int from, int first, int end, double[] floor0, double[] floor1, double[] floor2, double[] floor3) {
        long[] counted = row;
        double[] measured = measureRow;
        long before = counted[from];
        double without = measured[from];
        for (int to = first; to <= end; to++) {
            long counts = counted[to] - before;
            double measure = measured[to] - without;
            lower(counts, measure, floor0, floor1, floor2, floor3);
        }
    }

    private double ofFloors(int lane, int total, double[][] from) {
        double largest = 0;
        // For Poisson the expected cases sum up to the cases there are, the same in each replicate.
        double whole = field.model() == ScanModel.BERNOULLI ? field.whole() : total;
        for (int kind = 0; kind < floors.length; kind++) {
            double[] floor = floors[kind][lane];
            for (int count = casesLeast; count <= total; count++) {
                if (floor[count] < from[kind][count]) {
                    double ratio = Likelihood.ratio(field.model(), count, floor[count], total, whole);
                    largest = Math.max(largest, ratio * windows.penalties[kind]);
                }
            }
        }
        return largest;
    }
}
