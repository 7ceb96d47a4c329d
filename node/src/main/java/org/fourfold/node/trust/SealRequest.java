package org.fourfold.node.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;

/**
 * A request to open the seal over who consulted a thing in one epoch.
 *
 * @param role the role in which it was consulted
 * @param from when that somebody first consulted the thing in that epoch
 * @param to and when last
 * @param answer empty while it waits for a second person
 */
public record SealRequest(
        UUID id,
        UUID subject,
        int epoch,
        Role role,
        Instant from,
        Instant to,
        SealReason reason,
        MemberId askedBy,
        Instant askedAt,
        Optional<Answer> answer) {

    /** What the second person did, and, while an opened seal is open, who it was. */
    public record Answer(MemberId by, Instant at, boolean opened, Optional<MemberId> who) {}
}
