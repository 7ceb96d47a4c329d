package org.fourfold.node.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.witness.Mirror;
import org.fourfold.ledger.witness.ShownPlace;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.internal.CosignatureCheck;
import org.fourfold.node.trust.internal.WitnessRows;

/**
 * Those outside who vouch for the record. On a beat the node shows in a folder what may leave the house, its checkpoint and
 * hash tiles and never an entry, and looks at what each witness cosigned of it. A cosignature is believed only where it is
 * of this log's tree; a checkpoint with this log's own signature that is not is kept as evidence and told at once.
 *
 * <p>Overseers see how they stand; administration and trustees appoint and end them. Threads: safe.
 */
public final class Witnesses {

    public static final int NAME_MAX = 80;
    public static final int PLACE_MAX = 500;
    public static final int DAYS_MAX = 90;

    private static final EventType SHOWN = new EventType("record.witnesses-shown");
    private static final EventType APPOINTED = new EventType("record.witness-appointed");
    private static final EventType ENDED = new EventType("record.witness-ended");
    private static final EventType MIRRORED = new EventType("record.mirrored");
    private static final EventType COSIGNED = new EventType("record.cosigned");
    private static final EventType FORKED = new EventType("record.witness-forked");
    private static final EventType REFUSED = new EventType("record.refused");

    private final Database database;
    private final Ledger ledger;
    private final Path shown;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** With the folder in which the node shows what may leave the house. */
    public Witnesses(Database trust, Ledger ledger, Path shown, InstantSource clock, RandomGenerator random) {
        this.database = trust;
        this.ledger = ledger;
        this.shown = shown;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A witness as it is typed.
     *
     * @param key its vkey
     * @param place where it shows what it cosigned: a folder, or an address
     * @param days after how many days of silence it is told
     */
    public record Appointment(String name, String key, String place, int days) {}

    /** How each stands; that it was asked is recorded. */
    public List<WitnessStanding> standings(Actor actor) {
        require(actor, IntegrityRule.maySee(actor));
        return database.read(actor, tx -> {
            tx.record(Event.of(SHOWN));
            return WitnessRows.standings(tx);
        });
    }

    /** The same for {@code doctor}: nobody acts, nothing is recorded. */
    public List<WitnessStanding> standing() {
        return database.asNode(WitnessRows::standings);
    }

    /** Where the present log is shown: what a witness is told to look at, beside the log's key. */
    public Path shown() {
        return shown;
    }

    /** Appoints one; its place is looked at on the next beat. Throws ProblemException with every fault of what was typed. */
    public void appoint(Actor actor, Appointment typed) {
        require(actor, IntegrityRule.mayAppointWitnesses(actor));
        WitnessRows.Row witness = checked(typed);
        database.write(actor, tx -> {
            if (!WitnessRows.appoint(tx, witness, clock.instant())) {
                throw new ProblemException(Problem.inField("trust.witness-there", "key"));
            }
            tx.record(Event.of(APPOINTED).detail(witness.key().fingerprint()));
            return true;
        });
    }

    private WitnessRows.Row checked(Appointment typed) {
        List<Problem> faults = new ArrayList<>();
        String name = typed.name().strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            faults.add(Problem.inField("trust.witness-name", "name"));
        }
        Optional<VerifierKey> key =
                VerifierKey.parse(typed.key().strip()).filter(found -> found.type() == VerifierKey.Type.COSIGNATURE);
        if (key.isEmpty()) {
            faults.add(Problem.inField("trust.witness-key", "key"));
        }
        Optional<ShownPlace> place =
                typed.place().length() > PLACE_MAX ? Optional.empty() : ShownPlace.parse(typed.place());
        if (place.isEmpty()) {
            faults.add(Problem.inField("trust.witness-place", "place"));
        }
        if (typed.days() < 1 || typed.days() > DAYS_MAX) {
            faults.add(Problem.inField("trust.witness-days", "days"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        return new WitnessRows.Row(
                RandomIds.uuid(random),
                name,
                key.orElseThrow(),
                place.orElseThrow().toString(),
                typed.days());
    }

    /** Ends one. What it cosigned stays. */
    public void end(Actor actor, UUID id) {
        require(actor, IntegrityRule.mayAppointWitnesses(actor));
        database.write(actor, tx -> {
            if (!WitnessRows.end(tx, id, clock.instant())) {
                throw new ProblemException(Problem.of("trust.witness-gone"));
            }
            tx.record(Event.of(ENDED));
            return true;
        });
    }

    /** Takes a cosigned checkpoint that was brought, by whichever witness it is of. */
    public WitnessFinding take(Actor actor, String note) {
        require(actor, IntegrityRule.mayAppointWitnesses(actor));
        CosignatureCheck check =
                check().orElseThrow(() -> new ProblemException(Problem.inField("trust.witness-note", "note")));
        // What was pasted from a letter may have lost its last newline, and have gained others.
        byte[] bytes = (note.strip().replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        WitnessFinding best = WitnessFinding.UNUSABLE;
        for (WitnessRows.Row witness : database.asNode(WitnessRows::all)) {
            CosignatureCheck.Found found = check.check(bytes, witness.key());
            if (found.finding() != WitnessFinding.UNUSABLE) {
                database.write(actor, tx -> {
                    keep(tx, witness, found);
                    return true;
                });
                best = found.finding();
            }
        }
        if (best == WitnessFinding.UNUSABLE) {
            throw new ProblemException(Problem.inField("trust.witness-note", "note"));
        }
        return best;
    }

    /** Shows and looks now, for who carries a medium to a witness or back. */
    public void beat(Actor actor) {
        require(actor, IntegrityRule.mayAppointWitnesses(actor));
        beat();
    }

    /** Brings what is shown outside up to the last checkpoint, and looks at every witness's place. */
    void beat() {
        Optional<Ledger.Published> log = ledger.latest();
        if (log.isEmpty()) {
            return;
        }
        show(log.get());
        look(log.get());
    }

    private void show(Ledger.Published log) {
        try {
            var _ = new Mirror(
                            log.tiles().source(),
                            shown.resolve(ShownPlace.prefix(log.key().name())))
                    .update(log.checkpoint());
        } catch (IOException e) {
            throw new ProblemException(Problem.of("trust.record-not-written"));
        }
        database.asNode(tx -> {
            tx.record(Event.of(MIRRORED)
                    .detail(Long.toString(log.checkpoint().checkpoint().size())));
            return true;
        });
    }

    private void look(Ledger.Published log) {
        CosignatureCheck check = new CosignatureCheck(log.key(), log.tiles());
        for (WitnessRows.Row witness : database.asNode(WitnessRows::all)) {
            // Outside of a transaction: a host may take its time.
            CosignatureCheck.Found found = check.look(witness.place(), witness.key());
            database.asNode(tx -> {
                keep(tx, witness, found);
                return true;
            });
        }
    }

    private Optional<CosignatureCheck> check() {
        return ledger.latest().map(log -> new CosignatureCheck(log.key(), log.tiles()));
    }

    private void keep(Tx tx, WitnessRows.Row witness, CosignatureCheck.Found found) {
        WitnessRows.looked(tx, witness.id(), clock.instant(), found.finding());
        found.checkpoint().ifPresent(checkpoint -> {
            String size = Long.toString(checkpoint.checkpoint().size());
            if (found.finding() == WitnessFinding.VOUCHES) {
                // A witness whose clock runs ahead would else never be silent.
                Instant now = clock.instant();
                Instant seen = found.seen().isAfter(now) ? now : found.seen();
                if (WitnessRows.keep(tx, witness.id(), checkpoint, seen)) {
                    tx.record(Event.of(COSIGNED).detail(size));
                }
            } else if (WitnessRows.keepFork(tx, RandomIds.uuid(random), witness.id(), checkpoint, clock.instant())) {
                tx.record(Event.of(FORKED).detail(size));
            }
        });
    }

    private void require(Actor actor, boolean may) {
        if (!may) {
            database.write(actor, tx -> {
                tx.record(Event.of(REFUSED).detail("role"));
                return true;
            });
            throw new RefusedException("role");
        }
    }
}
