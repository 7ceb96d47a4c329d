package org.fourfold.estimate.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problem;

/**
 * Regions, points of time, and what was counted and could have been counted there. Regions are kept in the order of their ids
 * (as numbers where all are whole numbers), so that the order of rows changes nothing. Made by {@link AreaDataBuilder}.
 *
 * <p>A cell is a region at a point of time: index {@code region * times + time}.
 */
public final class AreaData {

    /** As many regions as their distances can be compared one by one. */
    public static final int REGIONS_MAX = 20_000;
    /** As many regions times points of time. */
    public static final int CELLS_MAX = 20_000_000;
    /** As many cases as there may be. */
    public static final int CASES_MAX = 5_000_000;
    /** A region whose next one is this many times farther than is usual may have wrong coordinates. */
    static final double FAR = 25;

    final List<Region> regions;
    final Timeline timeline;
    final Points points;
    final int times;
    final int[] cases;
    final int allCases;
    final Denominators denominators;
    final int[][] borders;
    final List<Problem> cautions;

    AreaData(
            List<Region> regions,
            Metric metric,
            Timeline timeline,
            int[] cases,
            Denominators denominators,
            int[][] borders,
            List<Problem> cautions) {
        this.regions = List.copyOf(regions);
        this.timeline = timeline;
        this.times = timeline.length();
        this.points = new Points(
                metric,
                regions.stream().mapToDouble(Region::x).toArray(),
                regions.stream().mapToDouble(Region::y).toArray());
        this.cases = cases;
        this.allCases = Arrays.stream(cases).sum();
        this.denominators = denominators;
        this.borders = borders;
        List<Problem> all = new ArrayList<>(cautions);
        farAway(all);
        this.cautions = List.copyOf(all);
    }

    /** By id. */
    public List<Region> regions() {
        return regions;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Metric metric() {
        return points.metric;
    }

    /** All cases of the study. */
    public int cases() {
        return allCases;
    }

    /** A region's cases at all points of time. */
    public int cases(int region) {
        return sum(cases, region);
    }

    /** A region's population, the mean over the points of time; empty where none was given. */
    public OptionalDouble population(int region) {
        double[] population = denominators.population();
        if (population.length == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int t = 0; t < times; t++) {
            sum += population[region * times + t];
        }
        return OptionalDouble.of(sum / times);
    }

    int sum(int[] cells, int region) {
        int sum = 0;
        for (int t = 0; t < times; t++) {
            sum += cells[region * times + t];
        }
        return sum;
    }

    private void farAway(List<Problem> problems) {
        double[] next = points.toNext();
        double[] apart = Arrays.stream(next).filter(d -> d > 0).sorted().toArray();
        if (apart.length < 5) {
            return;
        }
        double usual = apart[apart.length / 2];
        for (int i = 0; i < next.length; i++) {
            if (next[i] > FAR * usual) {
                problems.add(Problem.of(
                        HotspotsFault.FAR_AWAY, regions.get(i).id(), Math.round(next[i]), Math.round(usual)));
            }
        }
    }

    /** What the data say, for the digest of a result. */
    void into(DataDigest digest) {
        digest.text(points.metric.name())
                .text(timeline.unit().name())
                .text(timeline.first().toString());
        digest.whole(times).whole(regions.size());
        for (Region region : regions) {
            digest.text(region.id()).numbers(region.x(), region.y());
        }
        for (int count : cases) {
            digest.whole(count);
        }
        denominators.into(digest);
        for (int[] border : borders) {
            digest.whole(border.length);
            Arrays.stream(border).forEach(digest::whole);
        }
    }

    DataDigest digest() {
        DataDigest digest = new DataDigest();
        into(digest);
        return digest;
    }
}
