package org.fourfold.node.ground;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Work of the node's own that comes back by itself, on a thread of its own. A turn that fails is tried again at the next: the
 * database or the disk may be coming back, which other findings tell. Threads: safe.
 */
public final class Beat implements AutoCloseable {

    private final ScheduledExecutorService thread;

    private Beat(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    /**
     * Begins.
     *
     * @param name of the thread
     * @param first how long until the first turn
     * @param between from the end of a turn to the next
     */
    public static Beat start(String name, Duration first, Duration between, Runnable work) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var _ = thread.scheduleWithFixedDelay(
                () -> turn(work), first.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
        return new Beat(thread);
    }

    private static void turn(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // A scheduler that was thrown at would not come back.
        }
    }

    /** Waits for a turn that runs, then there are no more. */
    @Override
    public void close() {
        thread.close();
    }

    /** Interrupts a turn that runs: for work that waits for somebody else. */
    public void stop() {
        thread.shutdownNow();
    }
}
