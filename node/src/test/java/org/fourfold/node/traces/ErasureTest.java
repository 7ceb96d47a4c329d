package org.fourfold.node.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.TlogProof;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Cleared;
import org.fourfold.node.ground.RecoveryBed;
import org.fourfold.node.ground.TestRun;
import org.fourfold.node.protection.HtcdsChoice;
import org.fourfold.node.trust.Backup;
import org.fourfold.node.trust.Clearing;
import org.fourfold.node.trust.Integrity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/**
 * T8: persons in care whose every word is a canary are erased; then neither a word of theirs nor the wrapped key of their
 * file is anywhere: not in PostgreSQL's files and log segments, not in old backups opened with today's key file, not in the
 * log, exports, bags, drafts, messages or temporary files. What was proved before still is.
 */
@Tag("recovery")
@Timeout(1_800)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {

    private static final int PERSONS = Integer.getInteger("fourfold.erasure.persons", 4);
    private static final String PLANTED = "qzplantada00000000";
    private static final Actor OVERSEER = Refuge.outside(Role.TRUSTEE, Purpose.OVERSIGHT);
    private static final int PROOFS_MAX = 200;

    private final Path folder = TestRun.passableFolder("erasure");
    private final Path written = folder.resolve("written");
    private final Needles words = new Needles();
    private final Needles keys = new Needles();
    private final Needles kept = new Needles().word("planted", PLANTED);
    private final List<PersonInCare> erased = new ArrayList<>();
    private final List<byte[]> proofs = new ArrayList<>();
    private final List<Needles.Hit> before = new ArrayList<>();
    private final List<Needles.Hit> uncleared = new ArrayList<>();
    private final List<Needles.Hit> cleared = new ArrayList<>();
    private final List<Cleared> whileRead = new ArrayList<>();
    private Refuge refuge = Refuge.found(folder.resolve("home"));
    private final Map<String, Actor> members = refuge.members(List.of(
            new Refuge.Member("clara", Role.CASEWORKER, Optional.of("Casa"), false),
            new Refuge.Member("laura", Role.LAWYER, Optional.empty(), false),
            new Refuge.Member("berta", Role.CASEWORKER, Optional.of(PLANTED), false)));
    private final PersonInCare stays = new PersonInCare(refuge, members);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private String exportedBefore = "";

    @BeforeAll
    void liveAndErase() throws IOException, SQLException {
        Files.createDirectories(written);
        log.start();
        root().addAppender(log);
        tell();
        erase();
        Clearing clearing = refuge.clearing();
        RecoveryBed.checkpoint(refuge.ground.home());
        uncleared.addAll(keys.in(refuge.ground.home().data()));
        clearWhileSomebodyReads(clearing);
        clearing.run();
        cleared.addAll(keys.in(refuge.ground.home().path()));
        assertThat(clearing.state().oldest()).isEmpty();
        assertThat(clearing.state().last()).contains(Cleared.WHOLLY);
        goOn();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Until everything is told, with a backup while it was half told and one afterwards. */
    private void tell() throws IOException, SQLException {
        stays.begin();
        for (int i = 0; i < PERSONS; i++) {
            erased.add(new PersonInCare(refuge, members));
        }
        PersonInCare dropped = new PersonInCare(refuge, members).begin().sendTooLate("new/ID/contact");
        List<PersonInCare> opened =
                erased.stream().filter(each -> erased.indexOf(each) % 2 == 0).toList();
        for (PersonInCare each : opened) {
            each.begin().sendTooLate("new/ID/check");
            assertThat(each.leftOver()).contains(each.canaries.getFirst(), each.canaries.getLast());
        }
        refuge.backUp(folder.resolve("half-told.age"));
        stays.goOn();
        opened.forEach(PersonInCare::goOn);
        erased.stream().filter(each -> !opened.contains(each)).forEach(PersonInCare::comeFromElsewhere);
        remember(refuge.wrapped());
        refuge.keyring.turn();
        remember(refuge.wrapped());
        refuge.backUp(folder.resolve("told.age"));
        exportedBefore = export(new StringWriter()).toString();
        erased.add(dropped);
        look();
    }

    private void remember(List<byte[]> wrapped) {
        wrapped.forEach(each -> keys.secret("key " + Base64.getEncoder().encodeToString(each), each));
    }

    /** The controls, and proofs of what there is. */
    private void look() throws IOException {
        erased.forEach(each -> each.canaries.forEach(canary -> words.word(canary, canary)));
        refuge.sequencer.drain();
        RecoveryBed.analyze(refuge.ground.home());
        // The log loses at a checkpoint what the tables only then have.
        search();
        RecoveryBed.checkpoint(refuge.ground.home());
        search();
        try (Integrity integrity = refuge.integrity()) {
            long size = refuge.ledger
                    .latest()
                    .orElseThrow()
                    .checkpoint()
                    .checkpoint()
                    .size();
            for (long index = 0; index < size; index += Math.max(1, size / PROOFS_MAX)) {
                proofs.add(integrity.proof(OVERSEER, index).orElseThrow());
            }
        }
    }

    private void search() throws IOException {
        before.addAll(words.in(folder));
        before.addAll(keys.in(folder));
        before.addAll(kept.in(folder));
    }

    private void erase() {
        erased.removeLast().drop();
        erased.forEach(PersonInCare::erase);
        refuge.sequencer.drain();
    }

    /** A reader of the table is waited for a moment; a snapshot from before keeps dead rows alive. */
    private void clearWhileSomebodyReads(Clearing clearing) throws SQLException {
        for (String reads : List.of("trust.file_key", "trust.event")) {
            try (Connection reader = refuge.ground.databases().openBackup()) {
                reader.setAutoCommit(false);
                reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try (var statement = reader.createStatement()) {
                    assertThat(statement.execute("SELECT 1 FROM " + reads)).isTrue();
                    // The dead rows of an erasure that the reader may still see.
                    PersonInCare late = new PersonInCare(refuge, members).begin();
                    remember(refuge.wrapped());
                    late.drop();
                    clearing.run();
                    whileRead.add(clearing.state().last().orElseThrow());
                }
                reader.rollback();
            }
        }
    }

    /** What is written after the erasure. */
    private void goOn() throws IOException {
        refuge.sequencer.drain();
        try (Writer out = Files.newBufferedWriter(written.resolve("export.csv"))) {
            export(out);
        }
        refuge.seal(written.resolve("whole"), Optional.empty());
        refuge.seal(
                written.resolve("case"), Optional.of(erased.getFirst().file().value()));
        refuge.backUp(Files.createDirectory(written.resolve("backup")).resolve("body.age"));
        Files.write(
                written.resolve("said.txt"),
                log.list.stream()
                        .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                        .toList());
        RecoveryBed.checkpoint(refuge.ground.home());
    }

    private <T extends Writer> T export(T out) {
        HtcdsChoice everything = new HtcdsChoice(Set.copyOf(HtcdsChoice.offered()), true, Optional.empty(), true, true);
        refuge.protection.exportHtcds(java.util.Objects.requireNonNull(members.get("clara")), everything, out);
        return out;
    }

    @AfterAll
    void end() {
        System.out.printf(
                "%d persons, %d canaries, %d wrapped keys, %d proofs; found before clearing: %d keys in %d files%n",
                erased.size(),
                words().size(),
                keys.count(),
                proofs.size(),
                uncleared.stream().map(Needles.Hit::needle).distinct().count(),
                uncleared.stream().map(Needles.Hit::file).distinct().count());
        root().detachAppender(log);
        refuge.close();
        RecoveryBed.remove(folder);
    }

    @Test
    void everyPersonTold64CanariesAndTheOwnerReadThem() {
        assertThat(erased)
                .hasSize(PERSONS)
                .allSatisfy(person -> assertThat(person.canaries)
                        .hasSizeGreaterThanOrEqualTo(PersonInCare.CANARIES)
                        .doesNotHaveDuplicates());
        assertThat(words.of(exportedBefore.getBytes(StandardCharsets.UTF_8)))
                .containsAll(erased.get(1).canaries.subList(0, PersonInCare.CANARIES - 20));
    }

    @Test
    void beforeTheErasureTheSearchFoundWhatThereWasToFind() {
        assertThat(before).extracting(Needles.Hit::needle).doesNotContainAnyElementsOf(words());
        for (String place : List.of("home/data/base/", "home/data/pg_wal/")) {
            Set<String> found = before.stream()
                    .filter(hit -> hit.file().toString().startsWith(place))
                    .map(Needles.Hit::needle)
                    .collect(Collectors.toSet());
            assertThat(found).as(place).contains("planted").hasSizeGreaterThan(PERSONS);
        }
        assertThat(uncleared).as("deleted, and yet still there").hasSizeGreaterThan(PERSONS);
    }

    @Test
    void noWordOfThemIsAnywhere() {
        assertThat(words.in(folder)).isEmpty();
        assertThat(kept.in(folder))
                .extracting(hit -> hit.file().toString())
                .anySatisfy(file -> assertThat(file).startsWith("home/data/base/"));
    }

    @Test
    void theirWrappedKeysAreNowhereAndTheOthersAre() throws SQLException {
        assertThat(alive()).hasSize(1);
        for (List<Needles.Hit> found : List.of(cleared, keys.in(folder))) {
            assertThat(found).extracting(Needles.Hit::needle).hasSameElementsAs(alive());
        }
        assertThat(stays.seen()).contains(stays.canaries.getLast().substring(0, 4));
    }

    @Test
    void aTableThatSomebodyReadsIsClearedAtALaterBeat() {
        assertThat(whileRead).containsExactly(Cleared.NOT_YET, Cleared.NOT_YET);
    }

    @Test
    void anOldBackupWithTodaysKeysGivesBackEverythingButTheErased() throws SQLException {
        Path today = written.resolve("backup").resolve(Backup.KEYS_NAME);
        for (String body : List.of("half-told", "told")) {
            Path home = folder.resolve("from-" + body);
            try (Refuge again = Refuge.restored(home, folder.resolve(body + ".age"), today)) {
                assertThat(words.of(stays.in(again).leftOver().getBytes(StandardCharsets.UTF_8)))
                        .isEmpty();
                for (PersonInCare person : erased) {
                    assertThat(again.keyring.find(person.file())).isEmpty();
                    assertThatThrownBy(() -> person.in(again).seen()).isInstanceOf(RefusedException.class);
                }
                if (body.equals("told")) {
                    assertThat(stays.in(again).seen()).isEqualTo(stays.seen());
                }
                RecoveryBed.checkpoint(again.ground.home());
            }
            assertThat(words.in(home)).isEmpty();
            assertThat(keys.in(home)).extracting(Needles.Hit::needle).hasSameElementsAs(alive());
        }
    }

    @Test
    void everyOldProofStillHolds() throws IOException {
        VerifierKey key = refuge.ledger.latest().orElseThrow().key();
        assertThat(proofs).hasSizeGreaterThan(40);
        assertThat(proofs).allSatisfy(bytes -> {
            TlogProof proof = TlogProof.parse(bytes).orElseThrow();
            byte[] entry = Base64.getDecoder().decode(proof.extra());
            assertThat(proof.checkpoint().signedBy(key, new FastEd25519())).isEqualTo(SignedCheckpoint.Finding.GOOD);
            assertThat(proof.inclusion()
                            .holds(
                                    new TreeHasher().leaf(entry),
                                    proof.checkpoint().checkpoint().root()))
                    .isTrue();
            assertThat(refuge.ledger
                            .latest()
                            .orElseThrow()
                            .tiles()
                            .entry(proof.inclusion().index()))
                    .isEqualTo(entry);
        });
    }

    private Set<String> alive() throws SQLException {
        return refuge.wrapped().stream()
                .map(each -> "key " + Base64.getEncoder().encodeToString(each))
                .collect(Collectors.toSet());
    }

    private List<String> words() {
        return erased.stream().flatMap(each -> each.canaries.stream()).toList();
    }
}
