package org.fourfold.node.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Database;
import org.fourfold.node.trust.internal.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Gives every recorded event its one place: contiguous positions from 0 to committed events, in batches of one commit each,
 * within a second. Identity numbers may have gaps (a rolled-back transaction leaves one); positions never have. The
 * sequenced time never runs back.
 *
 * <p>One at a time: each batch holds an advisory lock for its transaction, so two sequencers only take turns. Then the {@link
 * Ledger} follows: tiles and checkpoint. Before the organisation has keys there is no log, and everything waits.
 */
public final class Sequencer implements AutoCloseable {

    public static final int BATCH_MAX = 1_000;
    public static final Duration BEAT = Duration.ofMillis(250);

    /** After so many batches a checkpoint covers them, however many more wait. */
    static final int BATCHES_MAX = 4;

    /** How often members' pseudonyms of old are looked for. */
    private static final Duration SEALING = Duration.ofHours(1);

    private final Database database;
    private final Ledger ledger;
    private final PseudonymTable pseudonyms;
    private final InstantSource clock;
    private final RandomGenerator random;
    private Instant sealedAt = Instant.EPOCH;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable RuntimeException lastFailure;

    public Sequencer(
            Database database, Ledger ledger, PseudonymTable pseudonyms, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.ledger = ledger;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.random = random;
    }

    /** Gives positions to everything that is committed now; how many. Called before the web opens. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public long drain() {
        if (!ledger.begin()) {
            return 0;
        }
        long all = 0;
        long placed;
        do {
            placed = place();
            all += placed;
            // On an idle beat there is nothing to write, to sign or to forget.
            if (placed > 0 || !ledger.isSettled()) {
                ledger.follow();
                pseudonyms.forget();
            }
        } while (placed == BATCHES_MAX * BATCH_MAX);
        return all;
    }

    private long place() {
        long all = 0;
        for (int batch = 0; batch < BATCHES_MAX; batch++) {
            int some = database.asNode(tx -> new Batch(tx, clock.instant(), random).run(BATCH_MAX));
            all += some;
            if (some < BATCH_MAX) {
                break;
            }
        }
        return all;
    }

    /** Goes on by itself until closed. A failure is kept for {@code doctor} and tried again at the next beat. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("sequencer").start(this::goOn);
        }
    }

    private void goOn() {
        try {
            Duration rest;
            do {
                long begun = System.nanoTime();
                beat();
                rest = lastFailure == null ? BEAT.minusNanos(System.nanoTime() - begun) : BEAT;
                // A beat that took longer than one has left others waiting: the next begins at once.
            } while (!closing.await(rest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException nobodyElseStopsIt) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the last beat failed with, if it did. */
    public Optional<RuntimeException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** An orderly stop leaves nothing waiting, if it can be helped. */
    @Override
    public synchronized void close() {
        Thread running = thread;
        if (running == null || closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        try {
            running.join();
            beat();
        } catch (InterruptedException stoppedItself) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            drain();
            sealWhatIsOld();
            lastFailure = null;
        } catch (RuntimeException failure) {
            // The database may be coming back.
            lastFailure = failure;
        }
    }

    private void sealWhatIsOld() {
        Instant now = clock.instant();
        if (now.isAfter(sealedAt.plus(SEALING)) && pseudonyms.sealOld()) {
            sealedAt = now;
        }
    }
}
