package org.fourfold.estimate.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Independent steps shared out among the threads of a {@link Run}. Each step writes at its own index and takes its chance from
 * its own stream, so who does which changes nothing.
 */
public final class Workers {

    /** One step, with the scratch memory of the thread that does it. */
    public interface Step<D> {
        void at(D desk, int index);
    }

    private Workers() {}

    /**
     * Does the steps 0 to {@code count - 1}; ends when all are done, or with the first failure or {@link Run.Cancelled}.
     *
     * @param desk makes one thread's scratch memory
     */
    public static <D> void each(Run run, String stage, int count, Supplier<D> desk, Step<D> step) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Failure failure = new Failure();
        Runnable work = () -> {
            try {
                D mine = desk.get();
                for (int i = next.getAndIncrement(); i < count && !failure.isThere(); i = next.getAndIncrement()) {
                    run.goOn();
                    step.at(mine, i);
                    run.listener().at(stage, done.incrementAndGet(), count);
                }
            } catch (RuntimeException | Error e) {
                failure.is(e);
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int t = 1; t < Math.min(run.threads(), count); t++) {
            others.add(Thread.ofPlatform().daemon().name("estimate-" + t).start(work));
        }
        work.run();
        for (Thread other : others) {
            join(other);
        }
        failure.rethrow();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first that went wrong. */
    private static final class Failure {
        private volatile @Nullable Throwable first;

        boolean isThere() {
            return first != null;
        }

        synchronized void is(Throwable thrown) {
            if (first == null) {
                first = thrown;
            }
        }

        void rethrow() {
            switch (first) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(first);
            }
        }
    }
}
