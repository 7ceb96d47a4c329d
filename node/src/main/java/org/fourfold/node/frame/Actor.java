package org.fourfold.node.frame;

import java.util.Objects;

/**
 * Who acts, in which role, for which purpose, in which organisation. The first argument of every façade method; it is
 * never kept in a thread-local.
 */
public record Actor(MemberId member, Role role, Purpose purpose, OrganisationId organisation) {

    public Actor {
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(organisation, "organisation");
    }

    /** The same member and role, acting for another purpose. */
    public Actor withPurpose(Purpose other) {
        return new Actor(member, role, other, organisation);
    }
}
