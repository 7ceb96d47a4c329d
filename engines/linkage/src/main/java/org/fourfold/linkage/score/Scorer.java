package org.fourfold.linkage.score;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.compare.Kernel;

/** Evidence for pairs of records, without the prior, in parts of a bit. For one thread. */
public final class Scorer {

    private final Kernel[] kernels;
    private final int[][] weights;
    private final int[][][] rarity;
    private byte[] levels = {};

    Scorer(List<Kernel> kernels, int[][] weights, List<int[][]> rarity) {
        this.kernels = kernels.toArray(Kernel[]::new);
        this.weights = weights;
        this.rarity = rarity.toArray(int[][][]::new);
    }

    /** For pairs {@code (a[i], b[i])}, i below size. */
    public void score(int[] a, int[] b, int size, int[] evidence) {
        if (levels.length < size) {
            levels = new byte[size];
        }
        Arrays.fill(evidence, 0, size, 0);
        for (int c = 0; c < kernels.length; c++) {
            kernels[c].levels(a, b, size, levels);
            add(kernels[c], weights[c], rarity[c], a, b, size, evidence);
        }
    }

    /** The same of each comparison by itself, {@code evidence[comparison][i]}; 0 where it says nothing. */
    public void scoreEach(int[] a, int[] b, int size, int[][] evidence) {
        if (levels.length < size) {
            levels = new byte[size];
        }
        for (int c = 0; c < kernels.length; c++) {
            Arrays.fill(evidence[c], 0, size, 0);
            kernels[c].levels(a, b, size, levels);
            add(kernels[c], weights[c], rarity[c], a, b, size, evidence[c]);
        }
    }

    /** How many comparisons there are. */
    public int comparisons() {
        return kernels.length;
    }

    private void add(Kernel kernel, int[] weight, int[][] rare, int[] a, int[] b, int size, int[] evidence) {
        for (int i = 0; i < size; i++) {
            int level = levels[i];
            int[] adjust = rare[level];
            int sum = weight[level];
            if (adjust != null) {
                sum += kernel.rarity(level, a[i], b[i], adjust);
            }
            evidence[i] += sum;
        }
    }
}
