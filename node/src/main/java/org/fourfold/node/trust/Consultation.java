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
 * @param member empty when the node itself acted
 * @param groups the field groups that were touched
 */
public record Consultation(
        Instant at,
        Optional<MemberId> member,
        Optional<Role> role,
        Optional<Purpose> purpose,
        EventType type,
        Set<FieldGroup> groups) {

    public Consultation {
        groups = Set.copyOf(groups);
    }
}
