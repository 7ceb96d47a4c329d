package org.fourfold.node.prevention;

import java.util.EnumSet;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;

/** Who may do what in the prevention room. */
final class Rights {

    /** Who looks. */
    static final Set<Role> READERS = Set.copyOf(EnumSet.of(
            Role.ANALYST, Role.SUPERVISOR, Role.CASEWORKER, Role.INVESTIGATOR, Role.PROSECUTOR, Role.LIAISON));

    /** Who imports, compares and judges. */
    static final Set<Role> WRITERS = Set.copyOf(EnumSet.of(Role.ANALYST, Role.SUPERVISOR));

    private static final EventType REFUSED = new EventType("prevention.refused");

    private Rights() {}

    /** Refuses, and records it, unless the actor acts for prevention in one of the roles. */
    static void require(Database database, Actor actor, Set<Role> roles) {
        if (actor.purpose() == Purpose.PREVENTION && roles.contains(actor.role())) {
            return;
        }
        String reason = actor.purpose() == Purpose.PREVENTION ? "role" : "purpose";
        database.read(actor, tx -> {
            tx.record(Event.of(REFUSED).detail(reason));
            return 0;
        });
        throw new RefusedException(reason);
    }
}
