package org.fourfold.node.trust;

import java.io.IOException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.internal.LedgerFolder;
import org.fourfold.node.trust.internal.LogKeyFile;

/**
 * The way out for a home whose database was put back by hand to an older state: {@link Ledger#check} refuses it at every start.
 * Declared, the published log is set aside as evidence and a new one begins, whose first entries say so. It needs the passphrase,
 * so that nobody with the disk alone can rewind a record, and an administrator, whose name stands in it.
 *
 * <p>Each step can be cut short and begun again: the record says it first, and the published log is set aside last.
 */
public final class DeclaredRestore {

    private static final EventType RESTORED = new EventType("record.restored");
    private static final String BEHIND = "trust.record-rolled-back";
    private static final String UNKNOWN = "unknown";

    private final Database database;
    private final Home home;
    private final Argon2id argon2id;
    private final RandomGenerator random;
    private final InstantSource clock;

    public DeclaredRestore(Database trust, Home home, Argon2id argon2id, RandomGenerator random, InstantSource clock) {
        this.database = trust;
        this.home = home;
        this.argon2id = argon2id;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Declares it, with nobody else at the home. The caller overwrites the passphrase.
     *
     * @return the name of the log that had been published, and its size then
     */
    public String declare(Actor actor, char[] passphrase) {
        if (actor.role() != Role.ADMINISTRATOR || actor.purpose() != Purpose.ADMINISTRATION) {
            throw new RefusedException("role");
        }
        Keyring keyring = new Keyring(home.keys(), database, argon2id, random, clock);
        requireBehind(ledger(keyring));
        keyring.unlock(passphrase);
        try {
            String published = LedgerFolder.lastPublished(home.ledger()).orElse(UNKNOWN);
            database.write(actor, tx -> {
                tx.record(Event.of(RESTORED).detail(published));
                return true;
            });
            new KeyFolder(home.keys()).destroy(LogKeyFile.NAME, random);
            LedgerFolder.putAside(home.ledger(), "before", clock.instant());
            var pseudonyms = new PseudonymTable(database, keyring, clock);
            new Sequencer(database, ledger(keyring), pseudonyms, clock, random).drain();
            return published;
        } catch (IOException e) {
            throw new ProblemException(Problem.of("trust.record-not-written"));
        } finally {
            keyring.lock();
        }
    }

    private Ledger ledger(Keyring keyring) {
        return new Ledger(database, keyring, home.ledger(), clock);
    }

    private static void requireBehind(Ledger ledger) {
        try {
            ledger.check();
        } catch (ProblemException refused) {
            if (refused.problems().getFirst().code().equals(BEHIND)) {
                return;
            }
            throw refused;
        }
        throw new ProblemException(Problem.of("trust.nothing-to-declare"));
    }
}
