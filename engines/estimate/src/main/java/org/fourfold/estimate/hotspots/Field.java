package org.fourfold.estimate.hotspots;

import java.util.Arrays;
import org.fourfold.estimate.run.Problems;

/**
 * What a scan sums up, by spot and time (index {@code spot * times + time}; one time for a purely spatial scan).
 *
 * @param cases observed
 * @param measure what they are held against: expected cases, or cases and controls for Bernoulli
 * @param byRegion the measure by region and point of time of the data, not summed up
 * @param weight by spot, what limits a window's size: mean population, cases and controls, or expected cases
 * @param total all cases
 * @param whole the sum of {@code measure}
 */
@SuppressWarnings("ArrayRecordComponent") // summed up in inner loops, never compared
record Field(
        ScanModel model,
        int spots,
        int times,
        int[] cases,
        double[] measure,
        double[] byRegion,
        double[] weight,
        int total,
        double whole) {

    /** Throws {@link org.fourfold.estimate.run.RefusedException} where the model needs what was not given. */
    static Field of(AreaData data, Spots spots, ScanOptions options, Problems problems) {
        Denominators given = data.denominators;
        double[] cells = measure(data, options.model(), problems);
        problems.refuse();
        int[] observed = spots.sum(data.cases, data.times);
        double[] measure = spots.sum(cells, data.times);
        double[] weight = new double[spots.size];
        double[] sizes = given.hasPopulation() && options.model() == ScanModel.POISSON
                ? spots.sum(given.population(), data.times)
                : measure;
        for (int c = 0; c < sizes.length; c++) {
            weight[c / data.times] += sizes[c] / (options.model() == ScanModel.POISSON ? data.times : 1);
        }
        int times = data.times;
        if (options.time() == ScanTime.NONE && times > 1) {
            observed = whole(observed, spots.size, times);
            measure = whole(measure, spots.size, times);
            times = 1;
        }
        double sum = Arrays.stream(measure).sum();
        return new Field(options.model(), spots.size, times, observed, measure, cells, weight, data.allCases, sum);
    }

    /** Cases expected where the measure is this. */
    double expected(double ofMeasure) {
        return model == ScanModel.BERNOULLI ? ofMeasure * (total / whole) : ofMeasure;
    }

    private static double[] measure(AreaData data, ScanModel model, Problems problems) {
        Denominators given = data.denominators;
        return switch (model) {
            case POISSON -> {
                if (!given.hasPopulation()) {
                    problems.add(HotspotsFault.NO_POPULATION, "");
                }
                yield scaled(given.weights(), data.allCases);
            }
            case EXPECTATION_POISSON -> {
                if (Arrays.stream(given.expected()).sum() == 0) {
                    problems.add(HotspotsFault.NO_EXPECTED, "");
                } else {
                    casesWithout(data, given.expected(), problems);
                }
                yield given.expected();
            }
            case BERNOULLI -> {
                if (Arrays.stream(given.controls()).sum() == 0) {
                    problems.add(HotspotsFault.NO_CONTROLS, "");
                    yield new double[0];
                }
                double[] both = new double[data.cases.length];
                Arrays.setAll(both, c -> data.cases[c] + given.controls()[c]);
                yield both;
            }
            case SPACE_TIME_PERMUTATION -> independent(data);
        };
    }

    private static void casesWithout(AreaData data, double[] expected, Problems problems) {
        for (int cell = 0; cell < expected.length; cell++) {
            if (expected[cell] == 0 && data.cases[cell] > 0) {
                String id = data.regions.get(cell / data.times).id();
                problems.add(HotspotsFault.CASES_WITHOUT_POPULATION, id, data.cases[cell]);
            }
        }
    }

    private static double[] scaled(double[] weights, int total) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w * (total / sum)).toArray();
    }

    private static double[] independent(AreaData data) {
        long[] ofTime = new long[data.times];
        for (int cell = 0; cell < data.cases.length; cell++) {
            ofTime[cell % data.times] += data.cases[cell];
        }
        double[] expected = new double[data.cases.length];
        for (int r = 0; r < data.regions.size(); r++) {
            double itsShare = (double) data.cases(r) / data.allCases;
            for (int t = 0; t < data.times; t++) {
                expected[r * data.times + t] = itsShare * ofTime[t];
            }
        }
        return expected;
    }

    private static int[] whole(int[] cells, int spots, int times) {
        int[] sums = new int[spots];
        for (int c = 0; c < cells.length; c++) {
            sums[c / times] += cells[c];
        }
        return sums;
    }

    private static double[] whole(double[] cells, int spots, int times) {
        double[] sums = new double[spots];
        for (int c = 0; c < cells.length; c++) {
            sums[c / times] += cells[c];
        }
        return sums;
    }
}
