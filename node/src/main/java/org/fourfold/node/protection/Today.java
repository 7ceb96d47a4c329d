package org.fourfold.node.protection;

import java.time.InstantSource;
import java.time.LocalDate;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Waits;
import org.fourfold.node.trust.Keyring;

/** What waits for a member, for the desk: looked at once a visit, recorded once. Threads: safe. */
public final class Today {

    private final Waits waits;

    public Today(Database database, Keyring keyring, InstantSource clock) {
        this.waits = new Waits(new Gate(database), keyring, clock);
    }

    /**
     * For everybody who helps; a lawyer has urgent risks only.
     *
     * @param today the organisation's day
     * @param since the first night of which something may still be unread
     */
    public Waiting of(Actor actor, LocalDate today, LocalDate since) {
        return waits.of(actor, today, since);
    }
}
