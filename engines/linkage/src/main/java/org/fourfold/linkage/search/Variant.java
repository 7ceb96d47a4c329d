package org.fourfold.linkage.search;

import java.util.BitSet;
import org.fourfold.linkage.block.RuleBlocks;
import org.fourfold.linkage.model.Rule;

/** A rule under one limit: what it costs, which likely matches it brings together, and what it adds to those chosen so far. */
final class Variant {

    private final Rule rule;
    private final long pairs;
    private final BitSet covers;
    private final double alone;
    private final long[] drawn;
    private int fresh;
    private double gain;

    /**
     * One.
     *
     * @param pairs that it gives by itself
     * @param covers likely matches by their place
     * @param alone what these count together
     * @param drawn some of its pairs, to see how many a chosen rule gives as well
     */
    Variant(Rule rule, long pairs, BitSet covers, double alone, long[] drawn) {
        this.rule = rule;
        this.pairs = pairs;
        this.covers = covers;
        this.alone = alone;
        this.drawn = drawn;
        this.fresh = drawn.length;
        this.gain = alone;
    }

    Rule rule() {
        return rule;
    }

    long pairs() {
        return pairs;
    }

    BitSet covers() {
        return covers;
    }

    double alone() {
        return alone;
    }

    /** What it added when it was looked at last; never less than now, since rules only take from one another. */
    double gain() {
        return gain;
    }

    /** Pairs that no chosen rule gives, by estimate. */
    double added() {
        return drawn.length == 0 ? pairs : (double) pairs * fresh / drawn.length;
    }

    double ratio() {
        return gain / (1 + added());
    }

    /** As if nothing had been chosen. */
    void reset() {
        fresh = drawn.length;
        gain = alone;
    }

    void look(BitSet covered, double[] weight) {
        double sum = 0;
        for (int i = covers.nextSetBit(0); i >= 0; i = covers.nextSetBit(i + 1)) {
            sum += covered.get(i) ? 0 : weight[i];
        }
        gain = sum;
    }

    /** A rule was chosen: which of the drawn pairs it gives as well. */
    void meet(RuleBlocks.Meeting chosen, int most) {
        int left = 0;
        for (int i = 0; i < fresh; i++) {
            if (!chosen.isWithin((int) (drawn[i] >>> 32), (int) drawn[i], most)) {
                long kept = drawn[i];
                drawn[i] = drawn[left];
                drawn[left++] = kept;
            }
        }
        fresh = left;
    }
}
