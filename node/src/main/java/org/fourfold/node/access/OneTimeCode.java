package org.fourfold.node.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A code that works once, to be shown once: only its hash is kept.
 *
 * @param text four groups of four letters and digits, 80 random bits
 * @param expiresAt when it stops working; recovery codes do not expire
 */
public record OneTimeCode(String text, Optional<Instant> expiresAt) {

    @Override
    public String toString() {
        return "a one-time code";
    }
}
