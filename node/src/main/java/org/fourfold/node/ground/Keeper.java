package org.fourfold.node.ground;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Keeps the database there: starts a PostgreSQL that ended by itself again, holds the database's lock, keeps the server's
 * log small. More than {@link #RESTARTS_MAX} ends within {@link #WINDOW} are no accident: the listener is told that the
 * database is lost, and the node ends.
 */
final class Keeper implements AutoCloseable {

    static final int RESTARTS_MAX = 3;
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration BEAT = Duration.ofSeconds(10);

    private final Optional<PostgresServer> server;
    private final DatabaseLock lock;
    private final InstantSource clock;
    private final GroundListener listener;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Deque<Instant> restarts = new ArrayDeque<>();
    private final Thread thread;

    Keeper(Optional<PostgresServer> server, DatabaseLock lock, InstantSource clock, GroundListener listener) {
        this.server = server;
        this.lock = lock;
        this.clock = clock;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("fourfold-keeper").daemon().unstarted(this::keep);
    }

    void start() {
        thread.start();
    }

    private void keep() {
        try {
            while (!closing.isDone()) {
                CompletableFuture<?> end = server.<CompletableFuture<?>>map(
                                each -> each.process().onExit())
                        .orElseGet(CompletableFuture::new);
                awaitEither(end);
                if (closing.isDone()) {
                    return;
                }
                if (end.isDone()) {
                    restart(server.orElseThrow());
                }
                server.ifPresent(PostgresServer::rotateLog);
                if (lock.check() == DatabaseLock.State.TAKEN_BY_ANOTHER) {
                    throw new ProblemException(Problem.of("ground.database-held"));
                }
            }
        } catch (ProblemException e) {
            tell(e.problems().getFirst());
        } catch (RuntimeException e) {
            tell(Problem.of("ground.database-lost"));
        }
    }

    /** On a thread of its own: who is told will end the process, and its end waits for this keeper. */
    private void tell(Problem problem) {
        Thread.ofPlatform().name("fourfold-database-lost").daemon().start(() -> listener.lost(problem));
    }

    private void awaitEither(CompletableFuture<?> end) {
        try {
            var _ = CompletableFuture.anyOf(end, closing).get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The beat: nothing happened.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the keeper was interrupted", e);
        }
    }

    private void restart(PostgresServer ended) {
        ProblemException last = new ProblemException(Problem.of("ground.database-lost"));
        while (mayRestart()) {
            try {
                ended.restart();
                listener.restarted();
                return;
            } catch (ProblemException e) {
                last = e;
            }
        }
        throw last;
    }

    private boolean mayRestart() {
        Instant now = clock.instant();
        while (!restarts.isEmpty() && restarts.getFirst().isBefore(now.minus(WINDOW))) {
            restarts.removeFirst();
        }
        if (restarts.size() >= RESTARTS_MAX || closing.isDone()) {
            return false;
        }
        restarts.addLast(now);
        return true;
    }

    @Override
    public void close() {
        closing.complete(null);
        try {
            // A restart in progress is let finish: the server is stopped in order right after.
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
