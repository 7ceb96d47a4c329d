package org.fourfold.node.registry;

/**
 * How fine totals are. Always by year and place; a coarser shape is a shape of its own, never a margin of a finer one.
 *
 * @param byKind whether each kind is counted apart
 */
public record FigureShape(Level places, boolean byKind) {

    /** How fine places are. */
    public enum Level {
        /** First-level regions; what lies in none of them is counted for its country. */
        REGION,
        COUNTRY
    }
}
