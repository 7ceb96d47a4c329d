package org.fourfold.node.protection;

import java.util.Optional;
import java.util.UUID;

/**
 * A bed of the house.
 *
 * @param closed out of use, for instance broken
 * @param takenBy the stay that has it
 */
public record Bed(UUID id, String name, boolean closed, Optional<UUID> takenBy) {

    public boolean isFree() {
        return !closed && takenBy.isEmpty();
    }
}
