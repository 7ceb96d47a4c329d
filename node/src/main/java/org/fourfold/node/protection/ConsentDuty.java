package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.frame.CaseFileId;

/**
 * Something that a file's owner has to see to about consent.
 *
 * @param ends when a consent that holds ends; empty where somebody who received something has to be told that it was taken back
 */
public record ConsentDuty(CaseFileId file, FileNumber number, Optional<Instant> ends) {

    /** Whether a recipient has to be told. */
    public boolean tell() {
        return ends.isEmpty();
    }
}
