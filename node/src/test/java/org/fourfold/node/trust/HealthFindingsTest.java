package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Cleared;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.HealthCheck.State;
import org.fourfold.node.trust.web.ErasureHealth;
import org.fourfold.node.trust.web.KeyHealth;
import org.fourfold.node.trust.web.TrustHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the administrator is told, as time goes by and things are done. */
@Tag("database")
class HealthFindingsTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Actor ACTOR =
            new Actor(MemberId.random(RANDOM), Role.CASEWORKER, Purpose.PROTECTION, OrganisationId.random(RANDOM));

    @TempDir
    Path folder = Path.of("");

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final InstantSource clock = () -> now;
    private final TestDatabase test = TestDatabase.fresh(clock);

    @AfterEach
    void close() {
        test.close();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Map<String, State> states(HealthCheck check) {
        return check.check().stream()
                .collect(Collectors.toMap(
                        finding -> finding.name().key().replace("trust.health.", ""), HealthCheck.Finding::state));
    }

    @Test
    void workWithoutABackupIsFirstLookedAtAndAfterAWeekActedOn() {
        Backups backups = new Backups(folder);
        DiskEncryption disk = new DiskEncryption(DiskEncryption.State.NOT_ENCRYPTED, DiskEncryption.State.ENCRYPTED);
        TrustHealth health = new TrustHealth(new Trust(test.database("trust")), backups, disk, clock);
        assertThat(states(health)).containsEntry("backup", State.CAREFUL).containsEntry("restore", State.CAREFUL);
        pass(Duration.ofDays(30));
        assertThat(states(health)).as("no work is lost where none was done").containsEntry("backup", State.CAREFUL);

        test.database("protection").write(ACTOR, tx -> {
            tx.record(Event.of(new EventType("test.done")));
            return true;
        });
        assertThat(states(health)).containsEntry("backup", State.CAREFUL);
        pass(Duration.ofDays(9));
        assertThat(states(health)).containsEntry("backup", State.ILL);

        backups.backedUp(now);
        backups.restoreTried(now);
        assertThat(states(health))
                .containsEntry("backup", State.WELL)
                .containsEntry("restore", State.WELL)
                .containsEntry("database", State.WELL)
                .containsEntry("record", State.WELL)
                .containsEntry("home", State.CAREFUL)
                .containsEntry("swap", State.WELL);
        pass(Duration.ofHours(27));
        assertThat(states(health)).containsEntry("backup", State.CAREFUL);
        pass(Duration.ofDays(101));
        assertThat(states(health)).containsEntry("backup", State.ILL).containsEntry("restore", State.CAREFUL);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsActedOnAndTheOtherFindingsStay() {
        TrustHealth health = new TrustHealth(
                new Trust(test.database("trust")),
                new Backups(folder),
                new DiskEncryption(DiskEncryption.State.NONE, DiskEncryption.State.UNKNOWN),
                clock);
        test.databases().close();
        assertThat(states(health)).containsEntry("database", State.ILL).containsEntry("swap", State.CAREFUL);
    }

    @Test
    void theSheetTheEpochAndTheLockAreToldOnceThereAreKeys() {
        Keyring keyring = new Keyring(folder, test.database("trust"), CheapKeys.argon2id(), RANDOM, clock);
        SheetSeen sheet = new SheetSeen(folder);
        KeyHealth health = new KeyHealth(keyring, sheet, false, clock);
        assertThat(states(health)).isEqualTo(Map.of("keys", State.CAREFUL));

        RecoverySheet printed = keyring.initialise("correct horse battery staple".toCharArray());
        assertThat(printed.groups()).hasSize(8);
        assertThat(states(health))
                .isEqualTo(Map.of("keys", State.WELL, "keys-epoch", State.WELL, "keys-sheet", State.CAREFUL));
        sheet.seen(now);
        assertThat(states(health)).containsEntry("keys-sheet", State.WELL);
        pass(Duration.ofDays(46));
        assertThat(states(health)).containsEntry("keys-epoch", State.CAREFUL);
        pass(Duration.ofDays(355));
        assertThat(states(health)).containsEntry("keys-sheet", State.CAREFUL);
        keyring.lock();
        assertThat(states(health)).isEqualTo(Map.of("keys", State.CAREFUL, "keys-sheet", State.CAREFUL));
    }

    @Test
    void whatWasErasedAndIsNotYetClearedIsToldWhenItTakesLong() {
        AtomicReference<Cleared> found = new AtomicReference<>(Cleared.NOT_YET);
        Clearing clearing = new Clearing(test.database("trust"), tables -> found.get(), clock);
        ErasureHealth own = new ErasureHealth(clearing, true);
        assertThat(states(own)).isEqualTo(Map.of("erasure", State.WELL));
        test.owner("INSERT INTO trust.uncleared (since) VALUES ('%s')".formatted(now));
        clearing.run();
        assertThat(states(own)).isEqualTo(Map.of("erasure", State.WELL));
        pass(Duration.ofMinutes(31));
        assertThat(states(own)).isEqualTo(Map.of("erasure", State.CAREFUL));

        found.set(Cleared.WHOLLY);
        clearing.run();
        assertThat(states(own)).isEqualTo(Map.of("erasure", State.WELL));
        assertThat(states(new ErasureHealth(clearing, false))).isEqualTo(Map.of("erasure", State.CAREFUL));
    }
}
