package org.fourfold.node.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;

/**
 * Something that was done, as the record has it in clear.
 *
 * @param detail a code that says more; else empty
 */
public record Occurrence(
        Instant at,
        Optional<MemberId> member,
        EventType type,
        Optional<UUID> subject,
        Set<FieldGroup> groups,
        long count,
        String detail) {

    public Occurrence {
        groups = Set.copyOf(groups);
    }
}
