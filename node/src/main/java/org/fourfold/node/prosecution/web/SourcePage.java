package org.fourfold.node.prosecution.web;

import java.util.List;
import java.util.Optional;

/** Pages about sources. */
public final class SourcePage {

    private SourcePage() {}

    /** One line of the list. */
    public record Row(String href, String name, String when, String who, long entities, long refused, boolean stands) {}

    /** All sources, newest first. */
    public record All(List<Row> rows, Optional<String> next, boolean first) {}

    /** A name and how often it came. */
    public record Count(String name, long count) {}

    /** A fault as a line of a table; where its row leads, when something was taken from it. */
    public record Refusal(String row, String href, String column, String fault, String mend) {}

    /** Figures of an import, tried or done. */
    public record Figures(
            long rows, long fragments, long entities, long claims, long refused, long aside, long overlaps) {}

    /**
     * One source.
     *
     * @param undone who took it back and when; empty while it stands
     */
    public record One(
            String href,
            String name,
            String when,
            String who,
            String reading,
            String digest,
            Optional<Undone> undone,
            Figures figures,
            List<Count> schemata,
            List<Count> countries,
            List<Count> unknown,
            List<Refusal> refusals,
            long problems,
            String searchHref) {}

    /** Who took a source back, and when. */
    public record Undone(String who, String when) {}

    /** The question before a source is taken back. */
    public record Undo(String href, String name, long entities, long claims, String formKey) {}
}
