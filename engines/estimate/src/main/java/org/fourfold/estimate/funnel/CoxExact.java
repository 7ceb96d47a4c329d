package org.fourfold.estimate.funnel;

/**
 * The sum over all choices of d cases of those at risk of the product of their weights, with its first and second derivatives: an
 * elementary symmetric polynomial, built up a case at a time (Gail, Lubin, Rubinstein 1981). O(d p²) a case.
 */
final class CoxExact {

    private final int p;
    private final int d;
    /** Weights are divided by their mean over d, so that the sums stay within the range of numbers. */
    private final double unit;

    private final double[] e;
    private final double[] e1;
    private final double[] e2;

    CoxExact(int p, int d, double totalWeight) {
        this.p = p;
        this.d = d;
        this.unit = totalWeight / d;
        this.e = new double[d + 1];
        this.e1 = new double[(d + 1) * p];
        this.e2 = new double[(d + 1) * p * p];
        e[0] = 1;
    }

    void add(double weight, double[] x, int row) {
        double w = weight / unit;
        for (int k = d; k >= 1; k--) {
            int to = k * p;
            int from = to - p;
            for (int j = 0; j < p; j++) {
                double xj = x[row * p + j];
                for (int l = 0; l <= j; l++) {
                    double xl = x[row * p + l];
                    e2[(to + j) * p + l] +=
                            w * (e2[(from + j) * p + l] + xj * e1[from + l] + xl * e1[from + j] + xj * xl * e[k - 1]);
                }
            }
            for (int j = 0; j < p; j++) {
                e1[to + j] += w * (e1[from + j] + x[row * p + j] * e[k - 1]);
            }
            e[k] += w * e[k - 1];
        }
    }

    /** Takes the mean from the score and adds the covariance to the information; gives the logarithm of the sum. */
    double into(double[] score, double[] information) {
        int top = d * p;
        for (int j = 0; j < p; j++) {
            double mean = e1[top + j] / e[d];
            score[j] -= mean;
            for (int l = 0; l <= j; l++) {
                double v = e2[(top + j) * p + l] / e[d] - mean * e1[top + l] / e[d];
                information[j * p + l] += v;
                information[l * p + j] += l == j ? 0 : v;
            }
        }
        return Math.log(e[d]) + d * Math.log(unit);
    }
}
