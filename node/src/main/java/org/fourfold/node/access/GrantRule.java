package org.fourfold.node.access;

import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;

/**
 * Who may grant what. Pure; the database's CHECK {@code role_grant_two_persons} says the same a second time.
 *
 * <ul>
 *   <li>Administrators and supervisors propose, confirm and end roles.
 *   <li>A role that opens guarded data needs a second person: another administrator or supervisor, neither the proposer
 *       nor the member. So does ADMINISTRATOR, for otherwise one administrator could make a second self to confirm with.
 *   <li>Only while no such second person exists, the recovery sheet confirms: who holds it can open everything already,
 *       so it gives nobody a power they lack. It stands in the record and on every supervisor's desk.
 * </ul>
 */
public final class GrantRule {

    private GrantRule() {}

    /** Whether the role may propose, confirm and end roles of others. */
    public static boolean mayGrant(Role role) {
        return role == Role.ADMINISTRATOR || role == Role.SUPERVISOR;
    }

    /** Whether two persons must grant the role. */
    public static boolean needsTwoPersons(Role role) {
        return role.opensGuardedData() || role == Role.ADMINISTRATOR;
    }

    /** Whether this person, who holds a granting role, may be the second one. */
    public static boolean mayConfirm(RoleGrant.Proposed proposed, MemberId second) {
        return !second.equals(proposed.proposedBy()) && !second.equals(proposed.member());
    }
}
