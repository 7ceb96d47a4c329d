package org.fourfold.node.prosecution;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prosecution.internal.Sources;

/**
 * The prosecution room's door. Investigators, prosecutors and supervisors who act for an investigation are let in, nobody
 * else. Each method records what was done, refusals too; a refusal is a {@link RefusedException}.
 */
public final class Prosecution {

    private static final EventType LISTED = new EventType("prosecution.listed");
    private static final EventType REFUSED = new EventType("prosecution.refused");

    private static final Set<Role> LET_IN = Set.copyOf(EnumSet.of(Role.INVESTIGATOR, Role.PROSECUTOR, Role.SUPERVISOR));

    private final Database database;

    public Prosecution(Database database, InstantSource clock, RandomGenerator random) {
        this.database = database;
    }

    /** A page of sources, newest first. */
    public Slice<Source> sources(Actor actor, Optional<String> after) {
        require(actor);
        return database.read(actor, tx -> {
            Slice<Source> page = Sources.list(tx, after);
            tx.record(Event.of(LISTED).count(page.rows().size()).detail("sources"));
            return page;
        });
    }

    private void require(Actor actor) {
        if (actor.purpose() == Purpose.INVESTIGATION && LET_IN.contains(actor.role())) {
            return;
        }
        String reason = actor.purpose() == Purpose.INVESTIGATION ? "role" : "purpose";
        database.read(actor, tx -> {
            tx.record(Event.of(REFUSED).detail(reason));
            return 0;
        });
        throw new RefusedException(reason);
    }
}
