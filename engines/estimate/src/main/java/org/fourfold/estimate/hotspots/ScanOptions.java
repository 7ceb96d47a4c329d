package org.fourfold.estimate.hotspots;

import org.fourfold.estimate.run.Problems;

/**
 * How to scan.
 *
 * @param replicates how many data sets without clusters the likeliest window is held against; 0 for no p-value
 * @param stopAfter ends when so many replicates have reached the observed maximum (Besag, Clifford 1991); 0 for all replicates
 * @param clustersMost how many clusters are told
 */
public record ScanOptions(
        ScanModel model,
        Shape shape,
        ScanTime time,
        WindowLimits limits,
        Overlap overlap,
        int replicates,
        int stopAfter,
        int clustersMost) {

    /** As many replicates as there may be. */
    public static final int REPLICATES_MAX = 1_000_000;
    /** As many of the nearest regions as a flexible window may be made of. */
    public static final int NEAREST_MAX = 20;

    /** Circles in space, half the population at most, 999 replicates, ten clusters. */
    public static ScanOptions spatial(ScanModel model) {
        return new ScanOptions(
                model, new Shape.Circle(), ScanTime.NONE, WindowLimits.usual(), Overlap.NO_SHARED_REGION, 999, 0, 10);
    }

    /** Cylinders in space and time, otherwise as {@link #spatial}. */
    public static ScanOptions spaceTime(ScanModel model, ScanTime time) {
        return new ScanOptions(
                model, new Shape.Circle(), time, WindowLimits.usual(), Overlap.NO_SHARED_REGION, 999, 0, 10);
    }

    public ScanOptions with(Shape other) {
        return new ScanOptions(model, other, time, limits, overlap, replicates, stopAfter, clustersMost);
    }

    public ScanOptions with(WindowLimits other) {
        return new ScanOptions(model, shape, time, other, overlap, replicates, stopAfter, clustersMost);
    }

    public ScanOptions with(Overlap other) {
        return new ScanOptions(model, shape, time, limits, other, replicates, stopAfter, clustersMost);
    }

    public ScanOptions withReplicates(int asked) {
        return new ScanOptions(model, shape, time, limits, overlap, asked, stopAfter, clustersMost);
    }

    public ScanOptions withStopAfter(int reached) {
        return new ScanOptions(model, shape, time, limits, overlap, replicates, reached, clustersMost);
    }

    public ScanOptions withClustersMost(int most) {
        return new ScanOptions(model, shape, time, limits, overlap, replicates, stopAfter, most);
    }

    void check(AreaData data, Problems problems) {
        range(problems, "population-share", limits.populationShare(), Double.MIN_VALUE, 1);
        range(problems, "time-share", limits.timeShare(), Double.MIN_VALUE, 1);
        range(problems, "radius", limits.radius(), Double.MIN_VALUE, Double.POSITIVE_INFINITY);
        range(problems, "neighbours", limits.neighbours(), 1, Integer.MAX_VALUE);
        range(problems, "cases-least", limits.casesLeast(), 1, AreaData.CASES_MAX);
        range(problems, "replicates", replicates, 0, REPLICATES_MAX);
        range(problems, "stop-after", stopAfter, 0, REPLICATES_MAX);
        range(problems, "clusters-most", clustersMost, 1, 1000);
        checkShape(data, problems);
        boolean needsTime = time != ScanTime.NONE || model == ScanModel.SPACE_TIME_PERMUTATION;
        if (needsTime && (data.times < 2 || time == ScanTime.NONE)) {
            problems.add(HotspotsFault.NO_TIME, "");
        }
    }

    private void checkShape(AreaData data, Problems problems) {
        switch (shape) {
            case Shape.Circle() -> {}
            case Shape.Ellipse(var shapes, var angles, double penalty) -> {
                range(problems, "penalty", penalty, 0, 10);
                range(problems, "shapes", shapes.size(), 1, 20);
                range(problems, "angles", angles.size(), shapes.size(), shapes.size());
                shapes.forEach(s -> range(problems, "shape", s, 1, 100));
                angles.forEach(n -> range(problems, "angle", n, 1, 180));
                if (data.metric() == Metric.GREAT_CIRCLE_KM) {
                    problems.add(HotspotsFault.ELLIPSE_ON_SPHERE, "");
                }
            }
            case Shape.Flexible(int nearest) -> {
                range(problems, "nearest", nearest, 1, NEAREST_MAX);
                if (java.util.Arrays.stream(data.borders).allMatch(b -> b.length == 0)) {
                    problems.add(HotspotsFault.NO_BORDERS, "");
                }
            }
        }
    }

    static void range(Problems problems, String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            problems.add(HotspotsFault.OPTION_OUT_OF_RANGE, name, value, least, most);
        }
    }
}
