package org.fourfold.ledger.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.ledger.store.TileSource;
import org.fourfold.ledger.tree.ConsistencyProof;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.witness.Sighting.Consistent;
import org.fourfold.ledger.witness.Sighting.Forked;
import org.fourfold.ledger.witness.Sighting.Shrunk;
import org.fourfold.ledger.witness.Sighting.Unreadable;
import org.fourfold.ledger.witness.Sighting.Why;

/**
 * Looks at a log now and then, and says with its own key: this grew out of everything I saw of it before. The log is shown
 * as its checkpoint and hash tiles, brought on a medium or fetched from a static host; of the tiles only those at its edge
 * are read.
 *
 * <p>Threads: not safe. A state folder has one witness, or two could cosign two stories.
 */
public final class Witness {

    private final Path state;
    private final SigningKey key;
    private final SignatureCheck check;

    /** With what it remembers, and the key that cosigns. */
    public Witness(Path state, SigningKey key, SignatureCheck check) {
        this.state = state;
        this.key = key;
        this.check = check;
    }

    /** What was seen last of a log, as it was cosigned when it was first seen. */
    public Optional<SignedCheckpoint> latest(VerifierKey log) throws IOException {
        return new Memory(state, log).latest();
    }

    /** Looks at what a log shows now. What it cosigns is remembered before this returns. */
    public Sighting look(TileSource shown, VerifierKey log, Instant now) throws IOException {
        Memory memory = new Memory(state, log);
        Optional<SignedCheckpoint> before = memory.latest();
        SignedCheckpoint next;
        try {
            Optional<SignedCheckpoint> read = checkpoint(shown, log);
            if (read.isEmpty()) {
                return new Unreadable(Why.CHECKPOINT);
            }
            next = read.get();
        } catch (IOException away) {
            return new Unreadable(Why.AWAY);
        }
        try {
            Optional<Sighting> against = against(before, next, shown);
            if (against.isPresent()) {
                if (against.get() instanceof Forked forked) {
                    memory.keepEvidence(forked.seen(), forked.shown());
                }
                return against.get();
            }
        } catch (UncheckedIOException missing) {
            return new Unreadable(Why.TILES);
        }
        return cosign(memory, before, next, now);
    }

    private Sighting cosign(Memory memory, Optional<SignedCheckpoint> before, SignedCheckpoint next, Instant now)
            throws IOException {
        SignedCheckpoint cosigned = key.cosign(next, now);
        Optional<SignedCheckpoint> same =
                before.filter(seen -> seen.checkpoint().equals(next.checkpoint()));
        if (same.isEmpty()) {
            memory.remember(cosigned);
        }
        SignedCheckpoint.Cosigned first = same.orElse(cosigned).cosignedBy(key.verifier(), check);
        return new Consistent(
                cosigned, before.map(seen -> seen.checkpoint().size()).orElse(0L), first.seen());
    }

    private Optional<SignedCheckpoint> checkpoint(TileSource shown, VerifierKey log) throws IOException {
        try {
            return SignedCheckpoint.parse(shown.read("checkpoint"), log, check);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<Sighting> against(
            Optional<SignedCheckpoint> before, SignedCheckpoint next, TileSource shown) {
        if (before.isPresent()) {
            return contradiction(before.get(), next, shown);
        }
        return isItsTree(next, shown) ? Optional.empty() : Optional.of(new Unreadable(Why.TILES));
    }

    /** What speaks against cosigning; empty where the later grew out of the earlier. */
    private static Optional<Sighting> contradiction(SignedCheckpoint seen, SignedCheckpoint next, TileSource shown) {
        long from = seen.checkpoint().size();
        long to = next.checkpoint().size();
        Hash root = next.checkpoint().root();
        if (to < from) {
            return Optional.of(new Shrunk(seen, next));
        }
        if (from == to) {
            return seen.checkpoint().root().equals(root) ? Optional.empty() : Optional.of(new Forked(seen, next));
        }
        boolean grew = from == 0
                ? isItsTree(next, shown)
                : ConsistencyProof.make(from, to, new TileReader(shown, to))
                        .holds(seen.checkpoint().root(), root);
        if (grew) {
            return Optional.empty();
        }
        // Tiles that do not even yield the root that the log signed prove nothing against it.
        return Optional.of(isItsTree(next, shown) ? new Forked(seen, next) : new Unreadable(Why.TILES));
    }

    private static boolean isItsTree(SignedCheckpoint checkpoint, TileSource shown) {
        return new TileReader(shown, checkpoint.checkpoint().size())
                .root()
                .equals(checkpoint.checkpoint().root());
    }
}
