package org.fourfold.estimate.hotspots;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fourfold.estimate.run.Problems;

/**
 * Gathers rows into {@link AreaData} and all that is wrong with them. Rows of the same region, time and stratum are added up.
 * A population given for some points of time is drawn as a line between them and stays level outside.
 */
public final class AreaDataBuilder {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final Problems problems = new Problems();
    private final Metric metric;
    private final Timeline timeline;
    private final List<Region> regions;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final int times;
    private final Map<String, long[]> cases = new TreeMap<>();
    private final Map<String, double[]> population = new TreeMap<>();
    private final List<TreeSet<Integer>> borders = new ArrayList<>();
    private List<String> strata = List.of();
    private String source = "";
    private double[] expected = {};
    private double[] effort = {};
    private long[] controls = {};
    private long counted;

    /** Nothing counted yet; throws {@link org.fourfold.estimate.run.RefusedException} where regions cannot be taken. */
    public AreaDataBuilder(List<Region> regions, Metric metric, Timeline timeline) {
        this.metric = metric;
        this.timeline = timeline;
        this.times = timeline.length();
        checkSize(regions.size());
        this.regions = regions.stream().sorted(order(regions)).toList();
        checkRegions();
        problems.refuse();
        this.regions.forEach(_ -> borders.add(new TreeSet<>()));
    }

    static Comparator<Region> order(List<Region> regions) {
        boolean whole = regions.stream().allMatch(r -> WHOLE.matcher(r.id()).matches());
        return whole
                ? Comparator.comparingLong((Region r) -> Long.parseLong(r.id())).thenComparing(Region::id)
                : Comparator.comparing(Region::id);
    }

    private void checkSize(int size) {
        if (size < 2) {
            problems.add(HotspotsFault.TOO_FEW_REGIONS, "", size, 2);
        } else if (size > AreaData.REGIONS_MAX) {
            problems.add(HotspotsFault.TOO_MANY_REGIONS, "", size, AreaData.REGIONS_MAX);
        } else if ((long) size * times > AreaData.CELLS_MAX) {
            problems.add(HotspotsFault.TOO_MANY_CELLS, "", AreaData.CELLS_MAX);
        }
        problems.refuse();
    }

    private void checkRegions() {
        Map<List<Double>, List<String>> byPoint = new HashMap<>();
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            if (indexes.putIfAbsent(region.id(), i) != null) {
                problems.add(HotspotsFault.REGION_TWICE, region.id());
            }
            checkPoint(region.id(), region.x(), region.y(), metric, problems);
            byPoint.computeIfAbsent(List.of(region.x() + 0.0, region.y() + 0.0), _ -> new ArrayList<>())
                    .add(region.id());
        }
        byPoint.values().stream()
                .filter(ids -> ids.size() > 1)
                .sorted(Comparator.comparing(List::getFirst))
                .forEach(ids -> problems.add(HotspotsFault.EQUAL_COORDINATES, ids.getFirst(), String.join(", ", ids)));
    }

    static void checkPoint(String place, double x, double y, Metric metric, Problems problems) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            problems.add(HotspotsFault.NO_COORDINATES, place);
        } else if (metric == Metric.GREAT_CIRCLE_KM && (Math.abs(x) > 180 || Math.abs(y) > 90)) {
            problems.add(HotspotsFault.COORDINATES_OUT_OF_RANGE, place, x, y);
        }
    }

    /** What strata are made of ({@code age}, {@code sex}), when rows have them: for the result's list of adjustments. */
    @CanIgnoreReturnValue
    public AreaDataBuilder strata(String... names) {
        strata = List.of(names);
        return this;
    }

    /** Where population, controls or expected numbers come from, in words. */
    @CanIgnoreReturnValue
    public AreaDataBuilder source(String words) {
        source = words;
        return this;
    }

    /** Cases of a region at a point of time, in a stratum such as {@code 10-14 f}; the empty one where there are none. */
    @CanIgnoreReturnValue
    public AreaDataBuilder cases(String region, int time, String stratum, long count) {
        int cell = cell(region, time);
        if (count < 0) {
            problems.add(HotspotsFault.NEGATIVE_COUNT, region, count);
        } else if (count > AreaData.CASES_MAX || counted + count > AreaData.CASES_MAX) {
            problems.add(HotspotsFault.TOO_MANY_CASES, region, AreaData.CASES_MAX);
        } else if (cell >= 0) {
            counted += count;
            cases.computeIfAbsent(stratum, _ -> new long[regions.size() * times])[cell] += count;
        }
        return this;
    }

    /** Cases of a region on a day. */
    @CanIgnoreReturnValue
    public AreaDataBuilder cases(String region, LocalDate day, long count) {
        int time = timeline.at(day);
        if (time < 0 || time >= times) {
            problems.add(HotspotsFault.DATE_OUT_OF_RANGE, region, day, timeline.from(0), timeline.to(times - 1));
            return this;
        }
        return cases(region, time, "", count);
    }

    /** Cases of a region in a study without time. */
    @CanIgnoreReturnValue
    public AreaDataBuilder cases(String region, long count) {
        return cases(region, 0, "", count);
    }

    /** Persons at risk in a region at a point of time, in a stratum. */
    @CanIgnoreReturnValue
    public AreaDataBuilder population(String region, int time, String stratum, double persons) {
        int cell = cell(region, time);
        if (isNumber(region, persons) && cell >= 0) {
            double[] cells = population.computeIfAbsent(stratum, _ -> unknown());
            cells[cell] = persons + (Double.isNaN(cells[cell]) ? 0 : cells[cell]);
        }
        return this;
    }

    /** Persons at risk in a region, the same at all points of time. */
    @CanIgnoreReturnValue
    public AreaDataBuilder population(String region, double persons) {
        return population(region, 0, "", persons);
    }

    /** Who could have been a case and is none, at a point of time (0 without time). */
    @CanIgnoreReturnValue
    public AreaDataBuilder controls(String region, int time, long count) {
        int cell = cell(region, time);
        controls = controls.length == 0 ? new long[regions.size() * times] : controls;
        if (count < 0 || count > AreaData.CASES_MAX) {
            problems.add(HotspotsFault.NEGATIVE_COUNT, region, count);
        } else if (cell >= 0) {
            controls[cell] += count;
        }
        return this;
    }

    /** Cases expected in a region at a point of time by a model of the past: for expectation-based Poisson. */
    @CanIgnoreReturnValue
    public AreaDataBuilder expected(String region, int time, double number) {
        int cell = cell(region, time);
        expected = expected.length == 0 ? new double[regions.size() * times] : expected;
        if (isNumber(region, number) && cell >= 0) {
            expected[cell] += number;
        }
        return this;
    }

    /**
     * How much of what happens is told there, relative to elsewhere: offices, interviewers, months of presence. Where one region
     * has it at some time, all need it; like a population, it may be given for some points of time.
     */
    @CanIgnoreReturnValue
    public AreaDataBuilder effort(String region, int time, double relative) {
        int cell = cell(region, time);
        effort = effort.length == 0 ? unknown() : effort;
        if (isNumber(region, relative) && cell >= 0) {
            effort[cell] = relative;
        }
        return this;
    }

    /** Two regions touch: what the flexible scan walks along. */
    @CanIgnoreReturnValue
    public AreaDataBuilder border(String one, String other) {
        int a = index(one);
        int b = index(other);
        if (a >= 0 && b >= 0 && a != b) {
            borders.get(a).add(b);
            borders.get(b).add(a);
        }
        return this;
    }

    /** The data; throws {@link org.fourfold.estimate.run.RefusedException} with all that is wrong with them. */
    public AreaData build() {
        if (counted == 0) {
            problems.add(HotspotsFault.NO_CASES, "");
        }
        problems.refuse();
        Denominators denominators = new Standardisation(regions, times, problems)
                .of(cases, population, effort, expected, controls, strata, source);
        problems.refuse();
        int[] all = new int[regions.size() * times];
        for (long[] stratum : cases.values()) {
            for (int cell = 0; cell < all.length; cell++) {
                all[cell] += Math.toIntExact(stratum[cell]);
            }
        }
        int[][] touching = borders.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new AreaData(regions, metric, timeline, all, denominators, touching, problems.all());
    }

    private int cell(String region, int time) {
        int index = index(region);
        if (time < 0 || time >= times) {
            problems.add(HotspotsFault.DATE_OUT_OF_RANGE, region, time, 0, times - 1);
            return -1;
        }
        return index < 0 ? -1 : index * times + time;
    }

    private int index(String region) {
        Integer index = indexes.get(region);
        if (index == null) {
            problems.add(HotspotsFault.UNKNOWN_REGION, region);
            return -1;
        }
        return index;
    }

    private boolean isNumber(String region, double number) {
        if (number >= 0 && number <= 1e15) {
            return true;
        }
        problems.add(HotspotsFault.NO_NUMBER, region, number);
        return false;
    }

    private double[] unknown() {
        double[] cells = new double[regions.size() * times];
        Arrays.fill(cells, Double.NaN);
        return cells;
    }
}
