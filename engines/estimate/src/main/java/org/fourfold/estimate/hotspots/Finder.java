package org.fourfold.estimate.hotspots;

import java.util.Arrays;
import java.util.Optional;

/** The likeliest window of the observed data among those that are still allowed: the sweep again, with who holds each floor. */
final class Finder {

    /** A measure less by no more than rounding is no less: of equal windows the one found first stays. */
    private static final double ROUNDING = 1e-11;

    private final Field field;
    private final Windows windows;
    private final Spans spans;
    private final int casesLeast;
    private final double[] measures;
    private final long[] sums;
    private final double[][] floors;
    private final Holder[][] holders;
    private final boolean[] barred;
    private final boolean[] barredCentre;

    private record Holder(int ray, int step, int from, int to) {}

    /**
     * A window found.
     *
     * @param spots of it, the centre first
     * @param from its first point of time
     * @param to its last one
     * @param ratio log-likelihood ratio, with the penalty of its shape
     */
    @SuppressWarnings("ArrayRecordComponent") // summed up in inner loops, never compared
    record Found(Windows.Form form, int[] spots, int from, int to, int cases, double measure, double ratio) {}

    Finder(Prepared prepared) {
        this.field = prepared.field();
        this.windows = prepared.windows();
        this.spans = prepared.spans();
        this.casesLeast = prepared.casesLeast();
        this.measures = prepared.measures();
        this.sums = new long[field.spots() * spans.width()];
        spans.run(Arrays.stream(field.cases()).asLongStream().toArray(), field.spots(), sums);
        this.floors = new double[windows.penalties.length][field.total() + 1];
        this.holders = new Holder[windows.penalties.length][field.total() + 1];
        this.barred = new boolean[field.spots()];
        this.barredCentre = new boolean[field.spots()];
    }

    /** No window found from now on overlaps this one. */
    void bar(Found found, Overlap overlap) {
        if (overlap == Overlap.NO_SHARED_REGION) {
            Arrays.stream(found.spots()).forEach(s -> barred[s] = true);
        } else {
            barred[found.spots()[0]] = true;
            Arrays.stream(found.spots()).forEach(s -> barredCentre[s] = true);
        }
    }

    /** The likeliest allowed window with more cases than expected. */
    Optional<Found> likeliest() {
        for (int kind = 0; kind < floors.length; kind++) {
            for (int count = 0; count <= field.total(); count++) {
                floors[kind][count] = Likelihood.even(field.model(), count, field.total(), field.whole());
                holders[kind][count] = null;
            }
        }
        for (int ray = 0; ray < windows.rays(); ray++) {
            if (!barredCentre[windows.centre[ray]]) {
                walk(ray);
            }
        }
        return ofFloors();
    }

    private void walk(int ray) {
        int width = spans.width();
        int rows = windows.tree ? ScanOptions.NEAREST_MAX + 1 : 2;
        long[] row = new long[rows * width];
        double[] measureRow = new double[rows * width];
        int barredBelow = Integer.MAX_VALUE;
        for (int step = windows.start[ray]; step < windows.start[ray + 1]; step++) {
            int depth = windows.tree ? windows.depth[step] : 1;
            int spot = windows.spot[step];
            if (depth > barredBelow) {
                continue;
            }
            barredBelow = barred[spot] ? depth : Integer.MAX_VALUE;
            if (barred[spot] && !windows.tree) {
                return;
            }
            if (barred[spot]) {
                continue;
            }
            int before = windows.tree ? (depth - 1) * width : width;
            for (int k = 0; k < width; k++) {
                row[depth * width + k] = row[before + k] + sums[spot * width + k];
                measureRow[depth * width + k] = measureRow[before + k] + measures[spot * width + k];
            }
            look(ray, step, row, measureRow, depth * width);
        }
    }

    private void look(int ray, int step, long[] row, double[] measureRow, int at) {
        int points = spans.width() - 1;
        for (int from = 0; from < points; from++) {
            int end = Math.min(points, from + spans.longest());
            for (int to = spans.toEnd() ? points : from + 1; to <= end; to++) {
                int count = (int) (row[at + to] - row[at + from]);
                double measure = measureRow[at + to] - measureRow[at + from];
                int kind = windows.kind[ray];
                if (measure < floors[kind][count] * (1 - ROUNDING)) {
                    floors[kind][count] = measure;
                    holders[kind][count] = new Holder(ray, step, from, to);
                }
            }
        }
    }

    private Optional<Found> ofFloors() {
        Found best = null;
        for (int kind = 0; kind < floors.length; kind++) {
            for (int count = casesLeast; count <= field.total(); count++) {
                Holder holder = holders[kind][count];
                if (holder == null) {
                    continue;
                }
                double measure = floors[kind][count];
                double ratio = windows.penalties[kind]
                        * Likelihood.ratio(field.model(), count, measure, field.total(), field.whole());
                if (best == null || ratio > best.ratio() * (1 + ROUNDING)) {
                    best = new Found(
                            windows.form[holder.ray()],
                            windows.members(holder.ray(), holder.step()),
                            spans.offset() + holder.from(),
                            spans.offset() + holder.to() - 1,
                            count,
                            measure,
                            ratio);
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
