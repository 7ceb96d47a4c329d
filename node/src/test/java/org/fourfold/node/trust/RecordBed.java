package org.fourfold.node.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.TestDatabase;
import org.springframework.util.FileSystemUtils;

/** A record with its keys and its log in a folder of its own; the clock stands still unless a test moves it. */
final class RecordBed implements AutoCloseable, InstantSource {

    static final SecureRandom RANDOM = new SecureRandom();
    static final EventType DONE = new EventType("test.done");
    static final Actor ACTOR =
            new Actor(MemberId.random(RANDOM), Role.CASEWORKER, Purpose.PROTECTION, OrganisationId.random(RANDOM));
    static final String PASSPHRASE = "correct horse battery staple";

    Instant now = Instant.parse("2026-11-23T10:00:00Z");
    final Path folder;
    final TestDatabase test = TestDatabase.fresh(this);
    final Database protection = test.database("protection");
    final Database trust = test.database("trust");
    final Keyring keyring;
    Ledger ledger;
    Sequencer sequencer;

    private final Path written;

    RecordBed() {
        this(real -> real);
    }

    /** With its ledger on a disk of its own, which shows the real folder as it likes. */
    RecordBed(UnaryOperator<Path> disk) {
        try {
            folder = Files.createTempDirectory("fourfold-record");
            written = disk.apply(ledgerFolder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keyring = new Keyring(folder.resolve("keys"), trust, CheapKeys.argon2id(), RANDOM, this);
        var _ = keyring.initialise(PASSPHRASE.toCharArray());
        ledger = ledger();
        sequencer = sequencer();
    }

    Path ledgerFolder() {
        return folder.resolve("ledger");
    }

    /** As after a start: compared with what was published, not yet followed. */
    void restart() {
        ledger = ledger();
        ledger.check();
        sequencer = sequencer();
    }

    private Ledger ledger() {
        return new Ledger(trust, keyring, written, this);
    }

    Sequencer sequencer() {
        return new Sequencer(trust, ledger, new PseudonymTable(trust, keyring, this), this, RANDOM);
    }

    /** The ledger of a whole node's home. */
    static Ledger ledger(Ground node, Keyring keyring, InstantSource clock) {
        return new Ledger(node.databases().of("trust"), keyring, node.home().ledger(), clock);
    }

    /** The sequencer of a whole node's home. */
    static Sequencer sequencer(Ground node, Keyring keyring, InstantSource clock) {
        Database trust = node.databases().of("trust");
        Ledger ledger = ledger(node, keyring, clock);
        ledger.check();
        return new Sequencer(trust, ledger, new PseudonymTable(trust, keyring, clock), clock, RANDOM);
    }

    void append(int events) {
        for (int i = 0; i < events; i++) {
            record(Event.of(DONE));
        }
    }

    void record(Event event) {
        protection.write(ACTOR, tx -> {
            tx.record(event);
            return true;
        });
    }

    Ledger.Published published() {
        return ledger.latest().orElseThrow();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() {
        test.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
