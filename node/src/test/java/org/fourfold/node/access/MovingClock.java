package org.fourfold.node.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
public final class MovingClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-05-03T14:00:00Z");

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
