package org.fourfold.estimate.policy;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.estimate.numbers.Printed;
import org.fourfold.estimate.run.Problems;

/**
 * The design of an interrupted series: intercept, trend, level from the policy on, change of trend, season.
 *
 * <p>Time counts from the policy: the last period before it is 0, the first one with it is 1. So the level is what changed at the
 * policy, also beside a change of trend, and not what the new trend would have been at the series' beginning (the correction of
 * Lopez Bernal, Cummins, Gasparrini 2017, Interrupted time series regression for the evaluation of public health interventions).
 */
final class Segmented {

    static final String LEVEL = "level";
    static final String SLOPE = "slope";

    /** Fewer periods on a side cannot carry a level beside a trend. */
    static final int BEFORE_MIN = 8;

    static final int AFTER_MIN = 4;

    private Segmented() {}

    /** The design for a policy whose first period is {@code from} (0-based). */
    static Design design(Series series, int from, SegmentedOptions options) {
        List<String> names = new ArrayList<>(List.of("intercept", "trend", LEVEL));
        if (options.slopeChange()) {
            names.add(SLOPE);
        }
        for (int k = 1; k <= options.fourierPairs(); k++) {
            names.add("sin" + k);
            names.add("cos" + k);
        }
        int n = series.size();
        int p = names.size();
        double[] x = new double[n * p];
        double[] y = new double[n];
        double[] offset = new double[n];
        for (int t = 0; t < n; t++) {
            double since = t - from + 1;
            int at = t * p;
            x[at++] = 1;
            x[at++] = since;
            x[at++] = t >= from ? 1 : 0;
            if (options.slopeChange()) {
                x[at++] = t >= from ? since : 0;
            }
            for (int k = 1; k <= options.fourierPairs(); k++) {
                double angle = 2 * Math.PI * k * (t + 1) / series.step().inYear();
                x[at++] = Math.sin(angle);
                x[at++] = Math.cos(angle);
            }
            y[t] = series.count(t);
            offset[t] = Math.log(series.exposure(t));
        }
        return new Design(names, x, y, offset);
    }

    /** What forbids the model on this series, if anything. */
    static void check(Series series, int from, SegmentedOptions options, Problems problems) {
        int n = series.size();
        int terms = 3 + (options.slopeChange() ? 1 : 0) + 2 * options.fourierPairs();
        if (n < terms + 6) {
            problems.add(PolicyFault.SERIES_TOO_SHORT, series.name(), n, terms + 6);
        }
        if (from < BEFORE_MIN || n - from < AFTER_MIN) {
            problems.add(
                    PolicyFault.TOO_FEW_AROUND,
                    series.name(),
                    Math.max(0, from),
                    Math.max(0, n - from),
                    BEFORE_MIN,
                    AFTER_MIN);
            return;
        }
        double years = n / series.step().inYear();
        if (options.fourierPairs() > 0 && years < 2) {
            problems.add(PolicyFault.SEASON_TOO_SHORT, series.name(), Printed.two(years));
        }
        if (sum(series, 0, from) == 0) {
            problems.add(PolicyFault.NOTHING_BEFORE, series.name());
        } else if (sum(series, from, n) == 0) {
            problems.add(PolicyFault.NOTHING_AFTER, series.name());
        }
    }

    static double sum(Series series, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += series.count(t);
        }
        return sum;
    }
}
