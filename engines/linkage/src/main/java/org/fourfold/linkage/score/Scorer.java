package org.fourfold.linkage.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.compare.ManyKernel;
import org.fourfold.linkage.model.Interaction;
import org.fourfold.linkage.train.Weights;

/** Evidence for pairs of records, without the prior, in parts of a bit. For one thread. */
public final class Scorer {

    private final Kernel[] kernels;
    private final int[][] weights;
    private final int[][][] rarity;

    /** Per comparison; empty where nobody says several values. */
    private final List<Optional<SetSizes>> sizes;

    private final Shares shares;
    private final Together together;
    private byte[] levels = {};

    /** What share of what is said a rarity stands for. */
    @FunctionalInterface
    interface Shares {
        double of(int comparison, int level, int rarity);
    }

    /**
     * Two values that agree.
     *
     * @param left the first record's, by its number
     * @param right the second one's
     * @param ofLeft values that the first record says
     * @param ofRight values that the second one says
     */
    public record Agreed(int left, int right, int ofLeft, int ofRight) {}

    Scorer(
            List<Kernel> kernels,
            int[][] weights,
            List<int[][]> rarity,
            List<Optional<SetSizes>> sizes,
            Shares shares,
            List<Interaction> interactions,
            Weights learnt) {
        this.sizes = sizes;
        this.shares = shares;
        this.kernels = kernels.toArray(Kernel[]::new);
        this.weights = weights;
        this.rarity = rarity.toArray(int[][][]::new);
        this.together = new Together(interactions, learnt, this.kernels, this.rarity);
    }

    /** For pairs {@code (a[i], b[i])}, i below size. */
    public void score(int[] a, int[] b, int size, int[] evidence) {
        if (levels.length < size) {
            levels = new byte[size];
        }
        Arrays.fill(evidence, 0, size, 0);
        begin(size);
        for (int c = 0; c < kernels.length; c++) {
            compare(c, a, b, size);
            add(c, a, b, size, evidence);
        }
        for (int i = 0; i < size && !together.isEmpty(); i++) {
            int k = together.strongest(i, a[i], b[i]);
            evidence[i] += k < 0 ? 0 : together.parts(k, a[i], b[i]);
        }
    }

    private void begin(int size) {
        if (!together.isEmpty()) {
            together.begin(size);
        }
    }

    private void compare(int comparison, int[] a, int[] b, int size) {
        kernels[comparison].levels(a, b, size, levels);
        if (!together.isEmpty()) {
            together.take(comparison, levels, size);
        }
    }

    /**
     * The same of each comparison by itself, {@code evidence[comparison][i]}; 0 where it says nothing. What an interaction takes is
     * told with the last comparison that it names.
     */
    public void scoreEach(int[] a, int[] b, int size, int[][] evidence) {
        if (levels.length < size) {
            levels = new byte[size];
        }
        begin(size);
        for (int c = 0; c < kernels.length; c++) {
            Arrays.fill(evidence[c], 0, size, 0);
            compare(c, a, b, size);
            add(c, a, b, size, evidence[c]);
        }
        for (int i = 0; i < size && !together.isEmpty(); i++) {
            int k = together.strongest(i, a[i], b[i]);
            if (k >= 0) {
                evidence[together.comparison(k)][i] += together.parts(k, a[i], b[i]);
            }
        }
    }

    /** How many comparisons there are. */
    public int comparisons() {
        return kernels.length;
    }

    /** The level of each comparison for one pair. Makes an array: for explanations, not for all pairs. */
    public int[] levels(int a, int b) {
        int[] found = new int[kernels.length];
        byte[] level = new byte[1];
        for (int c = 0; c < kernels.length; c++) {
            kernels[c].levels(new int[] {a}, new int[] {b}, 1, level);
            found[c] = level[0];
        }
        return found;
    }

    /** What a level is worth before rarity, in parts of a bit. */
    public int weight(int comparison, int level) {
        return weights[comparison][level];
    }

    /** Whether it counts how rare the values are. */
    public boolean isRarityCounted(int comparison, int level) {
        return rarity[comparison][level] != null;
    }

    /** What rarity adds for a pair at the level that holds for it, in parts of a bit; 0 where it does not count. */
    public int rarity(int comparison, int level, int a, int b) {
        int[] adjust = rarity[comparison][level];
        return adjust == null ? 0 : kernels[comparison].rarity(level, a, b, adjust);
    }

    /** What is taken off since the records say several values among which to find two that agree, in parts of a bit. */
    public int ofSizes(int comparison, int level, int a, int b) {
        if (level == 0 || !(kernels[comparison] instanceof ManyKernel kernel)) {
            return 0;
        }
        int pairs = kernel.pairs(a, b);
        return isRarityCounted(comparison, level)
                ? SetSizes.correction(shares.of(comparison, level, rarity(comparison, level, a, b)), pairs)
                : sizes.get(comparison).orElseThrow().correction(level, pairs);
    }

    /** Of records that say several values those that agree at the level that holds; empty where nobody says several. */
    public Optional<Agreed> agreed(int comparison, int level, int a, int b) {
        if (level == 0 || !(kernels[comparison] instanceof ManyKernel kernel)) {
            return Optional.empty();
        }
        long values = kernel.agreed(level, a, b, rarity[comparison][level]);
        return Optional.of(new Agreed((int) (values >>> Integer.SIZE), (int) values, kernel.count(a), kernel.count(b)));
    }

    private void add(int comparison, int[] a, int[] b, int size, int[] evidence) {
        add(kernels[comparison], weights[comparison], rarity[comparison], a, b, size, evidence);
        if (kernels[comparison] instanceof ManyKernel) {
            for (int i = 0; i < size; i++) {
                evidence[i] += ofSizes(comparison, levels[i], a[i], b[i]);
            }
        }
    }

    /**
     * The interaction that counts for a pair.
     *
     * @param number its place in the model, from 0
     * @param parts what it takes, in parts of a bit; below 0
     */
    public record Taken(int number, int parts) {}

    /** Of a pair with its levels; empty where none holds, or it takes nothing. */
    public Optional<Taken> together(int[] levelsOfPair, int a, int b) {
        int k = together.strongest(levelsOfPair, a, b);
        int parts = k < 0 ? 0 : together.parts(k, a, b);
        return parts == 0 ? Optional.empty() : Optional.of(new Taken(k, parts));
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
