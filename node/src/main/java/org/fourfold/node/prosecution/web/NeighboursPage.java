package org.fourfold.node.prosecution.web;

import java.util.List;

/**
 * The picture of what stands next to an entity, and the table that it is drawn from.
 *
 * @param caption of the entity itself
 * @param form how it is drawn: person, body or thing
 * @param hidden ties that are not shown
 */
public record NeighboursPage(String id, String caption, String form, String entity, List<Tie> ties, long hidden) {

    /**
     * One tie.
     *
     * @param id tells the same neighbour in two ties
     * @param words how the tie reads: which of the two names the other, and as what
     * @param label the same on a line of the picture
     * @param through the tie as a thing of its own; empty where it is none
     */
    public record Tie(
            String id,
            String caption,
            String href,
            String kind,
            String form,
            String words,
            String label,
            Direction direction,
            String through,
            String throughHref) {}

    /** Which way the line of a tie points. */
    public enum Direction {
        OUT,
        IN,
        NONE
    }
}
