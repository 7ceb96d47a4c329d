package org.fourfold.node.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the record stands, for {@code doctor}.
 *
 * @param pending events that are recorded and have no position yet
 * @param lastPosition the last position given; empty before the first
 * @param firstEventAt when anything was first done here
 * @param lastEventAt the time of the latest event; ahead of the clock when the clock was set back
 * @param server the version of PostgreSQL
 */
public record RecordStatus(
        long pending,
        OptionalLong lastPosition,
        Optional<Instant> firstEventAt,
        Optional<Instant> lastEventAt,
        String server) {}
