package org.fourfold.linkage;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads that the engine may use. How many there are changes nothing but the time. */
public final class Threads implements AutoCloseable {

    private final ExecutorService service;
    private final int count;

    public Threads(int count) {
        this(
                count,
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name("linkage-", 0).factory()));
    }

    private Threads(int count, ExecutorService service) {
        this.count = count;
        this.service = service;
    }

    /** The thread that asks does all itself, one thing after the other: for work too small to be handed on. */
    public static Threads ofCaller() {
        return new Threads(1, new CallersThread());
    }

    /** One for each processor. */
    public static Threads ofMachine() {
        return new Threads(Runtime.getRuntime().availableProcessors());
    }

    public int count() {
        return count;
    }

    /** Does all of it; what each gave, in their order. A failure of one is thrown here after all have ended. */
    @CanIgnoreReturnValue
    public <T> List<T> all(List<? extends Callable<T>> tasks) {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> done : service.invokeAll(tasks)) {
                results.add(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("linkage was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }

    @Override
    public void close() {
        service.close();
    }
}
