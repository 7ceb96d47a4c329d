package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;

/**
 * What went out.
 *
 * @param reason by what, as {@link org.fourfold.node.frame.Decision#reason} says
 * @param under the demand or the override that it went by
 * @param recalled since when what it went by is taken back: whoever received it has to be told
 * @param told when they were
 */
public record HandedOver(
        UUID id,
        OrganisationId recipient,
        Purpose purpose,
        Set<FieldGroup> groups,
        String reason,
        Instant at,
        MemberId by,
        Optional<UUID> under,
        Optional<Instant> recalled,
        Optional<Instant> told) {

    public HandedOver {
        groups = Set.copyOf(groups);
    }

    /** The same, taken back since. */
    public HandedOver recalled(Instant since) {
        return new HandedOver(id, recipient, purpose, groups, reason, at, by, under, Optional.of(since), told);
    }

    /** Whether somebody has still to tell them. */
    public boolean waits() {
        return recalled.isPresent() && told.isEmpty();
    }
}
