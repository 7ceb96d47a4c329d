package org.fourfold.node.prosecution;

import java.util.List;
import java.util.Optional;

/**
 * A page of what was found, and how all of it divides.
 *
 * @param found how many, at most {@link #FOUND_MAX}
 * @param more whether there are more than that: counts and facets are then of the first ones
 */
public record SearchResult(
        List<Hit> hits,
        Optional<EntityId> next,
        int found,
        boolean more,
        List<Facet> schemata,
        List<Facet> sources,
        List<Facet> countries) {

    /** Entities that a search looks at; whoever needs more adds a word. */
    public static final int FOUND_MAX = 2_000;

    public SearchResult {
        hits = List.copyOf(hits);
        schemata = List.copyOf(schemata);
        sources = List.copyOf(sources);
        countries = List.copyOf(countries);
    }

    /** One value of a facet: its code, its name where it has one, and how many of what was found have it. */
    public record Facet(String code, String name, int count) {}

    /** One entity, as a line. */
    public record Hit(
            EntityId id, String schema, String caption, List<String> countries, SourceId source, String sourceName) {

        public Hit {
            countries = List.copyOf(countries);
        }
    }
}
