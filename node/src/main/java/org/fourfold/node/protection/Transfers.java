package org.fourfold.node.protection;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.HandingOn;
import org.fourfold.node.trust.Keyring;

/**
 * A file goes to another owner of the same team: by its owner, or by who supervises them; a sealed one by its owner only. Each
 * method asks the one decision first; refusals are recorded and thrown as {@link org.fourfold.node.frame.RefusedException}.
 * Threads: safe.
 */
public final class Transfers {

    private final HandingOn handingOn;

    public Transfers(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.handingOn = new HandingOn(new Gate(database), keyring, clock, random);
    }

    /** The file without what is in it, for who may hand it on. */
    public CaseFile mayHand(Actor actor, CaseFileId file) {
        return handingOn.mayHand(actor, file);
    }

    /**
     * Hands the file on, with every consent, demand and deadline, all or nothing. Whoever is no caseworker or supervisor of the
     * owner's team is a problem of the field {@code receiver}.
     */
    public void hand(Actor actor, CaseFileId file, MemberId receiver, Transfer.Reason reason) {
        handingOn.hand(actor, file, receiver, reason);
    }

    /** The actor's files that were handed to them and that they have not taken over, the oldest first. */
    public List<CaseFile> waiting(Actor actor) {
        return handingOn.waiting(actor);
    }

    /** How this file came to the actor; empty where they took it over already. */
    public Optional<Transfer> of(Actor actor, CaseFileId file) {
        return handingOn.of(actor, file);
    }

    /** The new owner says that they took it over. */
    public void take(Actor actor, CaseFileId file) {
        handingOn.take(actor, file);
    }
}
