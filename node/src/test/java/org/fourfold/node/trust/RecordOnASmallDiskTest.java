package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.RecoveryBed;
import org.fourfold.node.ground.SmallDisk;
import org.fourfold.node.trust.internal.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The record of a real node on real small disks: what the system itself says when one is full or only to be read. */
@Tag("recovery")
@Timeout(180)
class RecordOnASmallDiskTest {

    private static final long HOME_BYTES = 400L * 1024 * 1024;
    private static final long LEDGER_BYTES = 16L * 1024 * 1024;
    private static final int WRITES_MAX = 2_000_000;
    private static final InstantSource CLOCK = InstantSource.system();

    private final Path folder = RecoveryBed.folder();

    @AfterEach
    void remove() {
        RecoveryBed.remove(folder);
    }

    @Test
    void theLedgersOwnDiskMayBeFullOrReadOnlyAndEventsAreKeptAndSignedLater() throws IOException {
        Path home = folder.resolve("home");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("image"), home.resolve("ledger"), LEDGER_BYTES)) {
            try (Ground ground = RecoveryBed.open(home)) {
                Keyring keyring = keyring(ground);
                Sequencer sequencer = RecordBed.sequencer(ground, keyring, CLOCK);
                write(ground, 300);
                sequencer.drain();
                disk.fill();
                write(ground, 300);
                assertThatThrownBy(sequencer::drain).hasMessage("ground.disk-full");
                assertThat(places(ground)).isEqualTo(600);
                disk.empty();
                sequencer.drain();
                isWhole(ground, keyring, 600);

                disk.onlyRead();
                write(ground, 300);
                assertThatThrownBy(sequencer::drain).hasMessage("ground.disk-read-only");
                assertThat(places(ground)).isEqualTo(900);
            }
            // Started while the disk is so, and well again while it works.
            try (Ground ground = RecoveryBed.open(home)) {
                Keyring keyring = keyring(ground);
                try (Sequencer sequencer = RecordBed.sequencer(ground, keyring, CLOCK)) {
                    write(ground, 1);
                    sequencer.start();
                    assertThat(sequencer.fault().map(fault -> fault.code())).contains("ground.disk-read-only");
                    assertThat(places(ground)).isEqualTo(901);
                    disk.writeAgain();
                }
                isWhole(ground, keyring, 901);
            }
        }
    }

    @Test
    void onAFullDiskOfPostgresNothingIsAcknowledgedThatIsNotKeptAndNothingGuardedIsRead() throws IOException {
        Path home = folder.resolve("disk/home");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("image"), folder.resolve("disk"), HOME_BYTES)) {
            assertThat(RecoveryBed.home(home).exists()).isTrue();
            long acknowledged = 0;
            try (Ground ground = RecoveryBed.open(home);
                    Sequencer sequencer = RecordBed.sequencer(ground, keyring(ground), CLOCK)) {
                sequencer.start();
                write(ground, 300);
                disk.fill();
                acknowledged = 300 + writeUntilRefused(ground);
                assertThatThrownBy(() -> write(ground, 1)).isInstanceOf(RuntimeException.class);
            }
            disk.empty();
            try (Ground ground = RecoveryBed.open(home)) {
                Keyring keyring = keyring(ground);
                RecordBed.sequencer(ground, keyring, CLOCK).drain();
                assertThat(places(ground)).isGreaterThanOrEqualTo(acknowledged);
                isWhole(ground, keyring, places(ground));
            }
        }
    }

    private static Keyring keyring(Ground ground) {
        Keyring keyring = new Keyring(
                ground.home().keys(), ground.databases().of("trust"), new Argon2id(), RecordBed.RANDOM, CLOCK);
        if (keyring.isInitialised()) {
            keyring.unlock(RecordBed.PASSPHRASE.toCharArray());
        } else {
            var _ = keyring.initialise(RecordBed.PASSPHRASE.toCharArray());
        }
        return keyring;
    }

    /** Guarded reads: each has an event, and none is answered without it. */
    private static void write(Ground ground, int reads) {
        Database database = ground.databases().of("protection");
        for (int i = 0; i < reads; i++) {
            boolean answered = database.read(RecordBed.ACTOR, tx -> {
                tx.record(Event.of(RecordBed.DONE).detail("x".repeat(100)));
                return true;
            });
            assertThat(answered).isTrue();
        }
    }

    private static long writeUntilRefused(Ground ground) {
        for (long acknowledged = 0; acknowledged < WRITES_MAX; acknowledged++) {
            try {
                write(ground, 1);
            } catch (ProblemException refused) {
                assertThat(refused.getMessage()).isIn("frame.disk-full", "frame.database-away");
                return acknowledged;
            }
        }
        throw new AssertionError("a full disk takes everything");
    }

    private static long places(Ground ground) {
        return ground.databases()
                .of("trust")
                .asNode(tx -> tx.sql("SELECT count(*) FROM trust.sequence").one((rs, n) -> rs.getLong(1)));
    }

    private static void isWhole(Ground ground, Keyring keyring, long size) {
        Ledger.Published log = RecordBed.ledger(ground, keyring, CLOCK).latest().orElseThrow();
        assertThat(log.checkpoint().checkpoint().size()).isEqualTo(size);
        Optional<LogCheck.Fault> fault = new LogCheck(
                        ground.databases().of("trust"),
                        log.tiles(),
                        log.checkpoint().checkpoint(),
                        log.firstPosition())
                .run(done -> {});
        assertThat(fault).isEmpty();
    }
}
