package org.fourfold.node.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.fourfold.node.ground.Beat;
import org.jspecify.annotations.Nullable;

/**
 * Locks the node when nobody used it for a while and when the machine slept, and turns the epoch when it is due. A sleep
 * shows as time that passed on the wall clock and not on the monotonic one, which stands still while Linux is suspended.
 */
public final class KeyWatch implements AutoCloseable {

    /** A night's shift writes more often than this; a laptop forgotten on a table does not. */
    public static final Duration IDLE_MAX = Duration.ofHours(2);

    /** More than any correction of the clock by its keeper, less than any sleep that matters. */
    public static final Duration SLEEP_MIN = Duration.ofSeconds(90);

    private static final Duration BEAT = Duration.ofSeconds(5);

    /** Longer than a browser's connection lives that nobody uses, with the page that it carried last. */
    private static final int SWEEPS = 6;

    private final Keyring keyring;
    private final InstantSource clock;
    private final LongSupplier monotonicNanos;
    private volatile Moment lastBeat;
    private volatile Moment lastUse;

    /** Only the beat counts these. */
    private int locksSeen;

    private int sweepsLeft;

    private @Nullable Beat beat;

    private record Moment(Instant wall, long monotonicNanos) {}

    public KeyWatch(Keyring keyring, InstantSource clock, LongSupplier monotonicNanos) {
        this.keyring = keyring;
        this.clock = clock;
        this.monotonicNanos = monotonicNanos;
        Moment begun = new Moment(clock.instant(), monotonicNanos.getAsLong());
        this.lastBeat = begun;
        this.lastUse = begun;
    }

    /** Somebody signed in uses the node. */
    public void used() {
        lastUse = now();
    }

    /** One look: locks or turns the epoch if it is time. */
    public void look() {
        Moment now = now();
        Moment before = lastBeat;
        lastBeat = now;
        Duration slept =
                Duration.between(before.wall(), now.wall()).minusNanos(now.monotonicNanos() - before.monotonicNanos());
        if (!keyring.isUnlocked()) {
            // Time spent locked is nobody's idleness: it must not lock what was unlocked a moment ago.
            lastUse = now;
            sweep();
            return;
        }
        long idleNanos = now.monotonicNanos() - lastUse.monotonicNanos();
        if (slept.compareTo(SLEEP_MIN) > 0 || idleNanos > IDLE_MAX.toNanos()) {
            keyring.lock();
            return;
        }
        keyring.rotateIfDue();
    }

    /**
     * After a lock the pages that were shown before it, and what was under way with a key, are taken off the heap as their
     * connections end; also after one that no beat saw unlocked before.
     */
    private void sweep() {
        int locks = keyring.locks();
        if (locks != locksSeen) {
            locksSeen = locks;
            sweepsLeft = SWEEPS;
        }
        if (sweepsLeft > 0) {
            sweepsLeft--;
            System.gc();
        }
    }

    public synchronized void start() {
        if (beat == null) {
            beat = Beat.start("key-watch", BEAT, BEAT, this::lookOrTryAgain);
        }
    }

    @Override
    public synchronized void close() {
        if (beat != null) {
            beat.close();
            beat = null;
        }
    }

    private void lookOrTryAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            // A turn of the epoch that met a database away goes on at the next beat.
            lastBeat = now();
        }
    }

    private Moment now() {
        return new Moment(clock.instant(), monotonicNanos.getAsLong());
    }
}
