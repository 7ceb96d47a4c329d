package org.fourfold.node.prosecution.tables;

import java.util.List;
import java.util.Optional;

/**
 * What a column seems to be about, and why. A guess fills in a form; only a person's word makes a mapping.
 *
 * @param column first = 0
 * @param name by which a mapping calls it
 * @param role nothing when neither heading nor values say anything
 * @param strength how much speaks for it
 */
public record ColumnGuess(int column, String name, Optional<ColumnRole> role, Strength strength, List<Reason> reasons) {

    public ColumnGuess {
        reasons = List.copyOf(reasons);
    }

    /** How much speaks for a guess. */
    public enum Strength {
        /** Heading and values agree. */
        BOTH,
        /** Only the heading, or only the values. */
        ONE,
        /** The heading says one thing, the values another. */
        AGAINST,
        NONE
    }
}
