package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fourfold.ledger.note.NoteSignature;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.SignedNote;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.ledger.witness.ShownPlace;
import org.fourfold.node.trust.WitnessFinding;

/** Whether what a witness shows is a checkpoint of this log with its cosignature. */
public final class CosignatureCheck {

    private static final FastEd25519 CHECK = new FastEd25519();

    private final VerifierKey log;
    private final TileReader tiles;

    /** Of a log as it was published. */
    public CosignatureCheck(VerifierKey log, TileReader tiles) {
        this.log = log;
        this.tiles = tiles;
    }

    /**
     * What was found.
     *
     * @param checkpoint for a finding that vouches, or a fork: with the log's signature and the witness's, and no other
     * @param seen when the witness says it saw it
     */
    public record Found(WitnessFinding finding, Optional<SignedCheckpoint> checkpoint, Instant seen) {

        static Found of(WitnessFinding finding) {
            return new Found(finding, Optional.empty(), Instant.EPOCH);
        }
    }

    /** Looks at its place. */
    public Found look(String place, VerifierKey witness) {
        Optional<ShownPlace> shown = ShownPlace.parse(place);
        if (shown.isEmpty()) {
            return Found.of(WitnessFinding.AWAY);
        }
        try {
            return check(shown.get().of(log.name()).read("checkpoint"), witness);
        } catch (NoSuchFileException nothing) {
            return Found.of(WitnessFinding.NOTHING);
        } catch (IOException away) {
            return Found.of(WitnessFinding.AWAY);
        }
    }

    /** Checks a note that was brought. A fork is one only with the log's own signature: anything else proves nothing. */
    public Found check(byte[] bytes, VerifierKey witness) {
        Optional<SignedCheckpoint> read = SignedCheckpoint.parse(bytes, log, CHECK);
        if (read.isEmpty()) {
            return Found.of(WitnessFinding.UNUSABLE);
        }
        SignedCheckpoint.Cosigned cosigned = read.get().cosignedBy(witness, CHECK);
        if (cosigned.finding() != SignedCheckpoint.Finding.GOOD) {
            return Found.of(WitnessFinding.UNUSABLE);
        }
        WitnessFinding finding = isOurs(read.get()) ? WitnessFinding.VOUCHES : WitnessFinding.FORKED;
        return new Found(finding, Optional.of(only(read.get(), witness)), cosigned.seen());
    }

    private boolean isOurs(SignedCheckpoint checkpoint) {
        long size = checkpoint.checkpoint().size();
        return size <= tiles.size()
                && tiles.rootAt(size).equals(checkpoint.checkpoint().root());
    }

    private SignedCheckpoint only(SignedCheckpoint checkpoint, VerifierKey witness) {
        SignedNote note = checkpoint.note();
        return new SignedCheckpoint(
                new SignedNote(
                        note.text(),
                        note.signatures().stream()
                                .filter(line -> line.isOf(log) || line.isOf(witness))
                                .toList()),
                checkpoint.checkpoint());
    }

    /** The same checkpoint with all these lines, each once. */
    public static SignedCheckpoint together(SignedCheckpoint one, SignedCheckpoint other) {
        List<NoteSignature> more = other.note().signatures().stream()
                .filter(line -> !one.note().signatures().contains(line))
                .toList();
        SignedNote note = one.note();
        for (NoteSignature line : more) {
            note = note.with(line);
        }
        return new SignedCheckpoint(note, one.checkpoint());
    }
}
