package org.fourfold.node.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.trust.internal.LogCheck;
import org.jspecify.annotations.Nullable;

/**
 * Checks everything that was published, one check at a time, in the background: it can be left and come back to. What was
 * found is an event. Threads: safe.
 */
final class FullChecks implements AutoCloseable {

    static final EventType CHECKED = new EventType("record.checked");

    private final Database database;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("record-check").factory());
    private volatile @Nullable Running running;

    /** A check that was begun. */
    private static final class Running {
        private final Instant since;
        private final long all;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile long done;

        private Running(Instant since, long all) {
            this.since = since;
            this.all = all;
        }
    }

    FullChecks(Database trust, Ledger ledger, InstantSource clock) {
        this.database = trust;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How far the one that runs has come. */
    Optional<CheckProgress> progress() {
        Running present = running;
        return present == null
                ? Optional.empty()
                : Optional.of(new CheckProgress(present.done, present.all, present.since));
    }

    /** Begins one unless one runs, and waits so long for its end. Without a log there is nothing to do. */
    void start(Actor actor, Duration patience) {
        Optional<Running> present = ledger.latest().map(published -> begin(actor, published));
        try {
            if (present.isPresent() && present.get().ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Running begin(Actor actor, Ledger.Published published) {
        Running present = running;
        if (present != null) {
            return present;
        }
        Running begun =
                new Running(clock.instant(), published.checkpoint().checkpoint().size());
        running = begun;
        worker.execute(() -> {
            try {
                run(actor, published, begun);
            } finally {
                running = null;
                begun.ended.countDown();
            }
        });
        return begun;
    }

    private void run(Actor actor, Ledger.Published published, Running begun) {
        LogCheck check = new LogCheck(
                database, published.tiles(), published.checkpoint().checkpoint(), published.firstPosition());
        Optional<CheckResult.Fault> fault = check.run(done -> begun.done = done)
                .map(found -> new CheckResult.Fault(found.code().code(), found.place()));
        database.write(actor, tx -> {
            tx.record(Event.of(CHECKED)
                    .count(fault.isPresent() ? begun.done : begun.all)
                    .detail(fault.map(CheckResult.Fault::detail).orElse("holds")));
            return true;
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
