package org.fourfold.node.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.internal.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Gives every recorded event its one place: contiguous positions from 0 to committed events, in batches of one commit each,
 * within a second. Identity numbers may have gaps (a rolled-back transaction leaves one); positions never have. The
 * sequenced time never runs back; that the clock did is itself recorded, once until it has caught up.
 *
 * <p>One at a time: each batch holds an advisory lock for its transaction, so two sequencers only take turns. Then the {@link
 * Ledger} follows: tiles and checkpoint. Before the organisation has keys there is no log, and everything waits.
 */
public final class Sequencer implements AutoCloseable {

    public static final int BATCH_MAX = 1_000;
    public static final Duration BEAT = Duration.ofMillis(250);

    /** After so many batches a checkpoint covers them, however many more wait. */
    static final int BATCHES_MAX = 4;

    /** A time server moves a clock by less. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private static final EventType CLOCK_BACK = new EventType("record.clock-back");

    /** How often members' pseudonyms of old are looked for. */
    private static final Duration SEALING = Duration.ofHours(1);

    private final Database database;
    private final Ledger ledger;
    private final PseudonymTable pseudonyms;
    private final InstantSource clock;
    private final RandomGenerator random;
    private Instant sealedAt = Instant.EPOCH;
    private boolean clockBack;
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
                // What was erased waits for no disk but the database's.
                pseudonyms.forget();
                ledger.follow();
            }
        } while (placed == BATCHES_MAX * BATCH_MAX);
        return all;
    }

    private long place() {
        long all = 0;
        for (int batch = 0; batch < BATCHES_MAX; batch++) {
            int some = database.asNode(this::batch);
            all += some;
            if (some < BATCH_MAX) {
                break;
            }
        }
        return all;
    }

    private int batch(Tx tx) {
        Batch batch = new Batch(tx, clock.instant(), random);
        int sequenced = batch.run(BATCH_MAX);
        boolean back = batch.behind().compareTo(CLOCK_TOLERANCE) > 0;
        if (back && !clockBack) {
            tx.record(Event.of(CLOCK_BACK).count(batch.behind().toSeconds()));
        }
        clockBack = sequenced == 0 ? clockBack : back;
        return sequenced;
    }

    /**
     * Drains, then goes on by itself until closed. A failure is kept for {@code doctor} and tried again at the next beat; so
     * is, from the beginning, a ledger's disk that takes no writes: everything has its place before this returns.
     */
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        try {
            drain();
        } catch (ProblemException failure) {
            if (ledger.fault().isEmpty()) {
                throw failure;
            }
            lastFailure = failure;
        }
        thread = Thread.ofPlatform().daemon().name("sequencer").start(this::goOn);
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

    /** What the last beat failed with, where it did and a person can mend it. */
    public Optional<Problem> fault() {
        return lastFailure instanceof ProblemException failure
                ? Optional.of(failure.problems().getFirst())
                : Optional.empty();
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
