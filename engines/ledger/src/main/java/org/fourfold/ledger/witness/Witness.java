package org.fourfold.ledger.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.ledger.tree.ConsistencyProof;
import org.fourfold.ledger.witness.Sighting.Consistent;
import org.fourfold.ledger.witness.Sighting.Forked;
import org.fourfold.ledger.witness.Sighting.Shrunk;
import org.fourfold.ledger.witness.Sighting.Unreadable;

/**
 * Looks at a log now and then, and says with its own key: this grew out of everything I saw of it before. The log is a
 * folder with its checkpoint and hash tiles, brought on a medium or fetched from a static host.
 *
 * <p>Threads: not safe. A state folder has one witness, or two could cosign two stories.
 */
public final class Witness {

    private static final int CHECKPOINT_BYTES_MAX = 65_536;

    private final Path state;
    private final SigningKey key;
    private final SignatureCheck check;

    /** With what it remembers, and the key that cosigns. */
    public Witness(Path state, SigningKey key, SignatureCheck check) {
        this.state = state;
        this.key = key;
        this.check = check;
    }

    /** What was seen last of a log. */
    public Optional<SignedCheckpoint> latest(VerifierKey log) throws IOException {
        return new Memory(state, log).latest();
    }

    /**
     * Looks at what a log shows now. What it cosigns is remembered before this returns.
     *
     * @param shown a folder with {@code checkpoint} and hash tiles
     */
    public Sighting look(Path shown, VerifierKey log, Instant now) throws IOException {
        Optional<SignedCheckpoint> read = checkpoint(shown, log);
        if (read.isEmpty()) {
            return new Unreadable("checkpoint");
        }
        Memory memory = new Memory(state, log);
        Optional<SignedCheckpoint> before = memory.latest();
        SignedCheckpoint next = read.get();
        try {
            Optional<Sighting> against = before.flatMap(seen -> contradiction(seen, next, shown));
            if (against.isPresent()) {
                if (against.get() instanceof Forked forked) {
                    memory.keepEvidence(forked.seen(), forked.shown());
                }
                return against.get();
            }
            if (before.isEmpty()
                    && !new TileReader(shown, next.checkpoint().size())
                            .root()
                            .equals(next.checkpoint().root())) {
                return new Unreadable("tiles");
            }
        } catch (UncheckedIOException missing) {
            return new Unreadable("tiles");
        }
        memory.remember(next);
        return new Consistent(
                key.cosign(next, now),
                before.map(seen -> seen.checkpoint().size()).orElse(0L));
    }

    private Optional<SignedCheckpoint> checkpoint(Path shown, VerifierKey log) throws IOException {
        Path file = shown.resolve("checkpoint");
        try {
            if (Files.size(file) > CHECKPOINT_BYTES_MAX) {
                return Optional.empty();
            }
            return SignedCheckpoint.parse(Files.readAllBytes(file))
                    .filter(found -> found.checkpoint().origin().equals(log.name())
                            && found.signedBy(log, check) == SignedCheckpoint.Finding.GOOD);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What speaks against cosigning; empty where the later grew out of the earlier. */
    private static Optional<Sighting> contradiction(SignedCheckpoint seen, SignedCheckpoint next, Path shown) {
        long from = seen.checkpoint().size();
        long to = next.checkpoint().size();
        if (to < from) {
            return Optional.of(new Shrunk(seen, next));
        }
        boolean grew = from == 0
                ? new TileReader(shown, to).root().equals(next.checkpoint().root())
                : from == to
                        ? seen.checkpoint().root().equals(next.checkpoint().root())
                        : ConsistencyProof.make(from, to, new TileReader(shown, to))
                                .holds(
                                        seen.checkpoint().root(),
                                        next.checkpoint().root());
        if (grew) {
            return Optional.empty();
        }
        // Tiles that do not even yield the root that the log signed prove nothing against it.
        boolean isItsTree =
                new TileReader(shown, to).root().equals(next.checkpoint().root());
        return Optional.of(isItsTree || from == to ? new Forked(seen, next) : new Unreadable("tiles"));
    }
}
