package org.fourfold.linkage.evaluate;

/**
 * Precision and recall, each a share in [0, 1]; 0 where there was nothing to be right about, as in the reference.
 *
 * @param precision what was found and is right, of all that was found
 * @param recall what was found and is right, of all that is right
 */
public record Score(double precision, double recall) {

    /** Checks that both are shares. */
    public Score {
        Shares.require("precision", precision);
        Shares.require("recall", recall);
    }

    /** Of pairs: 0 over 0 is 0. */
    static Score ofPairs(long right, long found, long all) {
        return new Score(found == 0 ? 0 : (double) right / found, all == 0 ? 0 : (double) right / all);
    }

    /** The harmonic mean, 2PR/(P+R); 0 where both are 0. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
