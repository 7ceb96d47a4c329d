package org.fourfold.node.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fourfold.node.frame.Database;
import org.fourfold.node.ground.Beat;
import org.fourfold.node.ground.Cleared;
import org.jspecify.annotations.Nullable;

/**
 * Clears away what an erasure leaves in PostgreSQL's own files: the wrapped key and the search tokens, which lie in freed
 * rows and in the write-ahead log. Runs after the erasure, on a beat and on a thread of its own, for nothing waits for it
 * but the promise: {@link #BEAT} after an erasure its traces are gone, unless a backup is just being written.
 *
 * <p>Needs no key, so a locked node clears too. What was left undone is done after the next start. Threads: safe.
 */
public final class Clearing implements AutoCloseable {

    /** How long after an erasure its traces may still be there; many erasures within it are cleared at once. */
    public static final Duration BEAT = Duration.ofMinutes(1);

    /** Where what was erased could still be opened or guessed at with a passphrase. Other rows die with their key. */
    private static final List<String> TABLES =
            List.of("trust.file_key", "protection.search_token", "protection.import_key");

    private final Database database;
    private final Function<List<String>, Cleared> ground;
    private final InstantSource clock;
    private @Nullable Beat beat;

    /** How the last run went in this process. */
    private volatile Optional<Cleared> last = Optional.empty();

    private record Waiting(long number, Instant since) {}

    /**
     * What is still to be cleared.
     *
     * @param oldest how long the oldest waits; empty when none does
     * @param last how far the last run came; empty before the first of this process
     */
    public record State(Optional<Duration> oldest, Optional<Cleared> last) {}

    /** With the ground's way to clear tables. */
    public Clearing(Database trust, Function<List<String>, Cleared> ground, InstantSource clock) {
        this.database = trust;
        this.ground = ground;
        this.clock = clock;
    }

    /** Clears what waits, if anything does. */
    public synchronized void run() {
        List<Waiting> waiting = waiting();
        if (waiting.isEmpty()) {
            return;
        }
        Cleared cleared = ground.apply(TABLES);
        last = Optional.of(cleared);
        if (cleared != Cleared.NOT_YET) {
            Long[] numbers = waiting.stream().map(Waiting::number).toArray(Long[]::new);
            database.asNode(tx -> tx.sql("DELETE FROM trust.uncleared WHERE number = ANY (:numbers)")
                    .with("numbers", numbers)
                    .update());
        }
    }

    /** What waits, and for how long. */
    public State state() {
        Optional<Duration> oldest =
                waiting().stream().findFirst().map(each -> Duration.between(each.since(), clock.instant()));
        return new State(oldest, last);
    }

    private List<Waiting> waiting() {
        return database.asNode(tx -> tx.sql("SELECT number, since FROM trust.uncleared ORDER BY number")
                .list((row, n) -> new Waiting(
                        row.getLong("number"),
                        row.getObject("since", OffsetDateTime.class).toInstant())));
    }

    /** Goes on by itself until closed. */
    public synchronized void start() {
        if (beat == null) {
            beat = Beat.start("clearing", Duration.ZERO, BEAT, this::runOrTryAgain);
        }
    }

    private void runOrTryAgain() {
        try {
            run();
        } catch (RuntimeException e) {
            last = Optional.of(Cleared.NOT_YET);
        }
    }

    @Override
    public void close() {
        Beat running = beat;
        if (running != null) {
            running.close();
            beat = null;
        }
    }
}
