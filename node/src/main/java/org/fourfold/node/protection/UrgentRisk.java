package org.fourfold.node.protection;

import java.time.Instant;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;

/** A danger that everybody who helps this person must know of now. */
public record UrgentRisk(UUID id, Instant raised, MemberId by, String reason, Instant until) {

    /** The longest reason, in characters. */
    public static final int REASON_MAX = 1_000;

    /** A risk is looked at anew after so many hours at the latest. */
    public static final int HOURS_MAX = 24 * 14;

    @Override
    public String toString() {
        return "urgent risk " + id;
    }
}
