package org.fourfold.ledger.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.store.WholeFile;
import org.fourfold.ledger.tree.TreeHasher;

/**
 * What was seen last of one log: a file replaced whole, on the disk before a cosignature leaves the house; else a crash
 * could make a witness sign two stories.
 */
final class Memory {

    private static final String LATEST = "latest.checkpoint";

    private final Path folder;

    /** In a folder that is named after the log, as tlog-mirror names it. */
    Memory(Path state, VerifierKey log) {
        this.folder = state.resolve(name(log.name()));
    }

    /** SHA-256 of a log's origin, in lowercase hexadecimal digits. */
    static String name(String origin) {
        return HexFormat.of().formatHex(TreeHasher.sha256().digest(origin.getBytes(StandardCharsets.UTF_8)));
    }

    Path folder() {
        return folder;
    }

    /** As it was cosigned when it was first seen. */
    Optional<SignedCheckpoint> latest() throws IOException {
        Path file = folder.resolve(LATEST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file))
                .orElseThrow(() -> new IOException("what was seen last is damaged: " + file)));
    }

    void remember(SignedCheckpoint seen) throws IOException {
        write(LATEST, seen);
    }

    /** Two checkpoints that cannot both be true, under names that tell their sizes. Kept for ever. */
    void keepEvidence(SignedCheckpoint seen, SignedCheckpoint shown) throws IOException {
        write(evidence("seen", seen), seen);
        write(evidence("shown", shown), shown);
    }

    private static String evidence(String which, SignedCheckpoint checkpoint) {
        String root = checkpoint.checkpoint().root().hex().substring(0, 16);
        return "fork-" + checkpoint.checkpoint().size() + "-" + which + "-" + root + ".checkpoint";
    }

    private void write(String name, SignedCheckpoint checkpoint) throws IOException {
        WholeFile.write(folder, name, checkpoint.bytes());
    }
}
