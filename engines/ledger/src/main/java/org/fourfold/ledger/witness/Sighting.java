package org.fourfold.ledger.witness;

import java.time.Instant;
import org.fourfold.ledger.note.SignedCheckpoint;

/** What a look at a log found. */
public sealed interface Sighting {

    /**
     * The log grew out of what was seen before, or is the same. The checkpoint bears the cosignature.
     *
     * @param since when this size was first seen: a log that stays the same for long has fallen silent
     */
    record Consistent(SignedCheckpoint cosigned, long sizeBefore, Instant since) implements Sighting {}

    /** The log shows less than it once did: an old copy, or it was set back. Nothing is cosigned. */
    record Shrunk(SignedCheckpoint seen, SignedCheckpoint shown) implements Sighting {}

    /** The log tells another story than before. Both checkpoints are signed by its key: that is the evidence. */
    record Forked(SignedCheckpoint seen, SignedCheckpoint shown) implements Sighting {}

    /** Nothing can be said of the log. */
    record Unreadable(Why why) implements Sighting {}

    /** Why a log could not be looked at. */
    enum Why {
        /** There is no place, or it does not answer. */
        AWAY,
        /** There is no checkpoint of this log's key. */
        CHECKPOINT,
        /** Tiles are missing or do not yield the checkpoint's root. */
        TILES
    }
}
