package org.fourfold.node.prosecution;

import java.util.List;

/**
 * A shared identifier and where it stands.
 *
 * @param places at most {@link #PLACES_MAX}
 * @param hidden how many more there are
 */
public record OverlapView(Overlap overlap, List<Place> places, long hidden) {

    public static final int PLACES_MAX = 200;

    public OverlapView {
        places = List.copyOf(places);
    }

    /** One entity that has it, and by which property. */
    public record Place(SearchResult.Hit entity, String property) {}
}
