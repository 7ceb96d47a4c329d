package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.TileSource;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.witness.Sighting;
import org.fourfold.ledger.witness.Witness;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * T3: whatever is put back or altered behind the record's back is refused, comes to the same record, is found by the check
 * of everything, or stands in the record. What nothing in the home can know, a witness tells who saw the later state.
 */
@Tag("database")
class RollbackTest {

    private static final int YESTERDAY = 5;
    private static final int TODAY = 10;
    private static final Actor OVERSEER =
            new Actor(RecordBed.ACTOR.member(), Role.TRUSTEE, Purpose.OVERSIGHT, RecordBed.ACTOR.organisation());

    private final RecordBed bed = new RecordBed();
    private final Path yesterday = bed.folder.resolve("yesterday");
    private final Path store = bed.ledgerFolder().resolve("published");
    private final Path tiles = bed.ledgerFolder().resolve("log-1");
    private final SigningKey cosigner =
            SigningKey.draw("witness.example/w", VerifierKey.Type.COSIGNATURE, RecordBed.RANDOM);
    private VerifierKey log;
    private Hash root;

    /** What is done to a record of ten entries, of which five are of yesterday. */
    interface Damage {
        void to(RollbackTest test) throws Exception;
    }

    /** What comes of it. */
    interface Outcome {
        void of(RollbackTest test) throws Exception;
    }

    private static Arguments when(String name, Damage damage, Outcome outcome) {
        return Arguments.of(Named.of(name, damage), outcome);
    }

    static Stream<Arguments> variants() {
        List<Arguments> all =
                Stream.concat(putBack(), Stream.concat(ofOthers(), altered())).toList();
        // Of each kind some; all of them: bench/run rollback.
        int step = "all".equals(System.getProperty("fourfold.rollbacks")) ? 1 : 3;
        return IntStream.range(0, all.size()).filter(place -> place % step == 0).mapToObj(all::get);
    }

    /** The store is a link to another disk, which is pulled out. */
    private void takeAway() throws IOException {
        FileSystemUtils.deleteRecursively(store);
        Files.createSymbolicLink(store, bed.folder.resolve("pulled-out"));
    }

    private static Stream<Arguments> putBack() {
        Outcome behind = test -> test.refused("trust.record-rolled-back");
        Outcome same = RollbackTest::comesToTheSameRecord;
        return Stream.of(
                when("the database of yesterday", RollbackTest::database, behind),
                when("the tiles of yesterday", test -> test.back("log-1"), same),
                when(
                        "the disk of the checkpoint store taken away",
                        RollbackTest::takeAway,
                        test -> test.refused("trust.second-store-away")),
                when("the checkpoint store of yesterday", test -> test.back("published"), same),
                when("the checkpoints of the days as of yesterday", test -> test.back("daily"), same),
                when("database and tiles of yesterday", test -> test.database("log-1"), behind),
                when("database and checkpoint store of yesterday", test -> test.database("published"), behind),
                when("tiles and checkpoint store of yesterday", test -> test.back("log-1", "published"), same),
                when(
                        "database, tiles and checkpoint store of yesterday, the days forgotten",
                        test -> test.database("log-1", "published"),
                        behind),
                when(
                        "database of yesterday, no checkpoint store",
                        test -> {
                            test.database();
                            test.gone(test.store);
                        },
                        behind),
                when(
                        "database of yesterday, neither tiles nor checkpoint store",
                        test -> {
                            test.database();
                            test.gone(test.store, test.tiles);
                        },
                        behind),
                when(
                        "a database from before the log, no checkpoint store",
                        test -> {
                            test.bed.test.owner("DELETE FROM trust.sequence; DELETE FROM trust.log;"
                                    + " INSERT INTO trust.pending SELECT entry FROM trust.event");
                            test.gone(test.store);
                        },
                        behind),
                when(
                        "the tail of the sequence cut off",
                        test -> test.bed.test.owner("DELETE FROM trust.sequence WHERE position >= 7"),
                        behind),
                when(
                        "the whole home of yesterday",
                        test -> test.database("log-1", "published", "daily"),
                        RollbackTest::onlyAWitnessKnows));
    }

    private static Stream<Arguments> ofOthers() {
        Outcome another = test -> test.refused("trust.checkpoint-damaged");
        Outcome same = RollbackTest::comesToTheSameRecord;
        return Stream.of(
                when("the database of another home", test -> {}, RollbackTest::refusesTheDatabaseOfAnother),
                when(
                        "the checkpoint of another log in the store",
                        test -> test.ofAnother("published/1.checkpoint"),
                        another),
                when(
                        "the checkpoint of another log beside the tiles",
                        test -> test.ofAnother("log-1/checkpoint"),
                        same),
                when("a partial tile of another log", test -> test.ofAnother("log-1/tile/0/000.p/10"), same),
                when(
                        "the log key of another home",
                        test -> test.ofAnother("../keys/log.key"),
                        test -> assertThatThrownBy(test::start).isInstanceOf(SealBrokenException.class)),
                when(
                        "no log key",
                        test -> Files.delete(test.bed.folder.resolve("keys/log.key")),
                        RollbackTest::theRecordSaysThatANewLogBegan));
    }

    private static Stream<Arguments> altered() {
        Outcome forked = test -> test.refused("trust.record-forked");
        return Stream.of(
                when(
                        "a row altered in the middle of the sequence",
                        RollbackTest::alterRow,
                        test -> test.found("row-altered", "4")),
                when(
                        "a row altered, the tiles gone",
                        test -> {
                            test.alterRow();
                            test.gone(test.tiles);
                        },
                        forked),
                when(
                        "a row altered, tiles and checkpoint store gone",
                        test -> {
                            test.alterRow();
                            test.gone(test.tiles, test.store);
                        },
                        forked),
                when(
                        "a row deleted in the middle of the sequence",
                        test -> test.bed.test.owner("DELETE FROM trust.sequence WHERE position = 4"),
                        test -> test.found("row-missing", "4")),
                when(
                        "two rows of the sequence swapped",
                        test -> test.bed.test.owner("UPDATE trust.sequence s SET leaf = o.leaf FROM trust.sequence o"
                                + " WHERE s.position IN (3, 4) AND o.position = 7 - s.position"),
                        test -> test.found("row-altered", "3")),
                when(
                        "an event altered",
                        test -> test.bed.test.owner("UPDATE trust.event SET row_count = 7 WHERE entry = 3"),
                        test -> test.found("event-altered", "2")),
                when(
                        "an entry altered that no checkpoint covers yet",
                        RollbackTest::alterUnsigned,
                        test -> test.found("event-altered", "11")),
                when(
                        "the first place of the log altered",
                        test -> test.bed.test.owner("UPDATE trust.log SET first_position = 1"),
                        test -> test.refused("trust.record-rolled-back")),
                when(
                        "the key of the log altered",
                        RollbackTest::alterKey,
                        test -> test.refused("trust.checkpoint-damaged")));
    }

    @BeforeEach
    void tenEntriesOfTwoDays() throws IOException {
        bed.append(YESTERDAY);
        bed.sequencer.drain();
        bed.test.owner("CREATE SCHEMA yesterday; CREATE TABLE yesterday.event AS TABLE trust.event;"
                + " CREATE TABLE yesterday.sequence AS TABLE trust.sequence;"
                + " CREATE TABLE yesterday.pseudonym AS TABLE trust.pseudonym;"
                + " CREATE TABLE yesterday.log AS TABLE trust.log");
        FileSystemUtils.copyRecursively(bed.ledgerFolder(), yesterday);
        bed.now = bed.now.plus(Duration.ofDays(1));
        bed.append(3);
        bed.sequencer.drain();
        bed.append(2);
        bed.sequencer.drain();
        log = bed.published().key();
        root = bed.published().tiles().root();
        assertThat(look()).isInstanceOf(Sighting.Consistent.class);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void isRefusedOrSeen(Damage damage, Outcome outcome) throws Exception {
        damage.to(this);
        outcome.of(this);
    }

    private void start() {
        bed.restart();
        bed.sequencer.drain();
    }

    private Sighting look() throws IOException {
        return new Witness(bed.folder.resolve("witness"), cosigner, new FastEd25519())
                .look(TileSource.folder(tiles), log, bed.now);
    }

    /** And nothing was published meanwhile. */
    private void refused(String code) throws IOException {
        Path kept = store.resolve("1.checkpoint");
        String before = Files.exists(kept) ? Files.readString(kept) : "";
        refuses(code, this::start);
        assertThat(Files.exists(kept) ? Files.readString(kept) : "").isEqualTo(before);
    }

    private static void refuses(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    private void comesToTheSameRecord() throws IOException {
        start();
        assertThat(bed.published().checkpoint().checkpoint().size()).isEqualTo(TODAY);
        assertThat(bed.published().tiles().root()).isEqualTo(root);
        assertThat(look()).isInstanceOf(Sighting.Consistent.class);
        check(Optional.empty());
    }

    private void found(String code, String place) {
        check(Optional.of(new CheckResult.Fault(code, place)));
    }

    private void check(Optional<CheckResult.Fault> fault) {
        bed.keyring.unlock(RecordBed.PASSPHRASE.toCharArray());
        start();
        try (Integrity integrity = new Integrity(bed.trust, bed.ledger, bed.keyring, bed)) {
            integrity.checkEverything(OVERSEER, Duration.ofSeconds(60));
            CheckResult check = integrity.glance(OVERSEER).lastCheck().orElseThrow();
            assertThat(check.fault()).isEqualTo(fault);
        }
    }

    private void onlyAWitnessKnows() throws IOException {
        start();
        assertThat(look()).isInstanceOf(Sighting.Shrunk.class);
        bed.append(TODAY);
        bed.sequencer.drain();
        assertThat(look()).isInstanceOf(Sighting.Forked.class);
    }

    private void theRecordSaysThatANewLogBegan() {
        bed.append(1);
        start();
        assertThat(bed.published().key()).isNotEqualTo(log);
        try (Integrity integrity = new Integrity(bed.trust, bed.ledger, bed.keyring, bed)) {
            assertThat(integrity.standing().earlier())
                    .singleElement()
                    .satisfies(earlier -> assertThat(earlier.name()).isEqualTo(log.name()));
        }
    }

    /** The database, and these folders of the ledger. */
    private void database(String... folders) throws IOException {
        bed.test.owner("DELETE FROM trust.sequence; DELETE FROM trust.pseudonym; DELETE FROM trust.event;"
                + " INSERT INTO trust.event OVERRIDING SYSTEM VALUE SELECT * FROM yesterday.event;"
                + " INSERT INTO trust.sequence SELECT * FROM yesterday.sequence;"
                + " INSERT INTO trust.pseudonym SELECT * FROM yesterday.pseudonym");
        back(folders);
    }

    private void back(String... folders) throws IOException {
        for (String folder : folders) {
            gone(bed.ledgerFolder().resolve(folder));
            FileSystemUtils.copyRecursively(
                    yesterday.resolve(folder), bed.ledgerFolder().resolve(folder));
        }
    }

    private void gone(Path... folders) {
        for (Path folder : folders) {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    /** A file of another home, which has as many entries, in the place of this one's. */
    private void ofAnother(String file) throws IOException {
        try (RecordBed other = new RecordBed()) {
            other.append(TODAY);
            other.sequencer.drain();
            Path target = bed.ledgerFolder().resolve(file);
            Files.write(target, Files.readAllBytes(other.ledgerFolder().resolve(file)));
        }
    }

    private void refusesTheDatabaseOfAnother() {
        try (RecordBed other = new RecordBed()) {
            other.append(TODAY);
            other.sequencer.drain();
            refuses(
                    "trust.checkpoint-damaged",
                    () -> new Ledger(other.trust, bed.keyring, bed.ledgerFolder(), bed).check());
        }
    }

    private void alterKey() {
        bed.test.owner("UPDATE trust.log SET vkey = '"
                + SigningKey.draw(log.name(), VerifierKey.Type.NOTE, RecordBed.RANDOM)
                        .verifier() + "'");
    }

    private void alterRow() {
        bed.test.owner("UPDATE trust.sequence SET leaf = (SELECT leaf FROM trust.sequence WHERE position = 3)"
                + " WHERE position = 4");
    }

    /** A locked node gives places and signs nothing. */
    private void alterUnsigned() {
        bed.keyring.lock();
        bed.append(2);
        bed.sequencer.drain();
        bed.test.owner("UPDATE trust.sequence SET leaf = (SELECT leaf FROM trust.sequence WHERE position = 10)"
                + " WHERE position = 11");
    }
}
