package org.fourfold.node.access;

import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;

/** A role that a member was proposed for or holds. */
public sealed interface RoleGrant {

    GrantId id();

    MemberId member();

    Role role();

    MemberId proposedBy();

    Instant proposedAt();

    /** Waits for a second person; gives nothing yet. */
    record Proposed(GrantId id, MemberId member, Role role, MemberId proposedBy, Instant proposedAt)
            implements RoleGrant {}

    /** Holds. {@code confirmedBy} is empty where one person was enough, or at set-up. */
    record Confirmed(
            GrantId id,
            MemberId member,
            Role role,
            MemberId proposedBy,
            Instant proposedAt,
            GrantBasis basis,
            Optional<MemberId> confirmedBy,
            Instant confirmedAt)
            implements RoleGrant {}
}
