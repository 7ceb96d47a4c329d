package org.fourfold.node.prosecution.web;

import java.util.List;
import java.util.Optional;

/**
 * What the search page shows.
 *
 * @param asked what was looked for; it goes back into the form, never into an address
 * @param searched whether anything was looked for
 * @param found how many, in figures of the reader's language where {@code more}
 * @param next the choice that shows the next lines
 * @param later whether these are not the first lines
 * @param sources where to begin when nothing was looked for yet
 */
public record SearchPage(
        Asked asked,
        boolean searched,
        int found,
        boolean more,
        List<Line> lines,
        List<Facet> facets,
        Optional<String> next,
        boolean later,
        List<Start> sources) {

    /** The words and what narrows them down; empty where nothing does. */
    public record Asked(String words, String schema, String source, String country) {}

    /** One entity. */
    public record Line(String href, String caption, String kind, String countries, String source) {}

    /**
     * One way to divide what was found.
     *
     * @param name the part of the question that it changes
     * @param chosen what it is narrowed to; empty where it is not
     */
    public record Facet(String name, String title, String chosen, List<Value> values) {}

    /**
     * One value of a facet.
     *
     * @param pick what the form sends to choose it
     */
    public record Value(String pick, String label, String count) {}

    /** A source whose entities can be looked through. */
    public record Start(String href, String name, String entities) {}
}
