package org.fourfold.linkage.train;

import java.io.Serializable;
import java.util.List;

/**
 * What agreement is worth. Levels are numbered as kernels do: 0 is "not said" and is worth nothing.
 *
 * @param m per comparison and level how often records of one person agree so, of those that both say something
 * @param u the same for two records taken at random
 * @param prior share of all pairs of records that are one person
 * @param together per interaction of the model how much oftener than by chance people who are not one agree so: 3 says four times as
 *     often; 0 where they do not
 */
public record Weights(List<double[]> m, List<double[]> u, double prior, List<Double> together) implements Serializable {

    /** Parts of a bit in which evidence is counted: sums do not depend on their order. */
    public static final int PARTS = 1024;

    public Weights {
        m = List.copyOf(m);
        u = List.copyOf(u);
        together = List.copyOf(together);
    }

    /** Of a model without interactions. */
    public Weights(List<double[]> m, List<double[]> u, double prior) {
        this(m, u, prior, List.of());
    }

    /** Evidence of one level, in parts of a bit. */
    public int of(int comparison, int level) {
        return level == 0 ? 0 : parts(Math.log(m.get(comparison)[level] / u.get(comparison)[level]) / Math.log(2));
    }

    /** The odds before anything is known, in parts of a bit; negative. */
    public int priorParts() {
        return parts(Math.log(prior / (1 - prior)) / Math.log(2));
    }

    public static int parts(double bits) {
        return (int) Math.round(bits * PARTS);
    }

    public Weights withPrior(double other) {
        return new Weights(m, u, other, together);
    }

    /** What is learnt of interactions once the rest is. */
    public Weights withTogether(List<Double> learnt) {
        return new Weights(m, u, prior, learnt);
    }

    /**
     * What an interaction takes from the sum of its comparisons, in parts of a bit, never above 0. Chance brings two people to say
     * the same as often as others say it; a family says it together whether it is rare or not. So among rare values nearly all who
     * agree by being related are the danger, and the interaction takes the more the rarer they are.
     *
     * @param rarity what rarity added to these comparisons, in parts of a bit
     */
    public int together(int interaction, int rarity) {
        double related = together.get(interaction) * StrictMath.pow(2, (double) rarity / PARTS);
        return -parts(StrictMath.log1p(related) / StrictMath.log(2));
    }

    /** The probability that belongs to evidence with the prior in it. */
    public static double probability(int parts) {
        return 1 / (1 + Math.pow(2, -(double) parts / PARTS));
    }
}
