package org.fourfold.estimate.funnel;

import java.util.Arrays;

/** Weighted sums of 1, x and x xᵀ over cases: all that a step of the partial likelihood needs. */
final class CoxSums {

    private final int p;
    private double s0;
    private final double[] s1;
    private final double[] s2;

    CoxSums(int p) {
        this.p = p;
        this.s1 = new double[p];
        this.s2 = new double[p * p];
    }

    void clear() {
        s0 = 0;
        Arrays.fill(s1, 0);
        Arrays.fill(s2, 0);
    }

    double total() {
        return s0;
    }

    double mean(int j) {
        return s1[j] / s0;
    }

    /** Adds the case whose row {@code row} of {@code x} is. */
    void add(double weight, double[] x, int row) {
        s0 += weight;
        for (int j = 0; j < p; j++) {
            double wx = weight * x[row * p + j];
            s1[j] += wx;
            for (int l = 0; l <= j; l++) {
                s2[j * p + l] += wx * x[row * p + l];
            }
        }
    }

    /** Becomes {@code all - share × some}. */
    void difference(CoxSums all, CoxSums some, double share) {
        s0 = all.s0 - share * some.s0;
        for (int j = 0; j < p; j++) {
            s1[j] = all.s1[j] - share * some.s1[j];
        }
        for (int j = 0; j < p * p; j++) {
            s2[j] = all.s2[j] - share * some.s2[j];
        }
    }

    /** Takes the mean from the score and adds the covariance to the information; gives the logarithm of the sum of weights. */
    double into(double[] score, double[] information) {
        for (int j = 0; j < p; j++) {
            score[j] -= mean(j);
            for (int l = 0; l <= j; l++) {
                double v = s2[j * p + l] / s0 - mean(j) * mean(l);
                information[j * p + l] += v;
                information[l * p + j] += l == j ? 0 : v;
            }
        }
        return Math.log(s0);
    }
}
