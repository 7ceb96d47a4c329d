package org.fourfold.estimate.policy;

import java.time.LocalDate;
import java.util.Arrays;
import org.fourfold.estimate.numbers.Printed;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/** Counts by period, without gaps, with how many could have been counted. */
public final class Series {

    /** Fewer cannot tell a change from a trend. */
    public static final int PERIODS_MIN = 12;
    /** Eighty years of weeks. */
    public static final int PERIODS_MAX = 4200;

    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final double COUNT_MAX = 1e12;

    private final String name;
    private final Step step;
    private final LocalDate first;
    private final double[] counts;
    private final double[] exposure;
    private final boolean hasExposure;

    private Series(String name, Step step, LocalDate first, double[] counts, double[] exposure, boolean hasExposure) {
        this.name = name;
        this.step = step;
        this.first = first;
        this.counts = counts;
        this.exposure = exposure;
        this.hasExposure = hasExposure;
    }

    /**
     * A series.
     *
     * @param name of its place or source
     * @param first day of the first period
     * @param counts whole numbers from 0, one a period
     * @param exposure how many could have been counted (people returned, population), more than 0; empty where it is not known
     * @throws org.fourfold.estimate.run.RefusedException with all that is wrong with it
     */
    public static Series of(String name, Step step, LocalDate first, double[] counts, double[] exposure) {
        Problems problems = new Problems();
        int n = counts.length;
        if (n < PERIODS_MIN) {
            problems.add(PolicyFault.SERIES_TOO_SHORT, name, n, PERIODS_MIN);
        }
        if (n > PERIODS_MAX) {
            problems.add(PolicyFault.SERIES_TOO_LONG, name, PERIODS_MAX);
        }
        if (exposure.length != 0 && exposure.length != n) {
            problems.add(PolicyFault.LENGTHS_DIFFER, name, exposure.length, n);
        }
        if (first.isBefore(EARLIEST) || step.day(first, n).isAfter(LATEST)) {
            problems.add(PolicyFault.DATE_OUT_OF_RANGE, name, first, EARLIEST, LATEST);
        }
        for (int t = 0; t < n; t++) {
            checkCount(counts[t], name + " " + (t + 1), problems);
        }
        for (int t = 0; t < exposure.length; t++) {
            if (!(exposure[t] > 0 && exposure[t] < Double.POSITIVE_INFINITY)) {
                problems.add(PolicyFault.EXPOSURE_NOT_POSITIVE, name + " " + (t + 1), exposure[t]);
            }
        }
        if (n > 0 && Arrays.stream(counts).allMatch(y -> y == 0)) {
            problems.add(PolicyFault.ALL_ZERO, name);
        }
        problems.refuse();
        double[] exposed = exposure.clone();
        if (exposure.length == 0) {
            exposed = new double[n];
            Arrays.fill(exposed, 1);
        }
        return new Series(name, step, first, counts.clone(), exposed, exposure.length != 0);
    }

    private static void checkCount(double count, String place, Problems problems) {
        if (count < 0) {
            problems.add(PolicyFault.NEGATIVE_COUNT, place, Printed.number(count));
        } else if (!(count == Math.rint(count) && count <= COUNT_MAX)) {
            problems.add(PolicyFault.NO_WHOLE_COUNT, place, Printed.number(count));
        }
    }

    public String name() {
        return name;
    }

    public Step step() {
        return step;
    }

    public LocalDate first() {
        return first;
    }

    /** How many periods. */
    public int size() {
        return counts.length;
    }

    /** By period. */
    public double[] counts() {
        return counts.clone();
    }

    double count(int period) {
        return counts[period];
    }

    double exposure(int period) {
        return exposure[period];
    }

    public boolean hasExposure() {
        return hasExposure;
    }

    /** The first period that lies after the policy's date, wholly. */
    int from(LocalDate policy) {
        return step.from(first, policy);
    }

    /** The last day of the last period. */
    public LocalDate last() {
        return step.day(first, counts.length).minusDays(1);
    }

    /** The periods before one. */
    Series before(int period) {
        return new Series(
                name, step, first, Arrays.copyOf(counts, period), Arrays.copyOf(exposure, period), hasExposure);
    }

    /** What the series says, for the digest of a result. */
    public void into(DataDigest digest) {
        digest.text(name)
                .text(step.name())
                .text(first.toString())
                .numbers(counts)
                .numbers(exposure);
    }
}
