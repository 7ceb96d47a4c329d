package org.fourfold.linkage.evaluate;

/**
 * The pairs of one band of match weights, from its lower edge to below the edge of the next band; the last has no end.
 *
 * @param fromBits the lower edge; the first band may begin at negative infinity
 * @param pairs how many pairs the linkage scored there, judged or not
 */
public record Band(double fromBits, long pairs) {

    /** Checks the ranges. */
    public Band {
        if (Double.isNaN(fromBits) || fromBits == Double.POSITIVE_INFINITY || pairs < 0) {
            throw new IllegalArgumentException("a band from " + fromBits + " bits with " + pairs
                    + " pairs: give an edge and a count that is not negative");
        }
    }
}
