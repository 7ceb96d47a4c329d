package org.fourfold.node.prosecution.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.shell.Choice;

/** What the pages of overlaps show. */
public final class OverlapsPage {

    private OverlapsPage() {}

    /**
     * The list.
     *
     * @param path of the list with its filter
     */
    public record All(
            List<Row> rows,
            List<Choice> kinds,
            String kind,
            List<Choice> shown,
            boolean hubs,
            String path,
            Optional<String> next,
            boolean first) {}

    /**
     * One shared identifier.
     *
     * @param hub what a member said it is, or that it is probably a place that many use; else empty
     */
    public record Row(String href, String value, String kind, int sources, int entities, String hub) {}

    /** One of them, with where it stands. */
    public record One(Row row, List<Place> places, long hidden, Hub hub) {}

    /** An entity that has the identifier. */
    public record Place(String href, String caption, String kind, String property, String source, String sourceHref) {}

    /** The form that says whether many use it. */
    public record Hub(String action, String formKey, List<Choice> choices, Set<String> chosen) {}
}
