package org.fourfold.node.access;

import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;

/**
 * Something that changed about a member, as those who supervise see it.
 *
 * @param by who did it; empty where the node itself did
 */
public record MemberChange(
        Instant at,
        MemberId member,
        What what,
        Optional<Role> role,
        Optional<GrantBasis> basis,
        Optional<MemberId> by) {

    /** What changed. Names are stored: never rename a constant. */
    public enum What {
        INVITED,
        JOINED,
        ROLE_PROPOSED,
        ROLE_CONFIRMED,
        ROLE_ENDED,
        DISABLED,
        NEW_CODE,
        TEAM_CHANGED,
        PASSKEY_ADDED,
        PASSWORD_CHANGED
    }
}
