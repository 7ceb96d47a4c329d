package org.fourfold.node.access;

import java.time.Instant;
import java.util.UUID;

/** A device that was paired and not revoked. */
public record Device(UUID id, String label, Instant pairedAt, Instant lastSeenAt) {

    /** The longest label kept, in characters. */
    public static final int LABEL_LENGTH_MAX = 80;
}
