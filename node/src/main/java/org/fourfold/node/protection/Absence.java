package org.fourfold.node.protection;

import java.time.Instant;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;

/**
 * Somebody who sleeps here is out.
 *
 * @param expected when they meant to be back
 * @param agreed what was agreed for the case that they are not; empty where nothing was
 * @param noted who wrote it down
 */
public record Absence(UUID id, Instant out, Instant expected, String agreed, MemberId noted) {

    public boolean isMissing(Instant now) {
        return expected.isBefore(now);
    }

    @Override
    public String toString() {
        return "absence " + id;
    }
}
