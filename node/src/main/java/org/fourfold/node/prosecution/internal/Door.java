package org.fourfold.node.prosecution.internal;

import java.util.EnumSet;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;

/** Who is let into the room. The policies of each table ask the same once more. */
public final class Door {

    private static final Set<Role> LET_IN = Set.copyOf(EnumSet.of(Role.INVESTIGATOR, Role.PROSECUTOR, Role.SUPERVISOR));

    private final Database database;

    public Door(Database database) {
        this.database = database;
    }

    /** Returns, or records the refusal and throws a {@link RefusedException}. */
    public void require(Actor actor) {
        if (actor.purpose() == Purpose.INVESTIGATION && LET_IN.contains(actor.role())) {
            return;
        }
        String reason = actor.purpose() == Purpose.INVESTIGATION ? "role" : "purpose";
        database.read(actor, tx -> {
            tx.record(Event.of(Events.REFUSED).detail(reason));
            return 0;
        });
        throw new RefusedException(reason);
    }
}
