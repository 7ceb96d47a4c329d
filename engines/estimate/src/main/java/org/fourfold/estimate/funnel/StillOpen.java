package org.fourfold.estimate.funnel;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fourfold.estimate.numbers.Normal;

/**
 * The share of cases still where they were, whatever the way in which others left (Kaplan, Meier 1958), with Greenwood's
 * variance. Time O(n) for n cases.
 *
 * <p>Leaving in one way alone has no such curve: see {@link Shares}.
 */
public final class StillOpen {

    private static final double EQUAL = 1.5e-8;

    private final double[] times;
    private final int[] atRisk;
    private final int[] left;
    private final double[] share;
    /** Greenwood's sum: the variance of the share is its square times this. */
    private final double[] greenwood;

    private StillOpen(double[] times, int[] atRisk, int[] left, double[] share, double[] greenwood) {
        this.times = times;
        this.atRisk = atRisk;
        this.left = left;
        this.share = share;
        this.greenwood = greenwood;
    }

    /** The curve of these cases. */
    public static StillOpen of(Exits exits) {
        RiskTable table = RiskTable.of(exits);
        int n = table.times.length;
        int[] left = new int[n];
        double[] share = new double[n];
        double[] greenwood = new double[n];
        double s = 1;
        double g = 0;
        for (int k = 0; k < n; k++) {
            int d = table.leftAnyhow(k, 0);
            double y = table.atRisk[k];
            s *= (y - d) / y;
            g += d / (y * (y - d));
            left[k] = d;
            share[k] = s;
            greenwood[k] = g;
        }
        return new StillOpen(table.times, table.atRisk, left, share, greenwood);
    }

    /** The steps of the curve: distinct times at which somebody left or was last seen. */
    public double[] times() {
        return times.clone();
    }

    /** By step, from 1 down. */
    public double[] shares() {
        return share.clone();
    }

    /** By step, how many were under observation. */
    public int[] atRisk() {
        return atRisk.clone();
    }

    /** By step, how many left. */
    public int[] left() {
        return left.clone();
    }

    /** The share still there after {@code time}, with limits that hold it in {@code level} of all samples. */
    public ShareAt at(double time, double level, LimitKind kind) {
        int k = step(time);
        double s = k < 0 ? 1 : share[k];
        double error = k < 0 || s == 0 ? 0 : s * Math.sqrt(greenwood[k]);
        double[] limits = kind.of(s, error, Normal.quantile((1 + level) / 2));
        int next = k >= 0 && times[k] == time ? k : k + 1;
        return new ShareAt(time, s, error, limits[0], limits[1], next < times.length ? atRisk[next] : 0);
    }

    /** The share still there just before {@code time}. */
    double before(double time) {
        int at = Arrays.binarySearch(times, time);
        int k = (at >= 0 ? at : -at - 1) - 1;
        return k < 0 ? 1 : share[k];
    }

    /** The last step at or before a time, -1 before the first. */
    private int step(double time) {
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : -at - 2;
    }

    /**
     * A time with its limits (Brookmeyer, Crowley 1982).
     *
     * @param estimate empty when the curve never falls so far
     */
    public record Time(OptionalDouble estimate, OptionalDouble lower, OptionalDouble upper) {}

    /** By when half had left. */
    public Time median(double level, LimitKind kind) {
        double z = Normal.quantile((1 + level) / 2);
        double[] lower = new double[times.length];
        double[] upper = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            double[] limits = kind.of(share[k], share[k] * Math.sqrt(greenwood[k]), z);
            lower[k] = limits[0];
            upper[k] = limits[1];
        }
        return new Time(half(share), half(lower), half(upper));
    }

    /** Where a falling curve passes one half; the middle of the stay where it stays there. */
    private OptionalDouble half(double[] curve) {
        for (int k = 0; k < curve.length; k++) {
            if (Double.isNaN(curve[k]) || curve[k] > 0.5 + EQUAL) {
                continue;
            }
            if (curve[k] < 0.5 - EQUAL) {
                return OptionalDouble.of(times[k]);
            }
            int next = k + 1;
            while (next < curve.length - 1 && left[next] == 0) {
                next++;
            }
            return OptionalDouble.of(next < curve.length ? (times[k] + times[next]) / 2 : times[k]);
        }
        return OptionalDouble.empty();
    }

    /**
     * A mean and its error.
     *
     * @param mean in the data's unit
     */
    public record Mean(double mean, double standardError) {}

    /** How long cases stay on average, counting no more than {@code until} (the area under the curve; variance: Irwin 1949). */
    public Mean restrictedMean(double until) {
        int last = step(until);
        double area = 0;
        double variance = 0;
        double after = until;
        for (int k = last; k >= 0; k--) {
            area += share[k] * (after - times[k]);
            after = times[k];
            if (left[k] > 0 && atRisk[k] > left[k]) {
                variance += area * area * left[k] / ((double) atRisk[k] * (atRisk[k] - left[k]));
            }
        }
        return new Mean(area + after, Math.sqrt(variance));
    }
}
