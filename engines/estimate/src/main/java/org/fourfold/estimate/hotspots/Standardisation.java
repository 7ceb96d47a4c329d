package org.fourfold.estimate.hotspots;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fourfold.estimate.run.Problems;

/**
 * What cases are expected in proportion to, by indirect standardisation: in each stratum the rate of the whole study, times its
 * population there, times the reporting effort.
 */
final class Standardisation {

    private static final double[] NONE = {};

    private final List<Region> regions;
    private final int times;
    private final Problems problems;

    Standardisation(List<Region> regions, int times, Problems problems) {
        this.regions = regions;
        this.times = times;
        this.problems = problems;
    }

    Denominators of(
            Map<String, long[]> cases,
            Map<String, double[]> population,
            double[] effort,
            double[] expected,
            long[] controls,
            List<String> strata,
            String source) {
        if (effort.length > 0 && !filled(effort, HotspotsFault.EFFORT_MISSING)) {
            return new Denominators(source, NONE, NONE, new int[0], NONE, NONE, strata);
        }
        double[] persons = population.isEmpty() ? NONE : new double[regions.size() * times];
        double[] weights = persons.clone();
        for (Map.Entry<String, double[]> stratum : population.entrySet()) {
            double[] inStratum = stratum.getValue();
            fill(inStratum);
            long[] itsCases = cases.getOrDefault(stratum.getKey(), new long[inStratum.length]);
            add(persons, weights, inStratum, itsCases, effort);
        }
        if (persons.length > 0) {
            check(cases, population, persons, weights);
        }
        int[] others = Arrays.stream(controls).mapToInt(Math::toIntExact).toArray();
        return new Denominators(
                source, persons, weights, others, expected, effort, population.size() > 1 ? strata : List.of());
    }

    private static void add(double[] persons, double[] weights, double[] inStratum, long[] itsCases, double[] effort) {
        double atRisk = 0;
        for (int cell = 0; cell < inStratum.length; cell++) {
            atRisk += inStratum[cell] * (effort.length == 0 ? 1 : effort[cell]);
        }
        double rate = atRisk == 0 ? 0 : Arrays.stream(itsCases).sum() / atRisk;
        for (int cell = 0; cell < inStratum.length; cell++) {
            persons[cell] += inStratum[cell];
            weights[cell] += rate * inStratum[cell] * (effort.length == 0 ? 1 : effort[cell]);
        }
    }

    /** Lines between the points of time that are known, level outside; regions that nothing is known of have 0. */
    private void fill(double[] cells) {
        boolean between = false;
        for (int region = 0; region < regions.size(); region++) {
            int known = -1;
            int base = region * times;
            for (int t = 0; t < times; t++) {
                if (!Double.isNaN(cells[base + t])) {
                    between |= known >= 0 && t > known + 1;
                    line(cells, base, known, t);
                    known = t;
                }
            }
            Arrays.fill(cells, base + known + 1, base + times, known < 0 ? 0 : cells[base + known]);
        }
        if (between && problems.all().stream().noneMatch(p -> p.fault() == HotspotsFault.POPULATION_INTERPOLATED)) {
            problems.add(HotspotsFault.POPULATION_INTERPOLATED, "");
        }
    }

    private static void line(double[] cells, int base, int known, int t) {
        for (int gap = known + 1; gap < t; gap++) {
            double share = known < 0 ? 1 : (double) (gap - known) / (t - known);
            double before = known < 0 ? 0 : cells[base + known];
            cells[base + gap] = before + share * (cells[base + t] - before);
        }
    }

    private boolean filled(double[] cells, HotspotsFault missing) {
        boolean all = true;
        for (int region = 0; region < regions.size(); region++) {
            boolean known = false;
            for (int t = 0; t < times; t++) {
                known |= cells[region * times + t] > 0;
            }
            if (!known) {
                problems.add(missing, regions.get(region).id());
                all = false;
            }
        }
        fill(cells);
        return all;
    }

    private void check(
            Map<String, long[]> cases, Map<String, double[]> population, double[] persons, double[] weights) {
        for (int region = 0; region < regions.size(); region++) {
            double sum = 0;
            long itsCases = 0;
            for (int t = 0; t < times; t++) {
                int cell = region * times + t;
                long here = cases.values().stream()
                        .mapToLong(counts -> counts[cell])
                        .sum();
                itsCases += weights[cell] == 0 ? here : 0;
                sum += persons[cell];
            }
            String id = regions.get(region).id();
            if (itsCases > 0) {
                problems.add(HotspotsFault.CASES_WITHOUT_POPULATION, id, itsCases);
            } else if (sum == 0) {
                problems.add(HotspotsFault.REGION_WITHOUT_POPULATION, id);
            }
        }
        cases.forEach((stratum, counts) -> {
            if (!population.containsKey(stratum) && Arrays.stream(counts).sum() > 0) {
                problems.add(
                        HotspotsFault.CASES_WITHOUT_POPULATION,
                        stratum,
                        Arrays.stream(counts).sum());
            }
        });
    }
}
