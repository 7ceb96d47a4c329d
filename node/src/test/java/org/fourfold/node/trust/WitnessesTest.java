package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.ledger.verify.Verifier;
import org.fourfold.ledger.witness.ShownPlace;
import org.fourfold.ledger.witness.Sighting;
import org.fourfold.ledger.witness.WatchedLog;
import org.fourfold.ledger.witness.WitnessFolder;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.trust.web.WitnessHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who vouches for which size since when; who fell silent; and what happens when two stories are told. */
@Tag("database")
class WitnessesTest {

    private static final Actor ADMINISTRATOR = as(Role.ADMINISTRATOR);

    private final RecordBed bed = new RecordBed();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void somethingIsRecorded() throws IOException {
        bed.append(5);
        bed.sequencer.drain();
        VerifierKey key = WitnessFolder.create(outside(), "university.example/w1", RecordBed.RANDOM);
        witnesses().appoint(ADMINISTRATOR, appointment("University", key));
    }

    @AfterEach
    void close() {
        bed.close();
    }

    private static Actor as(Role role) {
        return new Actor(RecordBed.ACTOR.member(), role, Purpose.OVERSIGHT, RecordBed.ACTOR.organisation());
    }

    private Path outside() {
        return folder.resolve("outside");
    }

    private Path shown() {
        return folder.resolve("shown");
    }

    private Witnesses witnesses() {
        return new Witnesses(bed.trust, bed.ledger, shown(), bed, RecordBed.RANDOM);
    }

    private Witnesses.Appointment appointment(String name, VerifierKey key) {
        return new Witnesses.Appointment(
                name, key.toString(), outside().resolve("shown").toString(), 7);
    }

    /** A look from outside at what the house shows. */
    private Sighting look() throws IOException {
        try (WitnessFolder witness = WitnessFolder.open(outside())) {
            return witness.look(new WatchedLog(bed.published().key(), shown().toString()), new FastEd25519(), bed.now);
        }
    }

    private WitnessStanding standing() {
        return witnesses().standings(as(Role.SUPERVISOR)).getFirst();
    }

    private long size() {
        return bed.published().checkpoint().checkpoint().size();
    }

    private Path checkpointShownOutside() {
        return outside()
                .resolve("shown")
                .resolve(ShownPlace.prefix(bed.published().key().name()))
                .resolve("checkpoint");
    }

    @Test
    void aWitnessVouchesForTheSizeItSawSinceItSawIt() throws Exception {
        witnesses().beat();
        assertThat(standing().found()).isEqualTo(WitnessFinding.NOTHING);
        long seen = size();
        assertThat(look()).isInstanceOf(Sighting.Consistent.class);
        var since = bed.now;
        bed.append(300);
        bed.sequencer.drain();
        bed.now = bed.now.plus(Duration.ofHours(6));

        witnesses().beat();

        assertThat(standing().found()).isEqualTo(WitnessFinding.VOUCHES);
        assertThat(standing().vouched()).contains(new WitnessStanding.Vouched(seen, since, since));
        bed.sequencer.drain();
        assertThat(look()).isInstanceOf(Sighting.Consistent.class);
        witnesses().beat();
        assertThat(standing().vouched().orElseThrow().size()).isGreaterThan(seen + 300);
    }

    @Test
    void whatIsShownOutsideHasNoEntryAndNoName() throws Exception {
        witnesses().beat();
        try (var files = Files.walk(shown())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(shown().relativize(file).toString()).doesNotContain("entries");
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(RecordBed.DONE.code())
                        .doesNotContain("University");
            }
        }
    }

    @Test
    void whoSaysNothingForAWeekHasFallenSilent() throws Exception {
        witnesses().beat();
        assertThat(look()).isInstanceOf(Sighting.Consistent.class);
        witnesses().beat();
        assertThat(health()).isEqualTo(HealthCheck.State.WELL);
        bed.now = bed.now.plus(Duration.ofDays(8));
        witnesses().beat();
        assertThat(standing().isSilent(bed.now)).isTrue();
        assertThat(health()).isEqualTo(HealthCheck.State.ILL);
        // The same size seen again is a word from them.
        assertThat(look()).isInstanceOf(Sighting.Consistent.class);
        witnesses().beat();
        assertThat(standing().isSilent(bed.now)).isFalse();
    }

    private HealthCheck.State health() {
        return new WitnessHealth(witnesses(), bed).check().getFirst().state();
    }

    @Test
    void aCheckpointOfAnotherStoryWithThisLogsSignatureIsKeptAndTold() throws Exception {
        witnesses().beat();
        Hash other = new TreeHasher().leaf("another story".getBytes(StandardCharsets.UTF_8));
        for (long size : new long[] {2, size(), size() + 1000}) {
            SignedCheckpoint forged = bed.keyring
                    .logKey()
                    .sign(new Checkpoint(bed.published().key().name(), size, other));
            cosignedOutside(forged);
            witnesses().beat();
            assertThat(standing().found()).isEqualTo(WitnessFinding.FORKED);
        }
        witnesses().beat();

        assertThat(standing().vouched()).isEmpty();
        assertThat(standing().forks()).hasSize(3);
        assertThat(standing().forks().getFirst().note()).contains(other.base64());
        assertThat(health()).isEqualTo(HealthCheck.State.ILL);
        assertThat(recorded("record.witness-forked")).isEqualTo(3);
    }

    /** As if the witness had been shown this by a copy of the home. */
    private void cosignedOutside(SignedCheckpoint checkpoint) throws IOException {
        List<String> lines = Files.readAllLines(outside().resolve("witness.key"));
        try (SigningKey key = SigningKey.of(
                "university.example/w1",
                VerifierKey.Type.COSIGNATURE,
                java.util.Base64.getDecoder().decode(lines.get(1)))) {
            Files.createDirectories(checkpointShownOutside().getParent());
            Files.write(
                    checkpointShownOutside(), key.cosign(checkpoint, bed.now).bytes());
        }
    }

    private long recorded(String type) {
        return bed.trust.asNode(tx -> tx.sql("SELECT count(*) FROM trust.event WHERE type = :type")
                .with("type", type)
                .one((rs, n) -> rs.getLong(1)));
    }

    @Test
    void whatIsNotSignedByBothSaysNothing() throws Exception {
        witnesses().beat();
        SigningKey stranger = SigningKey.draw(bed.published().key().name(), VerifierKey.Type.NOTE, RecordBed.RANDOM);
        cosignedOutside(stranger.sign(bed.published().checkpoint().checkpoint()));
        witnesses().beat();
        assertThat(standing().found()).isEqualTo(WitnessFinding.UNUSABLE);
        Files.write(checkpointShownOutside(), bed.published().checkpoint().bytes());
        witnesses().beat();
        assertThat(standing().found()).isEqualTo(WitnessFinding.UNUSABLE);
        Files.writeString(checkpointShownOutside(), "no note");
        witnesses().beat();
        assertThat(standing().found()).isEqualTo(WitnessFinding.UNUSABLE);
        assertThat(standing().vouched()).isEmpty();
    }

    @Test
    void aCountersignatureIsTakenFromALetterToo() throws Exception {
        witnesses().beat();
        assertThat(look()).isInstanceOf(Sighting.Consistent.class);
        String letter =
                "\r\n" + Files.readString(checkpointShownOutside()).strip().replace("\n", "\r\n");

        assertThat(witnesses().take(ADMINISTRATOR, letter)).isEqualTo(WitnessFinding.VOUCHES);

        assertThat(standing().vouched()).isPresent();
        assertThatThrownBy(() -> witnesses().take(ADMINISTRATOR, letter.replace("1", "2")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("trust.witness-note");
    }

    @Test
    void aSealedBagNamesTheWitnessesAndHoldsForTheVerifier() throws Exception {
        witnesses().beat();
        assertThat(look()).isInstanceOf(Sighting.Consistent.class);
        witnesses().beat();
        Path bag = new Sealing(bed.trust, bed.keyring, bed.ledger, bed.sequencer, new Home(bed.folder), bed)
                .seal(
                        as(Role.PRIVACY_OFFICER),
                        new Sealing.Order(
                                folder.resolve("bag"), Optional.empty(), Sealing.For.ANYBODY, Optional.empty(), false))
                .bag();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream told = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            int code = Verifier.run(new String[] {bag.toString()}, Map.of("LANG", "en"), told, told);
            assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("university.example/w1");
    }

    @Test
    void onlyWhoAnswersForTheMachineAppointsAndOverseersSee() {
        assertThatThrownBy(() -> witnesses().standings(as(Role.CASEWORKER))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> witnesses().beat(as(Role.SUPERVISOR))).isInstanceOf(RefusedException.class);
        Witnesses.Appointment bad = new Witnesses.Appointment(" ", "no key", "nowhere", 91);
        assertThatThrownBy(() -> witnesses().appoint(as(Role.PRIVACY_OFFICER), bad))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> witnesses().appoint(ADMINISTRATOR, bad))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems())
                                .extracting(Problem::place)
                                .extracting(place -> ((Problem.Place.Field) place).name())
                                .containsExactly("name", "key", "place", "days"));
        Witnesses.Appointment again = appointment("Again", standing().key());
        assertThatThrownBy(() -> witnesses().appoint(ADMINISTRATOR, again)).hasMessage("trust.witness-there");
        witnesses().end(ADMINISTRATOR, standing().id());
        assertThat(witnesses().standing()).isEmpty();
    }

    @Test
    void theHouseShowsItselfAtFourHoursOfTheDayWhateverGoesOn() {
        WitnessBeat beat = new WitnessBeat(witnesses(), bed);
        beat.look();
        assertThat(shown()).doesNotExist();
        for (int hour = 11; hour < 11 + 24; hour++) {
            bed.now = bed.now.plus(Duration.ofHours(1));
            beat.look();
            beat.look();
        }
        assertThat(recorded("record.mirrored")).isEqualTo(4);
        beat.close();
    }
}
