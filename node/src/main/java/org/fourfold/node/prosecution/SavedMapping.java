package org.fourfold.node.prosecution;

import java.time.Instant;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.prosecution.tables.Mapping;

/**
 * A mapping kept under its name, to be run on other files.
 *
 * @param revision grows with each change, first = 1
 * @param changedBy who saved it last
 */
public record SavedMapping(MappingId id, Mapping mapping, int revision, MemberId changedBy, Instant changedAt) {

    /** Mappings of one organisation. */
    public static final int MAPPINGS_MAX = 500;

    public String name() {
        return mapping.name();
    }
}
