package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Tag;

/**
 * The deadlines of a file.
 *
 * @param running what needs somebody, the most pressing first; then what may be asked for
 * @param over done, or set aside
 * @param hidden the lawyer's, for who supervises
 * @param starts what may be told, by country
 * @param unprinted how many of the deadlines stay off paper, since no lawyer reviewed their rule
 */
public record ClocksPage(
        String back,
        List<Clock> running,
        List<Clock> over,
        List<Hidden> hidden,
        List<Told> facts,
        List<Starts> starts,
        int unprinted) {

    /**
     * One clock in words.
     *
     * @param reviewed a lawyer of the house approved its rule
     * @param left how long there is still, or since when there is none
     * @param stops what ends it, each with where that is told; a path is empty for who may not tell it
     */
    public record Clock(
            String id,
            String title,
            Tag state,
            boolean reviewed,
            String review,
            String end,
            String left,
            List<String> notes,
            String began,
            String why,
            String citation,
            String rulePath,
            List<Way> stops,
            List<String> desks,
            String proofAsked,
            String stopped,
            String proof) {}

    /** What can be done. */
    public record Way(String label, String path) {}

    /** A deadline of the lawyer's. */
    public record Hidden(String end, Tag state) {}

    /** A fact; {@code path} leads to where it is corrected and is empty for who may not. */
    public record Told(String label, String when, String by, String proof, boolean struck, String path) {}

    /** What may be told that starts something. */
    public record Starts(String country, List<DeskItem> kinds) {}
}
