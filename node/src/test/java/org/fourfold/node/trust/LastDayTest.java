package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.GroundListener;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.ground.RecoveryBed;
import org.fourfold.node.ground.TestRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A whole home on a server of its own: its last day, and its data folder put back behind the record's back. */
@Tag("recovery")
class LastDayTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final InstantSource CLOCK = InstantSource.system();
    private static final EventType DONE = new EventType("test.done");
    private static final Actor ACTOR = new Actor(
            MemberId.random(RANDOM), Role.ADMINISTRATOR, Purpose.ADMINISTRATION, OrganisationId.random(RANDOM));
    private static final int CANARIES = 64;
    private static final String SIGN = "canary";
    private static final int CANARY_BYTES = 12;
    private static final int CANARY_LENGTH = SIGN.length() + 2 * CANARY_BYTES;

    private final Path folder = TestRun.passableFolder("last-day");

    private Ground ground(Home home) {
        Ground ground = Ground.open(home, Optional.empty(), CLOCK, RANDOM, new GroundListener() {
            @Override
            public void restarted() {}

            @Override
            public void lost(Problem problem) {}
        });
        ground.migrate(NodeKind.SHELTER.modules());
        return ground;
    }

    private static Keyring keyring(Ground ground) {
        Keyring keyring =
                new Keyring(ground.home().keys(), ground.databases().of("trust"), new Argon2id(), RANDOM, CLOCK);
        if (keyring.isInitialised()) {
            keyring.unlock(PASSPHRASE.toCharArray());
        } else {
            var _ = keyring.initialise(PASSPHRASE.toCharArray());
        }
        return keyring;
    }

    private void copy(Path from, Path to) throws IOException, InterruptedException {
        Process copy = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start();
        assertThat(copy.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(copy.exitValue()).isZero();
    }

    /** The files of a home or bag in which a canary can be read; the programs of PostgreSQL hold none. */
    private static List<String> filesWith(Path folder, List<String> canaries) throws IOException {
        Set<String> all = Set.copyOf(canaries);
        List<String> hits = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("server")))
                    .toList();
        }
        for (Path file : files) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (int at = bytes.indexOf(SIGN); at >= 0; at = bytes.indexOf(SIGN, at + 1)) {
                if (all.contains(bytes.substring(at, Math.min(bytes.length(), at + CANARY_LENGTH)))) {
                    hits.add(file.toString());
                }
            }
        }
        return hits;
    }

    /** So many in every kind of field, each sealed as a module seals it; the file's key is kept. */
    private static List<String> tell(Ground ground, Keyring keyring) {
        List<String> canaries = new ArrayList<>();
        CaseFileId file = CaseFileId.random(RANDOM);
        FileKey key = keyring.create(file);
        ground.databases().of("protection").write(ACTOR, tx -> {
            key.keep(tx);
            for (FieldGroup group : FieldGroup.values()) {
                for (int i = 1; i <= CANARIES; i++) {
                    byte[] drawn = new byte[CANARY_BYTES];
                    RANDOM.nextBytes(drawn);
                    String canary = SIGN + HexFormat.of().formatHex(drawn);
                    canaries.add(canary);
                    tx.record(Event.of(DONE)
                            .about(file.value())
                            .groups(Set.of(group))
                            .sealed(key.seal(group, new Revision(i), canary.getBytes(StandardCharsets.UTF_8))));
                }
            }
            return true;
        });
        return canaries;
    }

    @Test
    void afterTheLastDayTheBagHoldsAndNothingIsLeftInTheHome() throws Exception {
        Home home = RecoveryBed.home(folder.resolve("home"));
        Path taken = folder.resolve("taken");
        List<String> canaries;
        Sealing.Sealed sealed;
        try (Ground ground = ground(home)) {
            new NodeConfiguration(
                            NodeKind.SHELTER,
                            ACTOR.organisation(),
                            "Refugio",
                            ZoneId.of("America/Guatemala"),
                            Language.ES)
                    .write(home);
            Keyring keyring = keyring(ground);
            canaries = tell(ground, keyring);
            var trust = ground.databases().of("trust");
            Ledger ledger = new Ledger(trust, keyring, home.ledger(), CLOCK);
            Sequencer sequencer =
                    new Sequencer(trust, ledger, new PseudonymTable(trust, keyring, CLOCK), CLOCK, RANDOM);
            var _ = new Backup(ground.databases(), home, ground::rowCounts, CLOCK)
                    .write(ACTOR, home.backups().resolve("backup.age"));
            sealed = new Sealing(trust, keyring, ledger, sequencer, home, CLOCK)
                    .seal(
                            ACTOR,
                            new Sealing.Order(
                                    folder.resolve("bag"),
                                    Optional.empty(),
                                    Sealing.For.ANYBODY,
                                    Optional.empty(),
                                    true));
            byte[] page = new Inventory(trust, ledger, home, CLOCK).page(ACTOR, List.of(SealedBag.read(sealed.bag())));
            assertThat(new String(page, StandardCharsets.UTF_8))
                    .contains("Refugio", "backup.age", "fourfold-keys.age", "test.done", sealed.origin())
                    .contains(sealed.digest().substring(0, 4) + " "
                            + sealed.digest().substring(4, 8))
                    .contains("<svg class=\"qr\"")
                    .doesNotContain("{{", "<script", "http:", "https:");
        }
        // What somebody has who copied the disk before and gets no key after.
        copy(home.path(), taken);

        home.destroy();

        assertThat(home.path()).isEmptyDirectory();
        assertThat(SealedBag.read(sealed.bag()).entries()).hasValue(sealed.entries());
        assertThat(filesWith(sealed.bag(), canaries)).isEmpty();
        assertThat(canaries).hasSizeGreaterThan(CANARIES);
        var _ = Files.writeString(
                Files.createDirectory(folder.resolve("clear")).resolve("text"), "a" + canaries.get(7));
        assertThat(filesWith(folder.resolve("clear"), canaries))
                .as("what can be read is found")
                .hasSize(1);
        assertThat(filesWith(taken, canaries)).isEmpty();
    }

    @Test
    void anOlderDataFolderPutBackByHandIsRefusedAndThenDeclared() throws Exception {
        Home home = RecoveryBed.home(folder.resolve("home"));
        Path older = folder.resolve("older");
        String origin;
        try (Ground ground = ground(home)) {
            Keyring keyring = keyring(ground);
            append(ground, keyring);
            origin = new Ledger(ground.databases().of("trust"), keyring, home.ledger(), CLOCK)
                    .latest()
                    .orElseThrow()
                    .key()
                    .name();
        }
        copy(home.data(), older);
        try (Ground ground = ground(home)) {
            append(ground, keyring(ground));
        }
        FileSystemUtils.deleteRecursively(home.data());
        copy(older, home.data());
        try (Ground ground = ground(home)) {
            var trust = ground.databases().of("trust");
            Keyring keyring = keyring(ground);
            Ledger ledger = new Ledger(trust, keyring, home.ledger(), CLOCK);
            assertThatThrownBy(ledger::check)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problems().getFirst().code())
                                    .isEqualTo("trust.record-rolled-back"));
            keyring.lock();

            String published = new DeclaredRestore(trust, home, new Argon2id(), RANDOM, CLOCK)
                    .declare(ACTOR, PASSPHRASE.toCharArray());

            assertThat(published).isEqualTo(origin + "/2");
            Ledger again = new Ledger(trust, keyring, home.ledger(), CLOCK);
            again.check();
            assertThat(again.latest().orElseThrow().key().name()).isNotEqualTo(origin);
        }
    }

    private static void append(Ground ground, Keyring keyring) {
        ground.databases().of("protection").write(ACTOR, tx -> {
            tx.record(Event.of(DONE));
            return true;
        });
        RecordBed.sequencer(ground, keyring, CLOCK).drain();
    }
}
