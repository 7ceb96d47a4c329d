package org.fourfold.ledger.witness;

import org.fourfold.ledger.note.SignedCheckpoint;

/** What a look at a log found. */
public sealed interface Sighting {

    /** The log grew out of what was seen before, or is the same. The checkpoint bears the cosignature. */
    record Consistent(SignedCheckpoint cosigned, long sizeBefore) implements Sighting {}

    /** The log shows less than it once did: an old copy, or it was set back. Nothing is cosigned. */
    record Shrunk(SignedCheckpoint seen, SignedCheckpoint shown) implements Sighting {}

    /** The log tells another story than before. Both checkpoints are signed by its key: that is the evidence. */
    record Forked(SignedCheckpoint seen, SignedCheckpoint shown) implements Sighting {}

    /** There is no checkpoint of this log's key, or tiles are missing or do not yield its root. Nothing is said of the log. */
    record Unreadable(String what) implements Sighting {}
}
