package org.fourfold.node.access;

import java.util.EnumSet;
import java.util.Set;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Role;

/**
 * A person who signs in.
 *
 * @param roles confirmed roles; empty unless the member is active
 */
public record Member(
        MemberId id,
        SignInName signInName,
        String name,
        Language language,
        MemberState state,
        Set<Role> roles,
        Revision revision) {

    /** The longest name kept, in characters. */
    public static final int NAME_LENGTH_MAX = 120;

    public Member {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    public boolean isActive() {
        return state == MemberState.ACTIVE;
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }
}
