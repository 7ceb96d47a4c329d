package org.fourfold.linkage.train;

import java.util.List;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.model.Rule;

/** The records that are learnt from, wherever they lie: all that learning asks of them is counted. */
public interface Population {

    /** How many records there are. */
    int size();

    /** Per number of a slot's value how many records say it, by place 0 how many say nothing. */
    int[] counts(String slot);

    /** Per comparison how many outcomes training tells apart. */
    int[] outcomes();

    /** Per comparison how many of the pairs {@code (a[i], b[i])} agree at each level; pairs may come twice, in any order. */
    List<long[]> levels(int[] a, int[] b);

    /** Per comparison and level how many of the pairs that people judged to be one agree so. */
    List<double[]> known();

    /** Some pairs of a rule that nobody judged: those of whole blocks, about so many or all. */
    Sample sample(Rule rule, long wanted);

    /**
     * Pairs of a rule, counted.
     *
     * @param histogram how often each pattern of outcomes was found: all of a pair as one number, the first comparison's
     *     highest
     * @param share which share of the rule's pairs they are
     */
    record Sample(LongCounts histogram, double share) {}
}
