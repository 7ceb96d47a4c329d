package org.fourfold.linkage.score;

import java.util.List;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.model.Rule;

/** The records of which it is learnt how often people agree who are not one, wherever they lie: all that is asked is counted. */
public interface Acquainted {

    /** How many records there are. */
    int size();

    /** Per comparison how many of the pairs {@code (a[i], b[i])} agree at each level; pairs may come twice, in any order. */
    List<long[]> levels(int[] a, int[] b);

    /** Some pairs of a rule: those of whole blocks, about so many or all. */
    Sample sample(Rule rule, long wanted);

    /**
     * Pairs of a rule, counted.
     *
     * @param holding per interaction of the model how often it holds with which evidence and rarity, as {@link TogetherCounts}
     *     writes them into one number
     * @param share which part of those who agree so is among them
     */
    record Sample(List<LongCounts> holding, double share) {

        /** Keeps a copy. */
        public Sample {
            holding = List.copyOf(holding);
        }
    }
}
