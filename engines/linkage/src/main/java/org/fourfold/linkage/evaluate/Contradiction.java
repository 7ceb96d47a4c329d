package org.fourfold.linkage.evaluate;

import java.util.List;

/** Judgements that cannot all be right. A person has to look again: no figure is made from them. */
public sealed interface Contradiction {

    /** One pair was judged to be the same and to be different. */
    record BothWays(int a, int b) implements Contradiction {}

    /**
     * The two ends were judged different, yet each record of the chain was judged the same as the next.
     *
     * @param chain from one end to the other, three records or more, the shortest there is
     */
    record Chain(List<Integer> chain) implements Contradiction {

        /** Keeps a copy. */
        public Chain {
            chain = List.copyOf(chain);
        }
    }

    /**
     * One record stands in two clusters that were both reviewed as whole.
     *
     * @param record its number
     */
    record InTwoClusters(int record) implements Contradiction {}
}
