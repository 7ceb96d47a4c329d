package org.fourfold.estimate.hotspots;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/** One value a region: a rate, a score, a count. */
public final class AreaValues {

    /** As many regions as there may be. */
    public static final int REGIONS_MAX = 200_000;

    final List<Region> regions;
    final double[] values;
    final Points points;

    /**
     * Regions and their values, in the same order; kept in the order of the ids.
     *
     * @throws org.fourfold.estimate.run.RefusedException with all that is wrong with them
     */
    public AreaValues(List<Region> regions, Metric metric, double[] values) {
        if (regions.size() != values.length) {
            throw new IllegalArgumentException(regions.size() + " regions, " + values.length + " values");
        }
        Comparator<Region> byId = AreaDataBuilder.order(regions);
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> byId.compare(regions.get(a), regions.get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        this.regions = Arrays.stream(order).mapToObj(regions::get).toList();
        this.values = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        check(metric);
        this.points = new Points(
                metric,
                this.regions.stream().mapToDouble(Region::x).toArray(),
                this.regions.stream().mapToDouble(Region::y).toArray());
    }

    /** Cases by population; regions where nobody is at risk are left out. */
    public static AreaValues rates(AreaData data) {
        int[] kept = IntStream.range(0, data.regions.size())
                .filter(r -> data.population(r).orElse(0) > 0)
                .toArray();
        return new AreaValues(
                Arrays.stream(kept).mapToObj(data.regions::get).toList(),
                data.metric(),
                Arrays.stream(kept)
                        .mapToDouble(r -> data.cases(r) / data.population(r).orElseThrow() / data.times)
                        .toArray());
    }

    private void check(Metric metric) {
        Problems problems = new Problems();
        if (regions.size() < 3) {
            problems.add(HotspotsFault.TOO_FEW_REGIONS, "", regions.size(), 3);
        }
        if (regions.size() > REGIONS_MAX) {
            problems.add(HotspotsFault.TOO_MANY_REGIONS, "", regions.size(), REGIONS_MAX);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            Region region = regions.get(i);
            if (!seen.add(region.id())) {
                problems.add(HotspotsFault.REGION_TWICE, region.id());
            }
            AreaDataBuilder.checkPoint(region.id(), region.x(), region.y(), metric, problems);
            if (!Double.isFinite(values[i])) {
                problems.add(HotspotsFault.NO_NUMBER, region.id(), values[i]);
            }
        }
        if (Arrays.stream(values).distinct().count() == 1) {
            problems.add(HotspotsFault.ALL_VALUES_EQUAL, "");
        }
        problems.refuse();
    }

    DataDigest digest() {
        DataDigest digest = new DataDigest().text(points.metric.name()).numbers(values);
        regions.forEach(r -> digest.text(r.id()).numbers(r.x(), r.y()));
        return digest;
    }
}
