package org.fourfold.node.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;

/**
 * One event about a subject: who looked or changed, when, in which role and for which purpose.
 *
 * @param entry which of the record's events it is, to ask for the opening of its seal
 * @param member empty when the node itself acted, or when it is sealed who did
 * @param groups the field groups that were touched
 */
public record Consultation(
        long entry,
        Instant at,
        Optional<MemberId> member,
        Optional<Role> role,
        Optional<Purpose> purpose,
        EventType type,
        Set<FieldGroup> groups) {

    public Consultation {
        groups = Set.copyOf(groups);
    }

    /** Whether somebody did it of whom only the keys still tell who. */
    public boolean sealed() {
        return member.isEmpty() && role.isPresent();
    }
}
