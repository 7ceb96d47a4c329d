package org.fourfold.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.LogStore;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.ledger.store.TileSource;
import org.fourfold.ledger.witness.Sighting.Consistent;
import org.fourfold.ledger.witness.Sighting.Unreadable;
import org.fourfold.ledger.witness.Sighting.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness's folder: its key, the logs it looks at, by a folder or a static host, and what it shows of them itself. */
class WitnessFolderTest {

    private static final FastEd25519 CHECK = new FastEd25519();
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder = Path.of("");

    private final SigningKey log = SigningKey.draw("log.example/one", VerifierKey.Type.NOTE, RANDOM);
    private VerifierKey witness = log.verifier();

    @BeforeEach
    void makesItsKey() throws IOException {
        witness = WitnessFolder.create(state(), "witness.example/w", RANDOM);
    }

    private Path state() {
        return folder.resolve("state");
    }

    private Path house() {
        return folder.resolve("house");
    }

    private LogStore open(String name) throws Exception {
        return LogStore.open(folder.resolve(name), 0, log.verifier(), CHECK);
    }

    /** The log grows, and its house shows that. */
    private void grow(String name, LogStore store, int entries) throws IOException {
        List<byte[]> added = IntStream.range(0, entries)
                .mapToObj(i -> (name + i).getBytes(StandardCharsets.UTF_8))
                .toList();
        SignedCheckpoint signed =
                log.sign(store.append(added).checkpoint(log.verifier().name()));
        store.publish(signed);
        long copied = new Mirror(TileSource.folder(folder.resolve(name)), shown(house())).update(signed);
        assertThat(copied).isPositive();
    }

    private Path shown(Path place) {
        return place.resolve(ShownPlace.prefix(log.verifier().name()));
    }

    private Sighting look(String place, Instant now) throws IOException {
        try (WitnessFolder opened = WitnessFolder.open(state())) {
            opened.watch(WatchedLog.of(log.verifier().toString(), place).orElseThrow());
            assertThat(opened.logs()).hasSize(1);
            return opened.look(opened.logs().getFirst(), CHECK, now);
        }
    }

    @Test
    void whatItCosignedItShowsWithAMirrorOfTheHashes() throws Exception {
        LogStore store = open("one");
        for (int entries : new int[] {3, 300, 66_000}) {
            grow("one", store, entries);
            assertThat(look(house().toString(), NOW)).isInstanceOf(Consistent.class);
        }
        Path mirror = shown(state().resolve("shown"));
        SignedCheckpoint shown = SignedCheckpoint.parse(Files.readAllBytes(mirror.resolve("checkpoint")))
                .orElseThrow();
        assertThat(shown.signedBy(log.verifier(), CHECK)).isEqualTo(SignedCheckpoint.Finding.GOOD);
        assertThat(shown.cosignedBy(witness, CHECK).seen()).isEqualTo(NOW);
        assertThat(new TileReader(mirror, 66_303).root())
                .isEqualTo(shown.checkpoint().root());
        assertThat(mirror.resolve("tile/0/000")).exists();
        assertThat(mirror.resolve("tile/0/000.p")).doesNotExist();
        assertThat(mirror.resolve("tile/entries")).doesNotExist();
    }

    @Test
    void aLogThatStaysTheSameIsCosignedAnewAndSaidToBeSoSinceThen() throws Exception {
        grow("one", open("one"), 3);
        assertThat(look(house().toString(), NOW)).isInstanceOf(Consistent.class);
        Instant later = NOW.plus(Duration.ofDays(9));

        Consistent found = (Consistent) look(house().toString(), later);

        assertThat(found.since()).isEqualTo(NOW);
        assertThat(found.cosigned().cosignedBy(witness, CHECK).seen()).isEqualTo(later);
    }

    @Test
    void aForkIsNotShown() throws Exception {
        grow("one", open("one"), 300);
        assertThat(look(house().toString(), NOW)).isInstanceOf(Consistent.class);
        byte[] before = Files.readAllBytes(shown(state().resolve("shown")).resolve("checkpoint"));
        Files.move(house(), folder.resolve("before"));
        grow("other", open("other"), 400);

        assertThat(look(house().toString(), NOW)).isInstanceOf(Sighting.Forked.class);
        assertThat(shown(state().resolve("shown")).resolve("checkpoint")).hasBinaryContent(before);
    }

    @Test
    void aStaticHostIsAsGoodAsAFolder() throws Exception {
        Files.createDirectories(house());
        HttpServer host = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), house(), SimpleFileServer.OutputLevel.NONE);
        host.start();
        String address = "http://localhost:" + host.getAddress().getPort();
        try {
            assertThat(look(address, NOW)).isEqualTo(new Unreadable(Why.CHECKPOINT));
            grow("one", open("one"), 700);
            assertThat(look(address + "/", NOW)).isInstanceOf(Consistent.class);
            Files.write(shown(house()).resolve("checkpoint"), new byte[ShownPlace.FILE_BYTES_MAX + 1]);
            assertThat(look(address, NOW)).isEqualTo(new Unreadable(Why.AWAY));
        } finally {
            host.stop(0);
        }
        assertThat(look(address, NOW)).isEqualTo(new Unreadable(Why.AWAY));
    }

    @Test
    void onlyOneLooksFromAFolderAtATime() throws Exception {
        try (WitnessFolder _ = WitnessFolder.open(state())) {
            assertThatThrownBy(() -> WitnessFolder.open(state())).hasMessageContaining("under way");
        }
        WitnessFolder.open(state()).close();
    }

    @Test
    void itsKeyIsDrawnOnceAndReadByNobodyElse() throws Exception {
        assertThatThrownBy(() -> WitnessFolder.create(state(), "witness.example/again", RANDOM))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state().resolve("witness.key"))))
                .isEqualTo("rw-------");
        try (WitnessFolder opened = WitnessFolder.open(state())) {
            assertThat(opened.key()).isEqualTo(witness);
        }
        Files.writeString(state().resolve("witness.key"), witness + "\nAAAA\n");
        assertThatThrownBy(() -> WitnessFolder.open(state())).hasMessageContaining("damaged");
    }

    @Test
    void aPlaceIsAWholePathOrAPlainAddress() {
        for (String good : List.of("/media/stick", "https://example.org/log", "http://10.0.0.7:8080/")) {
            assertThat(ShownPlace.parse(good)).as(good).isPresent();
        }
        for (String bad : List.of(
                "",
                "log",
                "../log",
                "ftp://example.org/",
                "https://me:secret@example.org/",
                "https://example.org/?q=1",
                "https:///nowhere",
                "http://a b/")) {
            assertThat(ShownPlace.parse(bad)).as(bad).isEmpty();
        }
    }
}
