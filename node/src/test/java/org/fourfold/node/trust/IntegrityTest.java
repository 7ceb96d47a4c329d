package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.fourfold.ledger.note.TlogProof;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.trust.web.RecordHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record's state is told as it is, and a check of everything finds what was altered and says where. */
@Tag("database")
class IntegrityTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Actor OVERSEER =
            new Actor(RecordBed.ACTOR.member(), Role.TRUSTEE, Purpose.OVERSIGHT, RecordBed.ACTOR.organisation());

    private final RecordBed bed = new RecordBed();
    private final Integrity integrity = new Integrity(bed.trust, bed.ledger, bed.keyring, bed);

    @AfterEach
    void close() {
        integrity.close();
        bed.close();
    }

    private CheckResult check() {
        integrity.checkEverything(OVERSEER, PATIENCE);
        return integrity.glance(OVERSEER).lastCheck().orElseThrow();
    }

    private void checkFinds(String code, String place) {
        assertThat(check().fault()).contains(new CheckResult.Fault(code, place));
    }

    @Test
    void theGlanceTellsWhatIsSignedWhatWaitsAndSinceWhen() {
        assertThat(integrity.glance(OVERSEER).log()).isEmpty();
        bed.append(300);
        bed.sequencer.drain();
        bed.keyring.lock();
        bed.append(2);
        bed.sequencer.drain();
        bed.append(1);

        Glance glance = integrity.glance(OVERSEER);

        Glance.Log log = glance.log().orElseThrow();
        Ledger.Published published = bed.published();
        assertThat(log.size())
                .isEqualTo(published.checkpoint().checkpoint().size())
                .isEqualTo(301);
        assertThat(log.root()).isEqualTo(published.tiles().root().base64());
        assertThat(log.fingerprint()).isEqualTo(published.key().fingerprint());
        assertThat(log.lastAt()).contains(bed.now);
        assertThat(glance.unlocked()).isFalse();
        assertThat(glance.unsigned()).isEqualTo(2);
        assertThat(glance.pending()).isEqualTo(1);
        assertThat(glance.oldestUnsigned()).contains(bed.now);
        assertThat(glance.earlier()).isEmpty();
    }

    @Test
    void onlyThoseWhoOverseeAreShownItAndARefusalIsRecorded() {
        assertThatThrownBy(() -> integrity.glance(RecordBed.ACTOR)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> integrity.checkEverything(OVERSEER.withPurpose(Purpose.PROTECTION), PATIENCE))
                .isInstanceOf(RefusedException.class);
        List<String> types = bed.trust.asNode(
                tx -> tx.sql("SELECT type FROM trust.event ORDER BY entry").list((rs, n) -> rs.getString(1)));
        assertThat(types).containsExactly("record.refused", "record.refused");
    }

    @Test
    void entriesComeTheLatestFirstAPageAtATimeAndEachProofHoldsElsewhere() {
        bed.append(120);
        bed.sequencer.drain();
        Slice<EntryLine> first = integrity.entries(OVERSEER, Optional.empty());
        Slice<EntryLine> second = integrity.entries(OVERSEER, first.next());
        Slice<EntryLine> third = integrity.entries(OVERSEER, second.next());
        assertThat(first.rows()).hasSize(Slice.ROWS_MAX);
        assertThat(first.rows().getFirst().index()).isEqualTo(119);
        assertThat(second.rows().getFirst().index()).isEqualTo(69);
        assertThat(third.rows()).hasSize(20);
        assertThat(third.next()).isEmpty();

        EntryProof shown = integrity.entry(OVERSEER, 7).orElseThrow();
        assertThat(shown.holds()).isTrue();
        assertThat(integrity.entry(OVERSEER, 120)).isEmpty();
        TlogProof proof =
                TlogProof.parse(integrity.proof(OVERSEER, 7).orElseThrow()).orElseThrow();
        assertThat(proof.inclusion()
                        .holds(
                                new TreeHasher().leaf(bed.published().tiles().entry(7)),
                                proof.checkpoint().checkpoint().root()))
                .isTrue();
        assertThat(shown.leafHash())
                .isEqualTo(
                        new TreeHasher().leaf(bed.published().tiles().entry(7)).base64());
    }

    @Test
    void everythingHoldsAfterAnErasureAndASealingAndTheCheckIsItselfAnEvent() {
        UUID subject = UUID.randomUUID();
        bed.append(70);
        bed.record(Event.of(RecordBed.DONE).about(subject));
        bed.sequencer.drain();
        bed.protection.write(RecordBed.ACTOR, tx -> {
            tx.record(Event.of(RecordBed.DONE).about(subject));
            return bed.keyring.destroy(tx, new org.fourfold.node.frame.CaseFileId(subject));
        });
        bed.sequencer.drain();
        bed.now = bed.now.plus(Keyring.EPOCH);
        assertThat(bed.keyring.turn()).isTrue();
        bed.append(500);
        bed.now = bed.now.plus(PseudonymTable.OPEN).plusSeconds(1);
        assertThat(new PseudonymTable(bed.trust, bed.keyring, bed).sealOld()).isTrue();
        bed.sequencer.drain();

        assertThat(check()).isEqualTo(new CheckResult(bed.now, 572, Optional.empty()));
        bed.sequencer.drain();
        assertThat(check().entries()).isGreaterThan(572);
    }

    @Test
    void whatIsAlteredInTheDatabaseIsFoundAndItsPlaceTold() {
        bed.append(600);
        bed.record(Event.of(RecordBed.DONE).about(UUID.randomUUID()).detail("yes"));
        bed.sequencer.drain();
        assertThat(check().fault()).isEmpty();

        bed.test.owner("UPDATE trust.event SET detail = 'no' WHERE detail = 'yes'");
        checkFinds("event-altered", "600");
        bed.test.owner("UPDATE trust.event SET detail = 'yes' WHERE detail = 'no'");
        bed.test.owner("UPDATE trust.event SET member = gen_random_uuid() WHERE detail = 'yes'");
        checkFinds("who-altered", "600");
        bed.test.owner("UPDATE trust.event SET type = 'test.other' WHERE entry ="
                + " (SELECT entry FROM trust.sequence WHERE position = 300)");
        checkFinds("event-altered", "300");
        bed.test.owner("UPDATE trust.sequence SET leaf = (SELECT leaf FROM trust.sequence WHERE position = 0)"
                + " WHERE position = 299");
        checkFinds("row-altered", "299");
        bed.test.owner("DELETE FROM trust.sequence WHERE position = 5");
        checkFinds("row-missing", "5");
    }

    @Test
    void whatIsAlteredOnTheDiskIsFoundAndItsPlaceTold() throws IOException {
        bed.append(300);
        bed.sequencer.drain();
        Path log = bed.ledgerFolder().resolve("log-1");

        flip(log.resolve("tile/1/000.p/1"), 3);
        checkFinds("tile-altered", "tile/1/000.p/1");
        flip(log.resolve("tile/0/001.p/44"), 32 * 4);
        checkFinds("entry-hash", "260");
        Files.delete(log.resolve("tile/entries/000"));
        checkFinds("tile-missing", "tile/entries/000");
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup.restored", "record.restored"})
    void aRestoreIsAnEarlierLogAndSaysWhatItLost(String type) {
        bed.append(5);
        bed.sequencer.drain();
        String origin = bed.published().key().name();
        bed.record(Event.of(new EventType(type)).detail(origin + "/9"));
        bed.test.owner("INSERT INTO trust.log (number, origin, vkey, first_position, begun_at, reason, before_size)"
                + " SELECT 2, 'log.fourfold/00000000000000000000000000000002', vkey, 5, begun_at, 'restored', 5"
                + " FROM trust.log");

        assertThat(integrity.standing().earlier()).singleElement().satisfies(earlier -> {
            assertThat(earlier.name()).isEqualTo(origin);
            assertThat(earlier.kept()).isEqualTo(5);
            assertThat(earlier.lost()).isEqualTo(OptionalLong.of(4));
        });
    }

    @Test
    void entriesThatWaitTooLongForASignatureAreIllWhileUnlockedAndACheckThatIsOldIsSaid() {
        RecordHealth health = new RecordHealth(integrity, bed.sequencer, bed);
        bed.append(1);
        bed.sequencer.drain();
        assertThat(states(health))
                .containsExactly(HealthCheck.State.WELL, HealthCheck.State.WELL, HealthCheck.State.CAREFUL);
        assertThat(check().fault()).isEmpty();
        assertThat(states(health)).containsOnly(HealthCheck.State.WELL);

        bed.keyring.lock();
        bed.sequencer.drain();
        bed.now = bed.now.plus(Duration.ofMinutes(11));
        assertThat(states(health).getFirst()).isEqualTo(HealthCheck.State.CAREFUL);
        bed.keyring.unlock(RecordBed.PASSPHRASE.toCharArray());
        assertThat(states(health).getFirst()).isEqualTo(HealthCheck.State.ILL);
        bed.sequencer.drain();
        bed.test.owner("UPDATE trust.event SET type = 'test.other' WHERE type = 'test.done'");
        assertThat(check().fault()).isPresent();
        assertThat(states(health).get(1)).isEqualTo(HealthCheck.State.ILL);
        bed.now = bed.now.plus(Duration.ofDays(40));
        assertThat(states(health).get(2)).isEqualTo(HealthCheck.State.CAREFUL);
    }

    private static List<HealthCheck.State> states(RecordHealth health) {
        return health.check().stream().map(HealthCheck.Finding::state).toList();
    }
}
