package org.fourfold.estimate.funnel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The share of cases that have left in each way by each time (cumulative incidences; Aalen, Johansen 1978), with the variance of
 * Greenwood's kind (Andersen, Borgan, Gill, Keiding 1993, 4.4.19). Time O(n) for n cases and few kinds.
 */
public final class Shares {

    private final List<String> kinds;
    private final double[] times;
    private final int[] atRisk;
    private final double[] open;
    /** {@code kinds × times}. */
    private final double[][] share;
    /** {@code kinds × times}. */
    private final double[][] variance;

    private Shares(List<String> kinds, RiskTable table) {
        this.kinds = kinds;
        this.times = table.times;
        this.atRisk = table.atRisk;
        this.open = new double[times.length];
        this.share = new double[kinds.size()][times.length];
        this.variance = new double[kinds.size()][times.length];
        fill(table);
    }

    /** The shares of these cases. */
    public static Shares of(Exits exits) {
        return new Shares(exits.kinds(), RiskTable.of(exits));
    }

    private void fill(RiskTable table) {
        int kindCount = kinds.size();
        double[] f = new double[kindCount];
        double[] covariance = new double[kindCount];
        double[] own = new double[kindCount];
        double s = 1;
        double openVariance = 0;
        for (int k = 0; k < times.length; k++) {
            double y = table.atRisk[k];
            double any = table.leftAnyhow(k, 0) / y;
            double squared = s * s / y;
            for (int c = 0; c < kindCount && any > 0; c++) {
                double a = table.left[k * kindCount + c] / y;
                own[c] += a * (2 * covariance[c] + a * openVariance) + squared * a * (1 - a);
                covariance[c] = (1 - any) * (covariance[c] + a * openVariance) - squared * a * (1 - any);
                f[c] += s * a;
            }
            openVariance = (1 - any) * (1 - any) * openVariance + squared * any * (1 - any);
            s *= 1 - any;
            open[k] = s;
            for (int c = 0; c < kindCount; c++) {
                share[c][k] = f[c];
                variance[c][k] = own[c];
            }
        }
    }

    public List<String> kinds() {
        return kinds;
    }

    /** The steps of the curves: distinct times at which somebody left or was last seen. */
    public double[] times() {
        return times.clone();
    }

    /** By step, the share still there. */
    public double[] open() {
        return open.clone();
    }

    /** By step, the share that has left in this way; 1 for the first kind, as in {@link Exits}. */
    public double[] shares(int kind) {
        return share[kind - 1].clone();
    }

    /** The last time at which anybody was under observation. */
    public double last() {
        return times[times.length - 1];
    }

    /** The first step at which somebody left of fewer than {@code few}, while later more were there: the mark of late entries. */
    Optional<ShareAt> fewEarly(int few) {
        int most = Arrays.stream(atRisk).max().orElse(0);
        for (int k = 0; k < times.length && atRisk[k] < most; k++) {
            double before = k == 0 ? 1 : open[k - 1];
            if (atRisk[k] < few && open[k] < before) {
                return Optional.of(new ShareAt(times[k], open[k], 0, 0, 1, atRisk[k]));
            }
        }
        return Optional.empty();
    }

    /**
     * The share that has left in this way by {@code time}; limits by the log-log of the share that has not, exact where
     * nobody has, or everybody.
     */
    public ShareAt at(int kind, double time, double level) {
        int k = step(time);
        double f = k < 0 ? 0 : share[kind - 1][k];
        double error = k < 0 ? 0 : Math.sqrt(Math.max(0, variance[kind - 1][k]));
        double number = k < 0 ? atRisk[0] : atRisk[k] / (k == 0 ? 1 : open[k - 1]);
        double[] limits = ShareLimits.of(f, error, number, level);
        int next = k >= 0 && times[k] == time ? k : k + 1;
        return new ShareAt(time, f, error, limits[0], limits[1], next < times.length ? atRisk[next] : 0);
    }

    /** The share that has not left in this way by {@code time}: of convictions, impunity. */
    public ShareAt notAt(int kind, double time, double level) {
        ShareAt did = at(kind, time, level);
        return new ShareAt(time, 1 - did.share(), did.standardError(), 1 - did.upper(), 1 - did.lower(), did.atRisk());
    }

    private int step(double time) {
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : -at - 2;
    }
}
