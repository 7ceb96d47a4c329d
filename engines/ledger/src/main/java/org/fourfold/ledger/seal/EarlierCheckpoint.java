package org.fourfold.ledger.seal;

import java.util.List;
import org.fourfold.ledger.note.SignedCheckpoint;

/**
 * An earlier checkpoint for a bag.
 *
 * @param checkpoint as it was signed and cosigned then
 * @param stamps RFC 3161 responses over its bytes
 */
public record EarlierCheckpoint(SignedCheckpoint checkpoint, List<Source> stamps) {

    public EarlierCheckpoint {
        stamps = List.copyOf(stamps);
    }
}
