package org.fourfold.node.frame;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One counter over all modules' pools: each pool may grow to {@link Database#CONNECTIONS_MAX}, all together to
 * {@link #ALL_MAX}, so that PostgreSQL stays small and no module starves another for long.
 */
public final class Permits {

    public static final int ALL_MAX = 24;

    private final Semaphore semaphore = new Semaphore(ALL_MAX, true);
    private final Duration patience;

    public Permits(Duration patience) {
        this.patience = patience;
    }

    void acquire() {
        try {
            if (!semaphore.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(Problem.of("frame.database-busy"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of("frame.database-busy"));
        }
    }

    void release() {
        semaphore.release();
    }
}
