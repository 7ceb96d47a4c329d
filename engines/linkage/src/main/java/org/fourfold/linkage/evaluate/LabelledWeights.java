package org.fourfold.linkage.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Pairs that people judged, each with its match weight. The weight of a label says how many pairs of the population it
 * stands for: 1 where the sample was drawn evenly, N/n of its band where bands were drawn unevenly.
 */
public final class LabelledWeights {

    /** More labels than any team gives; a bound against a file read as labels by mistake. */
    public static final int LABELS_MAX = 1_000_000;

    private final double[] bits;
    private final boolean[] same;
    private final double[] weight;

    private LabelledWeights(double[] bits, boolean[] same, double[] weight) {
        this.bits = bits;
        this.same = same;
        this.weight = weight;
    }

    /** Labels that all count alike. */
    public static LabelledWeights of(double[] bits, boolean[] same) {
        double[] weight = new double[bits.length];
        Arrays.fill(weight, 1);
        return of(bits, same, weight);
    }

    /**
     * Labels with weights of their own.
     *
     * @param bits the match weight of each pair, in bits, finite
     * @param same whether it was judged to be one entity
     * @param weight how many pairs it stands for, above 0
     * @throws IllegalArgumentException when lengths differ, there are more than {@link #LABELS_MAX}, or a value is none
     */
    public static LabelledWeights of(double[] bits, boolean[] same, double[] weight) {
        if (bits.length != same.length || bits.length != weight.length) {
            throw new IllegalArgumentException("labels of unequal length: " + bits.length + " weights in bits, "
                    + same.length + " judgements, " + weight.length + " weights; give one of each for every label");
        }
        if (bits.length > LABELS_MAX) {
            throw new IllegalArgumentException(
                    bits.length + " labels; at most " + LABELS_MAX + " are taken: draw a sample");
        }
        for (int i = 0; i < bits.length; i++) {
            if (!Double.isFinite(bits[i])) {
                throw new IllegalArgumentException(
                        "label " + i + " has a match weight of " + bits[i] + " bits: give a finite one");
            }
            if (!(weight[i] > 0 && Double.isFinite(weight[i]))) {
                throw new IllegalArgumentException("label " + i + " has weight " + weight[i] + ": give one above 0");
            }
        }
        return new LabelledWeights(bits.clone(), same.clone(), weight.clone());
    }

    public int size() {
        return bits.length;
    }

    public double bits(int label) {
        return bits[label];
    }

    public boolean same(int label) {
        return same[label];
    }

    public double weight(int label) {
        return weight[label];
    }

    /** How many were judged to be one entity. */
    public int sameCount() {
        return (int) IntStream.range(0, size()).filter(i -> same[i]).count();
    }

    /** All labels from the lowest match weight to the highest; what is given in another order comes out in the same. */
    int[] ascending() {
        Comparator<Integer> order = Comparator.comparingDouble((Integer i) -> bits[i])
                .thenComparing(i -> same[i])
                .thenComparingDouble(i -> weight[i]);
        return IntStream.range(0, size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Some of the labels, in the given order. */
    LabelledWeights only(int[] rows) {
        double[] someBits = new double[rows.length];
        boolean[] someSame = new boolean[rows.length];
        double[] someWeight = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someBits[i] = bits[rows[i]];
            someSame[i] = same[rows[i]];
            someWeight[i] = weight[rows[i]];
        }
        return new LabelledWeights(someBits, someSame, someWeight);
    }
}
