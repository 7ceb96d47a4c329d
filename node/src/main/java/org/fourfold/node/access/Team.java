package org.fourfold.node.access;

import java.util.Set;
import org.fourfold.node.frame.MemberId;

/**
 * Members who work together.
 *
 * @param supervisors those of the members who supervise the others; it counts only while they hold the supervisor's role
 */
public record Team(TeamId id, String name, Set<MemberId> members, Set<MemberId> supervisors) {

    /** The longest name kept, in characters. */
    public static final int NAME_LENGTH_MAX = 120;

    public Team {
        members = Set.copyOf(members);
        supervisors = Set.copyOf(supervisors);
    }
}
