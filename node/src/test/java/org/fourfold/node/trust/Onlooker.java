package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.TileSource;
import org.fourfold.ledger.witness.Sighting;
import org.fourfold.ledger.witness.Witness;
import org.fourfold.node.trust.internal.LogKeyFile;

/**
 * Somebody outside with a witness's memory, who looks at the published tiles of a home's first log whenever it likes, the
 * node running or dead, and knows one thing of the node: the log's public key.
 */
final class Onlooker {

    private static final FastEd25519 CHECK = new FastEd25519();

    private final Path home;
    private final Witness witness;
    private long seen;

    Onlooker(Path home, Path memory) {
        this.home = home;
        this.witness = new Witness(
                memory,
                SigningKey.draw("witness.example/outside", VerifierKey.Type.COSIGNATURE, RecordBed.RANDOM),
                CHECK);
    }

    /** The log grew out of all that was ever seen of it, and the second store is not behind it; how large it is. */
    long look() {
        try {
            if (!Files.exists(home.resolve("ledger/log-1/checkpoint"))) {
                assertThat(seen).as("what was published is gone").isZero();
                return 0;
            }
            VerifierKey log = LogKeyFile.parse(
                            Files.readString(home.resolve("keys").resolve(LogKeyFile.NAME)))
                    .verifier();
            Sighting sighting = witness.look(TileSource.folder(home.resolve("ledger/log-1")), log, Instant.EPOCH);
            assertThat(sighting).isInstanceOf(Sighting.Consistent.class);
            seen = witness.latest(log).orElseThrow().checkpoint().size();
            SignedCheckpoint second = SignedCheckpoint.parse(
                            Files.readAllBytes(home.resolve("ledger/published/1.checkpoint")))
                    .orElseThrow();
            assertThat(second.signedBy(log, CHECK)).isEqualTo(SignedCheckpoint.Finding.GOOD);
            assertThat(second.checkpoint().size()).isGreaterThanOrEqualTo(seen);
            return seen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
