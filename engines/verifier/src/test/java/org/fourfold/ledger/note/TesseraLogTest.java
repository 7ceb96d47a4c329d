package org.fourfold.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fourfold.ledger.Vectors;
import org.fourfold.ledger.tile.EntryBundle;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Frontier;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;
import org.junit.jupiter.api.Test;

/** A log that another program wrote: transparency-dev/tessera, testdata/log. */
class TesseraLogTest {

    @Test
    void everyCheckpointIsRecomputedFromBundlesAndTiles() throws IOException {
        Path log = Vectors.require("tlog-tiles/tessera-log");
        for (int size = 0; size <= 15; size++) {
            byte[] bytes = Files.readAllBytes(log.resolve("checkpoint." + size));
            SignedCheckpoint read = SignedCheckpoint.parse(bytes).orElseThrow();
            assertThat(read.bytes()).isEqualTo(bytes);
            Checkpoint checkpoint = read.checkpoint();
            assertThat(checkpoint.size()).isEqualTo(size);
            Frontier frontier = new Frontier();
            if (size > 0) {
                byte[] tile = Files.readAllBytes(log.resolve(TilePath.hashes(0, 0, size)));
                List<byte[]> entries = EntryBundle.read(Files.readAllBytes(log.resolve(TilePath.entries(0, size))))
                        .orElseThrow();
                assertThat(entries).hasSize(size);
                for (int i = 0; i < size; i++) {
                    Hash leaf = new TreeHasher().leaf(entries.get(i));
                    assertThat(leaf.isAt(tile, i * Hash.BYTES)).isTrue();
                    frontier.append(leaf);
                }
            }
            assertThat(frontier.root()).as("size " + size).isEqualTo(checkpoint.root());
        }
    }
}
