package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * From when to when a person has a bed here.
 *
 * @param bed the one they have, or had last
 * @param children small children who share the bed and have no file of their own
 */
public record ShelterStay(UUID id, UUID bed, int children, Instant since, Optional<Instant> until) {

    /** The most children who share a bed. */
    public static final int CHILDREN_MAX = 4;
}
