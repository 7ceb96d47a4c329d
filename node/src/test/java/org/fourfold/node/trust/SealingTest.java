package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fourfold.ledger.verify.Verifier;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.fourfold.node.trust.internal.AgeFile;
import org.fourfold.node.trust.internal.BackupIdentity;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.internal.OrganisationKeyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed holds for two verifiers that were written apart, without the node, and one changed byte is seen by both. */
@Tag("database")
class SealingTest {

    private static final Actor OFFICER = new Actor(
            RecordBed.ACTOR.member(), Role.PRIVACY_OFFICER, Purpose.OVERSIGHT, RecordBed.ACTOR.organisation());

    private final RecordBed bed = new RecordBed();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() {
        bed.close();
    }

    private Sealing sealing() {
        return new Sealing(bed.trust, bed.keyring, bed.ledger, bed.sequencer, new Home(bed.folder), bed);
    }

    private Sealing.Order plain(String name, Optional<UUID> about) {
        return new Sealing.Order(folder.resolve(name), about, Sealing.For.ANYBODY, Optional.empty(), false);
    }

    /** What the last line of a verifier says, told to be without network by being given none. */
    private static String java(Path bag) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream told = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            int code = Verifier.run(new String[] {bag.toString()}, Map.of("LANG", "en"), told, told);
            String last = out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
            assertThat(code).isEqualTo(last.endsWith("holds") ? 0 : 1);
            return last;
        }
    }

    private static String process(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return told.lines().toList().getLast();
    }

    /** The other verifier, from inside the bag; what the first says where there is no Python, and says so. */
    private String python(Path bag) throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "python3")));
        if (!there) {
            System.out.println("no python3 in PATH: sealed bags are checked by one verifier only");
            return java(bag);
        }
        Path program = Files.isDirectory(bag) ? bag.resolve("verify.py") : folder.resolve("whole/verify.py");
        return process(folder, "python3", "-I", program.toString(), bag.toString());
    }

    private void refused(String code, Sealing.Order order) {
        assertThatThrownBy(() -> sealing().seal(OFFICER, order))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    @Test
    void theWholeLogIsSealedWithItsEarlierDaysAndBothVerifiersSayItHolds() throws Exception {
        bed.append(300);
        bed.sequencer.drain();
        bed.now = bed.now.plus(Duration.ofDays(1));
        bed.append(300);
        bed.sequencer.drain();
        bed.append(1);

        Sealing.Sealed sealed = sealing().seal(OFFICER, plain("whole", Optional.empty()));

        assertThat(sealed.size()).as("what was done and that it was sealed").isEqualTo(602);
        assertThat(sealed.entries()).isEqualTo(602);
        Path bag = sealed.bag();
        assertThat(java(bag)).isEqualTo("fourfold-verify 1 holds");
        assertThat(python(bag)).isEqualTo("fourfold-verify 1 holds");
        assertThat(process(
                        bag,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "verify.jar",
                        "."))
                .isEqualTo("fourfold-verify 1 holds");
        assertThat(bag.resolve("data/earlier")).isDirectoryContaining("glob:**/300.checkpoint");
        assertThat(bag.resolve("data/earlier")).isDirectoryContaining("glob:**/600.checkpoint");
        assertThat(bag.resolve("data/opened")).doesNotExist();
        for (String page : List.of("README.html", "LEAME.html")) {
            assertThat(Files.readString(bag.resolve(page)))
                    .contains(sealed.origin(), sealed.fingerprint().substring(0, 4) + " ")
                    .doesNotContain("{{", "<script");
        }
        refused("trust.bag-exists", plain("whole", Optional.empty()));
    }

    @Test
    void aBagWithOneChangedByteIsRefusedByBothForTheSameReason() throws Exception {
        bed.append(20);
        Sealing.Sealed sealed = sealing().seal(OFFICER, plain("whole", Optional.empty()));
        List<Path> files;
        try (Stream<Path> all = Files.walk(sealed.bag())) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("verify."))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(8);
        List<String> told = new ArrayList<>();
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            byte[] bad = good.clone();
            bad[bad.length / 2] ^= 1;
            Files.write(file, bad);
            String said = java(sealed.bag());
            assertThat(said).as(file.toString()).startsWith("fourfold-verify 1 fault ");
            assertThat(python(sealed.bag())).as(file.toString()).isEqualTo(said);
            told.add(said);
            Files.write(file, good);
        }
        assertThat(told).anyMatch(said -> said.contains("bag.digest"));
    }

    @Test
    void aCaseIsSealedWithWhatItsEntriesSayAndNothingOfTheRest() throws Exception {
        UUID subject = UUID.randomUUID();
        bed.append(5);
        bed.record(Event.of(RecordBed.DONE).about(subject).sealed(Ciphertext.of(new byte[] {1, 2, 3})));
        bed.append(5);
        bed.sequencer.drain();
        var _ = sealing().seal(OFFICER, plain("whole", Optional.empty()));

        Sealing.Sealed sealed = sealing().seal(OFFICER, plain("case.zip", Optional.of(subject)));

        assertThat(sealed.entries()).as("the entry and that it was sealed").isEqualTo(2);
        assertThat(java(sealed.bag())).isEqualTo("fourfold-verify 1 holds");
        assertThat(python(sealed.bag())).isEqualTo("fourfold-verify 1 holds");
        refused("trust.seal-nothing", plain("other.zip", Optional.of(UUID.randomUUID())));
    }

    @Test
    void whatWasErasedIsSealedWithoutWhatItSaidAndHolds() throws Exception {
        CaseFileId file = CaseFileId.random(RecordBed.RANDOM);
        FileKey key = bed.keyring.create(file);
        bed.protection.write(RecordBed.ACTOR, tx -> {
            key.keep(tx);
            tx.record(Event.of(RecordBed.DONE).about(file.value()));
            return true;
        });
        bed.sequencer.drain();
        bed.protection.write(RecordBed.ACTOR, tx -> {
            tx.record(Event.of(RecordBed.DONE).about(file.value()));
            return bed.keyring.destroy(tx, file);
        });
        bed.sequencer.drain();

        Sealing.Sealed sealed = sealing().seal(OFFICER, plain("erased", Optional.of(file.value())));

        assertThat(sealed.entries()).isEqualTo(3);
        try (Stream<Path> opened = Files.list(sealed.bag().resolve("data/opened"))) {
            assertThat(opened.map(path -> path.getFileName().toString())).containsExactly("2.json");
        }
        assertThat(java(sealed.bag())).isEqualTo("fourfold-verify 1 holds");
    }

    @Test
    void withoutPlainOnlyTheOrganisationsIdentityOpensIt() throws Exception {
        bed.append(3);
        Sealing.Order order = new Sealing.Order(
                folder.resolve("bag.zip.age"), Optional.empty(), Sealing.For.ORGANISATION, Optional.empty(), false);
        Path bag = sealing().seal(OFFICER, order).bag();

        assertThat(java(bag)).contains("fault bag.unreadable");
        KeyFolder keys = new KeyFolder(bed.folder.resolve("keys"));
        byte[] organisation = OrganisationKeyFile.parse(
                        keys.read(OrganisationKeyFile.NAME).orElseThrow())
                .open(RecordBed.PASSPHRASE.toCharArray(), new Argon2id());
        var identity = BackupIdentity.parse(keys.read(BackupIdentity.NAME).orElseThrow())
                .reader(organisation);
        Path opened = folder.resolve("opened.zip");
        try (InputStream source = Files.newInputStream(bag);
                InputStream clear = AgeFile.read(source, identity)) {
            Files.copy(clear, opened);
        }
        assertThat(java(opened)).isEqualTo("fourfold-verify 1 holds");
    }

    @Test
    void theSameLogOnTheSameDayGivesTheSameBytes() throws IOException {
        bed.append(10);
        bed.sequencer.drain();
        Ledger.Published published = bed.published();
        Path first = sealing()
                .write(plain("first.zip", Optional.empty()), Optional.empty(), published)
                .bag();
        Path second = sealing()
                .write(plain("second.zip", Optional.empty()), Optional.empty(), published)
                .bag();

        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    @Test
    void nobodySealsTheWholeLogWithoutAnOfficeForItNorWhileTheNodeIsLocked() {
        bed.append(1);
        assertThatThrownBy(() -> sealing().seal(RecordBed.ACTOR, plain("bag", Optional.empty())))
                .isInstanceOf(RefusedException.class);
        bed.keyring.lock();
        assertThatThrownBy(() -> sealing().seal(OFFICER, plain("bag", Optional.empty())))
                .isInstanceOf(LockedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whereItCannotBeWrittenNothingIsLeft() {
        bed.append(1);
        refused("trust.bag-not-written", plain("no such folder/bag", Optional.empty()));
        refused("trust.bag-not-written", plain("no such folder/bag.zip", Optional.empty()));
        assertThat(folder).isEmptyDirectory();
        refused(
                "trust.recipient-unusable",
                new Sealing.Order(
                        folder.resolve("bag.age"),
                        Optional.empty(),
                        Sealing.For.PERSON,
                        Optional.of("age1short"),
                        false));
    }
}
