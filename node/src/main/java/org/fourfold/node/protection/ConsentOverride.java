package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;

/**
 * Life or health is in danger and the consent rules refuse: what somebody asked to hand over all the same.
 *
 * @param until when it ends, approved or not
 * @param answer the second person's
 * @param toldAt when the person was told
 */
public record ConsentOverride(
        UUID id,
        OrganisationId recipient,
        RecipientKind kind,
        OverrideWish wish,
        MemberId askedBy,
        Instant askedAt,
        Instant until,
        Optional<Answer> answer,
        Optional<Instant> toldAt) {

    /** What the second person said. */
    public record Answer(MemberId by, Instant at, boolean granted) {}

    public Optional<MemberId> approvedBy() {
        return answer.filter(Answer::granted).map(Answer::by);
    }

    public boolean holds(Instant at) {
        return approvedBy().isPresent() && at.isBefore(until);
    }
}
