package org.fourfold.node.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;

/**
 * The member who is signed in, as a page needs to know them. Put into the request under {@link #ATTRIBUTE} after the
 * session was checked; a controller takes it as a parameter.
 */
public record Viewer(
        MemberId member,
        String name,
        Set<Role> roles,
        OrganisationId organisation,
        String organisationName,
        boolean demonstration,
        Language language) {

    /** The name of the request's attribute. */
    public static final String ATTRIBUTE = Viewer.class.getName();

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Who acts when this member acts for the purpose; refused when no role of theirs fits it. */
    public Actor actor(Purpose purpose) {
        return roleFor(purpose)
                .map(role -> new Actor(member, role, purpose, organisation))
                .orElseThrow(() -> new RefusedException("no-role-for-purpose"));
    }

    /** The same in one role they chose; refused when they do not hold it or it does not fit the purpose. */
    public Actor actor(Purpose purpose, Role role) {
        if (!roles.contains(role) || !fitting(purpose).contains(role)) {
            throw new RefusedException("no-role-for-purpose");
        }
        return new Actor(member, role, purpose, organisation);
    }

    /** Whether any of their roles fits the purpose: decides menus, never access. */
    public boolean mayActFor(Purpose purpose) {
        return roleFor(purpose).isPresent();
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }

    private Optional<Role> roleFor(Purpose purpose) {
        return fitting(purpose).stream().filter(roles::contains).findFirst();
    }

    /** The roles that may act for a purpose at all, the one taken first standing first. */
    private static List<Role> fitting(Purpose purpose) {
        return switch (purpose) {
            case PROTECTION -> List.of(Role.CASEWORKER, Role.NIGHT_STAFF, Role.LAWYER, Role.SUPERVISOR);
            case INVESTIGATION -> List.of(Role.INVESTIGATOR, Role.PROSECUTOR, Role.SUPERVISOR);
            case PREVENTION ->
                List.of(
                        Role.ANALYST,
                        Role.LIAISON,
                        Role.SUPERVISOR,
                        Role.CASEWORKER,
                        Role.LAWYER,
                        Role.INVESTIGATOR,
                        Role.PROSECUTOR);
            case PARTNERSHIP -> List.of(Role.LIAISON, Role.SUPERVISOR, Role.ANALYST);
            case OVERSIGHT -> List.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.TRUSTEE, Role.ADMINISTRATOR);
            case ADMINISTRATION -> List.of(Role.ADMINISTRATOR);
        };
    }
}
