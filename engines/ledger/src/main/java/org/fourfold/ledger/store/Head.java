package org.fourfold.ledger.store;

import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.tree.Hash;

/** How far a log has come: its size and the root of its tree. */
public record Head(long size, Hash root) {

    /** What the log says of itself here. */
    public Checkpoint checkpoint(String origin) {
        return new Checkpoint(origin, size, root);
    }
}
