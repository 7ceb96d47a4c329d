package org.fourfold.node.trust;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Gives every recorded event its one place: contiguous positions from 0 to committed events, in batches of one commit each,
 * within a second. Identity numbers may have gaps (a rolled-back transaction leaves one); positions never have. The
 * sequenced time never runs back.
 *
 * <p>One at a time: each batch holds an advisory lock for its transaction, so two sequencers only take turns. The Merkle
 * log belongs into {@link #batch}: leaves are written there, before the commit that gives the positions.
 */
public final class Sequencer implements AutoCloseable {

    public static final int BATCH_MAX = 1_000;
    public static final Duration BEAT = Duration.ofMillis(400);

    private final Database database;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService thread;
    private volatile @Nullable RuntimeException lastFailure;

    public Sequencer(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Gives positions to everything that is committed now; how many. Called before the web opens. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public long drain() {
        long all = 0;
        int sequenced;
        do {
            sequenced = database.asNode(this::batch);
            all += sequenced;
        } while (sequenced == BATCH_MAX);
        return all;
    }

    /** Goes on by itself until closed. A failure is kept for {@code doctor} and tried again at the next beat. */
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sequencer").factory());
        var _ = started.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** What the last beat failed with, if it did. */
    public Optional<RuntimeException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.close();
            thread = null;
        }
    }

    private void beat() {
        try {
            drain();
            lastFailure = null;
        } catch (RuntimeException failure) {
            // The scheduler would stop for good; the database may be coming back.
            lastFailure = failure;
        }
    }

    private int batch(Tx tx) {
        boolean waiting = tx.sql("SELECT EXISTS (SELECT 1 FROM trust.pending)").one((rs, n) -> rs.getBoolean(1));
        if (!waiting) {
            return 0;
        }
        tx.sql("SELECT pg_advisory_xact_lock(4664, 1)").run();
        return tx.sql("""
                WITH last AS (
                    SELECT coalesce(max(position) + 1, 0) AS next, max(sequenced_at) AS at
                    FROM (SELECT position, sequenced_at FROM trust.sequence ORDER BY position DESC LIMIT 1) AS newest
                ), batch AS (
                    DELETE FROM trust.pending
                    WHERE entry IN (SELECT entry FROM trust.pending ORDER BY entry LIMIT :batch)
                    RETURNING entry
                )
                INSERT INTO trust.sequence (position, entry, sequenced_at)
                SELECT last.next + row_number() OVER (ORDER BY batch.entry) - 1, batch.entry,
                       greatest(last.at, :now)
                FROM batch, last
                """).with("batch", BATCH_MAX).with("now", clock.instant()).update();
    }
}
