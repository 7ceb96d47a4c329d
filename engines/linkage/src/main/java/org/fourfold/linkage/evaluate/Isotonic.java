package org.fourfold.linkage.evaluate;

import java.util.Arrays;

/**
 * The non-decreasing sequence nearest to a given one in weighted least squares, by pooling adjacent violators (Ayer and
 * others 1955; Barlow and others 1972, section 1.2). O(n).
 */
final class Isotonic {

    private Isotonic() {}

    /**
     * The nearest non-decreasing sequence.
     *
     * @param value what was observed, in the order in which it shall not fall
     * @param weight the weight of each, above 0
     */
    static double[] fit(double[] value, double[] weight) {
        int n = value.length;
        double[] sum = new double[n];
        double[] mass = new double[n];
        int[] from = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            sum[blocks] = value[i] * weight[i];
            mass[blocks] = weight[i];
            from[blocks] = i;
            blocks++;
            while (blocks > 1 && mean(sum, mass, blocks - 2) >= mean(sum, mass, blocks - 1)) {
                sum[blocks - 2] += sum[blocks - 1];
                mass[blocks - 2] += mass[blocks - 1];
                blocks--;
            }
        }
        double[] fitted = new double[n];
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(fitted, from[b], b + 1 < blocks ? from[b + 1] : n, mean(sum, mass, b));
        }
        return fitted;
    }

    private static double mean(double[] sum, double[] mass, int block) {
        return sum[block] / mass[block];
    }
}
