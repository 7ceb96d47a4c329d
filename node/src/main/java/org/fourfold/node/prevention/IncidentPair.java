package org.fourfold.node.prevention;

import java.util.UUID;

/**
 * Two incidents, in whichever order they were named.
 *
 * @param first the one whose number, as it is written, comes first: the database's order too
 */
public record IncidentPair(UUID first, UUID second) {

    public IncidentPair {
        if (first.toString().compareTo(second.toString()) >= 0) {
            throw new IllegalArgumentException("a pair is of two, the lower number first");
        }
    }

    /** Fails when both are one. */
    public static IncidentPair of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0
                ? new IncidentPair(one, other)
                : new IncidentPair(other, one);
    }
}
