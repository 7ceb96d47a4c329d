package org.fourfold.node.prevention;

import java.util.Map;
import java.util.UUID;

/** A comparison with the incidents that it proposes, by their number. */
public record DuplicateListing(DuplicateRun run, Map<UUID, StoredIncident> incidents) {

    public DuplicateListing {
        incidents = Map.copyOf(incidents);
    }
}
