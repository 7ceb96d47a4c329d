package org.fourfold.estimate.policy;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * The theta of NB2 of greatest likelihood at given means, by Newton's steps on its logarithm between bounds that close in. The
 * digammas of the likelihood are differences by whole counts, so they are sums of 1 / (θ + k) over how many counts exceed k: one
 * step costs as much as the greatest count, not as all of them.
 */
final class Theta {

    /** Beyond this NB2 is Poisson but for the eighth digit: counts scatter no more than his. */
    private static final double THETA_MAX = 1e7;

    private static final double THETA_MIN = 1e-8;
    private static final int SUMMED_MAX = 20_000;
    private static final int STEPS_MAX = 100;

    private final double[] y;
    private final double[] mean;
    /** How many counts exceed k; of counts that are summed. */
    private final int[] above;

    /** @param mean looked at anew by each {@link #best} */
    Theta(double[] y, double[] mean) {
        this.y = y;
        this.mean = mean;
        int most = (int) Arrays.stream(y).filter(c -> c <= SUMMED_MAX).max().orElse(0);
        this.above = new int[most + 1];
        for (double count : y) {
            if (count > 0 && count <= SUMMED_MAX) {
                above[(int) count - 1]++;
            }
        }
        for (int k = most - 1; k >= 0; k--) {
            above[k] += above[k + 1];
        }
    }

    /** The best theta; infinite where counts scatter no more than Poisson's. */
    double best(double from) {
        double low = Math.log(THETA_MIN);
        double high = Math.log(THETA_MAX);
        if (slope(THETA_MAX) >= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double at = Math.clamp(Math.log(from), low, high);
        for (int step = 0; step < STEPS_MAX; step++) {
            double theta = Math.exp(at);
            double slope = slope(theta);
            if (slope > 0) {
                low = at;
            } else {
                high = at;
            }
            double bend = theta * bend(theta);
            double next = bend < 0 ? at - slope / bend : Double.NaN;
            next = next > low && next < high ? next : (low + high) / 2;
            double change = Math.abs(next - at);
            at = next;
            if (change <= 1e-14 * (1 + Math.abs(at))) {
                break;
            }
        }
        return Math.exp(at);
    }

    /** The derivative of the log-likelihood by theta. */
    private double slope(double theta) {
        double sum = 0;
        for (int k = 0; k < above.length; k++) {
            sum += above[k] / (theta + k);
        }
        for (int t = 0; t < y.length; t++) {
            if (y[t] > SUMMED_MAX) {
                sum += Gamma.digamma(y[t] + theta) - Gamma.digamma(theta);
            }
            sum -= Math.log1p(mean[t] / theta) + (y[t] - mean[t]) / (theta + mean[t]);
        }
        return sum;
    }

    /** The second derivative. */
    private double bend(double theta) {
        double sum = 0;
        for (int k = 0; k < above.length; k++) {
            sum -= above[k] / ((theta + k) * (theta + k));
        }
        for (int t = 0; t < y.length; t++) {
            if (y[t] > SUMMED_MAX) {
                sum += Gamma.trigamma(y[t] + theta) - Gamma.trigamma(theta);
            }
            double all = theta + mean[t];
            sum += mean[t] / (theta * all) + (y[t] - mean[t]) / (all * all);
        }
        return sum;
    }
}
