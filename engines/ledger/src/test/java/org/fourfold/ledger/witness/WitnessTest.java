package org.fourfold.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.LogStore;
import org.fourfold.ledger.store.TileSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness cosigns what grew, and nothing that contradicts what it saw. */
class WitnessTest {

    private static final FastEd25519 CHECK = new FastEd25519();
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder = Path.of("");

    private final SigningKey log = SigningKey.draw("log.example/one", VerifierKey.Type.NOTE, RANDOM);
    private final SigningKey key = SigningKey.draw("witness.example/w", VerifierKey.Type.COSIGNATURE, RANDOM);

    private LogStore open(String name) throws Exception {
        return LogStore.open(folder.resolve(name), 0, log.verifier(), CHECK);
    }

    private SignedCheckpoint grow(LogStore store, String word, int entries) throws IOException {
        List<byte[]> added = IntStream.range(0, entries)
                .mapToObj(i -> (word + i).getBytes(StandardCharsets.UTF_8))
                .toList();
        SignedCheckpoint signed =
                log.sign(store.append(added).checkpoint(log.verifier().name()));
        store.publish(signed);
        return signed;
    }

    /** What the log shows outside: no entry among it. */
    private Path shown(String name, SignedCheckpoint checkpoint) throws IOException {
        Path shown = folder.resolve(name + "-shown-" + checkpoint.checkpoint().size());
        long copied = new Mirror(TileSource.folder(folder.resolve(name)), shown).update(checkpoint);
        assertThat(copied).isPositive();
        assertThat(shown.resolve("tile/entries")).doesNotExist();
        return shown;
    }

    private static TileSource at(Path shown) {
        return TileSource.folder(shown);
    }

    private Witness witness() {
        return new Witness(folder.resolve("state"), key, CHECK);
    }

    @Test
    void aLogThatGrowsIsCosignedEachTimeAndTheCosignatureHolds() throws Exception {
        LogStore store = open("log");
        long before = 0;
        for (int entries : new int[] {1, 2, 253, 1, 300, 66_000}) {
            SignedCheckpoint checkpoint = grow(store, "entry", entries);
            Sighting sighting = witness().look(at(shown("log", checkpoint)), log.verifier(), NOW);
            assertThat(sighting).isInstanceOf(Sighting.Consistent.class);
            Sighting.Consistent consistent = (Sighting.Consistent) sighting;
            assertThat(consistent.sizeBefore()).isEqualTo(before);
            assertThat(consistent.cosigned().cosignedBy(key.verifier(), CHECK))
                    .isEqualTo(new SignedCheckpoint.Cosigned(SignedCheckpoint.Finding.GOOD, NOW));
            before = checkpoint.checkpoint().size();
        }
    }

    @Test
    void aForkIsFoundOutAndBothStoriesAreKept() throws Exception {
        LogStore one = open("one");
        LogStore other = open("other");
        assertThat(witness().look(at(shown("one", grow(one, "a", 300))), log.verifier(), NOW))
                .isInstanceOf(Sighting.Consistent.class);
        for (int entries : new int[] {300, 100}) {
            SignedCheckpoint forked = grow(other, "b", entries);
            Sighting sighting = witness().look(at(shown("other", forked)), log.verifier(), NOW);
            assertThat(sighting).isInstanceOf(Sighting.Forked.class);
        }
        Path memory = new Memory(folder.resolve("state"), log.verifier()).folder();
        try (var files = Files.list(memory)) {
            assertThat(files.filter(file -> String.valueOf(file.getFileName()).startsWith("fork-")))
                    .hasSize(3);
        }
        assertThat(witness().latest(log.verifier()).orElseThrow().checkpoint().size())
                .isEqualTo(300);
    }

    @Test
    void aLogThatShrankIsNotCosigned() throws Exception {
        LogStore store = open("log");
        Path early = shown("log", grow(store, "a", 5));
        assertThat(witness().look(at(shown("log", grow(store, "b", 5))), log.verifier(), NOW))
                .isInstanceOf(Sighting.Consistent.class);

        assertThat(witness().look(at(early), log.verifier(), NOW)).isInstanceOf(Sighting.Shrunk.class);
    }

    @Test
    void damagedTilesOrAnothersCheckpointSayNothingAgainstTheLog() throws Exception {
        LogStore store = open("log");
        assertThat(witness().look(at(shown("log", grow(store, "a", 5))), log.verifier(), NOW))
                .isInstanceOf(Sighting.Consistent.class);
        Path shown = shown("log", grow(store, "b", 5));
        Path tile = shown.resolve("tile/0/000.p/10");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[200] ^= 1;
        Files.write(tile, bytes);
        assertThat(witness().look(at(shown), log.verifier(), NOW))
                .isEqualTo(new Sighting.Unreadable(Sighting.Why.TILES));
        Files.delete(tile);
        assertThat(witness().look(at(shown), log.verifier(), NOW))
                .isEqualTo(new Sighting.Unreadable(Sighting.Why.TILES));
        SigningKey another = SigningKey.draw("log.example/one", VerifierKey.Type.NOTE, RANDOM);
        assertThat(witness().look(at(shown), another.verifier(), NOW))
                .isEqualTo(new Sighting.Unreadable(Sighting.Why.CHECKPOINT));
        Files.delete(shown.resolve("checkpoint"));
        assertThat(witness().look(at(shown), log.verifier(), NOW))
                .isEqualTo(new Sighting.Unreadable(Sighting.Why.CHECKPOINT));
    }

    @Test
    void aMirrorTakesNoTileThatIsNotComputedFromTheRowBelow() throws Exception {
        LogStore store = open("log");
        SignedCheckpoint checkpoint = grow(store, "a", 700);
        Path tile = folder.resolve("log/tile/1/000.p/2");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[40] ^= 1;
        Files.write(tile, bytes);
        Path mirror = folder.resolve("mirror");

        assertThatThrownBy(() -> new Mirror(TileSource.folder(folder.resolve("log")), mirror).update(checkpoint))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("row 1");
        assertThat(mirror.resolve("checkpoint")).doesNotExist();
    }
}
