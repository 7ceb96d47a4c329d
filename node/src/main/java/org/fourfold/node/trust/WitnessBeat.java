package org.fourfold.node.trust;

import java.time.Duration;
import java.time.InstantSource;
import org.fourfold.node.ground.Beat;
import org.jspecify.annotations.Nullable;

/**
 * When the house shows itself outside: at the same four hours of every day (UTC), whatever is going on in it, so that the
 * moment tells nothing; a beat that the machine slept through is not made up for. A beat that fails is tried again a minute
 * later.
 */
public final class WitnessBeat implements AutoCloseable {

    static final Duration BEAT = Duration.ofHours(6);

    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Witnesses witnesses;
    private final InstantSource clock;
    private long done;
    private @Nullable Beat running;

    public WitnessBeat(Witnesses witnesses, InstantSource clock) {
        this.witnesses = witnesses;
        this.clock = clock;
        this.done = beat();
    }

    /** Shows and looks where a beat has come. */
    synchronized void look() {
        long now = beat();
        if (now != done) {
            witnesses.beat();
            done = now;
        }
    }

    private long beat() {
        return Math.floorDiv(clock.instant().getEpochSecond(), BEAT.toSeconds());
    }

    public synchronized void start() {
        if (running == null) {
            running = Beat.start("witnesses", LOOK, LOOK, this::look);
        }
    }

    @Override
    public void close() {
        Beat started;
        synchronized (this) {
            started = running;
            running = null;
        }
        if (started != null) {
            // A host that takes its time must not hold up the stop.
            started.stop();
        }
    }
}
