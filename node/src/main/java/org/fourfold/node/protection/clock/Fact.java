package org.fourfold.node.protection.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Dated;

/**
 * Something that happened, or an end that a paper states.
 *
 * @param id of the fact in all its revisions
 * @param moment to the minute, where that was told
 * @param of the fact whose clock it stops; empty when it was told on its own
 * @param proof which document shows it, or why a clock is set aside; may be empty
 */
public record Fact(UUID id, FactKind kind, Dated dated, Optional<Instant> moment, Optional<UUID> of, String proof) {

    /** The earliest moment it may have been. */
    public Instant earliest(ZoneId zone) {
        return moment.orElseGet(() -> dated.from().atStartOfDay(zone).toInstant());
    }

    /** The first moment at which it has surely been. */
    public Instant latest(ZoneId zone) {
        return moment.orElseGet(() -> dated.to().plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean rough() {
        return dated.precision() != Dated.Precision.DAY;
    }
}
