package org.fourfold.estimate.prevalence.loglinear;

import org.hipparchus.special.Gamma;

/**
 * A table as the fits see it: counts, what all interactions' sufficient statistics are, and constants of the likelihood. One
 * worker's scratch memory, set anew for each replicate; arrays have {@code 2^lists} entries, by mask.
 */
final class Marginals {

    private static final int KNOWN = 4096;
    private static final double[] LOG_FACTORIAL = logFactorials();

    final int lists;
    final int size;
    final double[] count;
    /** How many persons stand on all lists of the mask, and perhaps on others. */
    final double[] onAll;
    /** Bit h: somebody has the history h. */
    final long[] support;
    /** For a start without a better one: weights, and weights times working response, each summed over what holds the mask. */
    final double[] startWeight;

    final double[] startResponse;
    double cases;
    /** Log-likelihood of the table when each expected count is the count. */
    double saturated;
    /** Sum of y log y - y: what the deviance is measured from. */
    double entropy;

    Marginals(int lists) {
        this.lists = lists;
        this.size = 1 << lists;
        count = new double[size];
        onAll = new double[size];
        startWeight = new double[size];
        startResponse = new double[size];
        support = new long[Math.max(1, size >> 6)];
    }

    /** A table of its own. */
    static Marginals of(int lists, int[] counts) {
        Marginals marginals = new Marginals(lists);
        marginals.set(counts);
        return marginals;
    }

    /** @param counts by history, the history 0 is not looked at */
    void set(int[] counts) {
        java.util.Arrays.fill(support, 0);
        double sum = 0;
        double logs = 0;
        double factorials = 0;
        for (int cell = 1; cell < size; cell++) {
            int n = counts[cell];
            count[cell] = n;
            if (n > 0) {
                support[cell >> 6] |= 1L << cell;
                sum += n;
                logs += n * Math.log(n) - n;
                factorials += logFactorial(n);
            }
        }
        cases = sum;
        entropy = logs;
        saturated = logs - factorials;
        System.arraycopy(count, 0, onAll, 0, size);
        onAll[0] = 0;
        upward(onAll, size);
    }

    /** The observed lists' first guess of all expected counts: the count and a tenth. */
    void start() {
        startWeight[0] = 0;
        startResponse[0] = 0;
        for (int cell = 1; cell < size; cell++) {
            double mean = count[cell] + 0.1;
            startWeight[cell] = mean;
            startResponse[cell] = mean * Math.log(mean) + count[cell] - mean;
        }
    }

    /** Turns values by cell into sums over all cells that hold the mask. */
    static void upward(double[] values, int size) {
        for (int bit = 1; bit < size; bit <<= 1) {
            for (int base = 0; base < size; base += bit << 1) {
                for (int at = base; at < base + bit; at++) {
                    values[at] += values[at + bit];
                }
            }
        }
    }

    /** Turns factors by mask into products over all masks that the cell holds. */
    static void products(double[] values, int size) {
        for (int bit = 1; bit < size; bit <<= 1) {
            for (int base = 0; base < size; base += bit << 1) {
                for (int at = base; at < base + bit; at++) {
                    values[at + bit] *= values[at];
                }
            }
        }
    }

    static double logFactorial(int n) {
        if (n < KNOWN) {
            return LOG_FACTORIAL[n];
        }
        // Stirling's series: the next term is below 1e-21 here.
        double x = n;
        return (x + 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x * x * x);
    }

    private static double[] logFactorials() {
        double[] all = new double[KNOWN];
        for (int n = 0; n < KNOWN; n++) {
            all[n] = n < 2 ? 0 : Gamma.logGamma(n + 1.0);
        }
        return all;
    }
}
