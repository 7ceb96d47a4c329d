package org.fourfold.node.protection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FileFacts;
import org.fourfold.node.frame.Handover;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.count.CountCell;
import org.fourfold.node.protection.count.CountPeriod;
import org.fourfold.node.protection.count.Outgoing;
import org.fourfold.node.protection.count.Tally;
import org.fourfold.node.protection.internal.Counting;
import org.fourfold.node.protection.internal.Events;
import org.fourfold.node.protection.internal.FileRows;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.trust.Keyring;

/**
 * Honest counts. Whoever looks after files counts those that they may read, sees of each cell which files it is made of, and takes
 * out totals in which nobody can be found. A count is made aside, one after the other, and kept for a quarter of an hour. Refusals
 * are thrown as {@link RefusedException}. Threads: safe.
 */
public final class Counts implements AutoCloseable {

    /** How long a count is kept after it was last looked at. */
    public static final Duration KEPT = Duration.ofMinutes(15);

    /** Kept at once, the latest: each takes some megabytes in a large house. */
    public static final int RUNS_MAX = 8;

    /** Files of a cell on one page. */
    public static final int FILES_MAX = 200;

    private final Gate gate;
    private final Counting counting;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Executor thread;
    private final Map<UUID, Kept> runs = new LinkedHashMap<>();

    /** A run with whose it is. */
    private static final class Kept {
        private final Actor actor;
        private volatile CountRun run;
        private volatile Instant looked;

        Kept(Actor actor, CountRun run) {
            this.actor = actor;
            this.run = run;
            this.looked = run.asked();
        }
    }

    public Counts(
            Database database, Keyring keyring, InstantSource clock, RandomGenerator random, Supplier<ZoneId> zone) {
        this(
                database,
                keyring,
                clock,
                random,
                zone,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("counts").factory()));
    }

    Counts(
            Database database,
            Keyring keyring,
            InstantSource clock,
            RandomGenerator random,
            Supplier<ZoneId> zone,
            Executor thread) {
        this.gate = new Gate(database);
        this.counting = new Counting(gate, keyring, clock, zone);
        this.clock = clock;
        this.random = random;
        this.thread = thread;
    }

    /** Whether this role and purpose count at all. */
    public static boolean mayCount(Actor actor) {
        return actor.purpose() == Purpose.PROTECTION && Counting.COUNTERS.contains(actor.role());
    }

    /** Begins a count; a member's earlier one is let go. */
    public UUID begin(Actor actor, CountPeriod period) {
        Counting.Run begun = counting.begin(actor, period);
        CountRun run = new CountRun(
                RandomIds.uuid(random),
                period,
                clock.instant(),
                0,
                begun.known(),
                Optional.empty(),
                begun.elsewhere(),
                false);
        Kept kept = new Kept(actor, run);
        synchronized (runs) {
            runs.values().removeIf(other -> other.actor.equals(actor) || over(other));
            makeRoom();
            runs.put(run.id(), kept);
        }
        thread.execute(() -> count(kept, begun));
        return run.id();
    }

    /** How a run stands; empty where it is not there any more, or somebody else's. */
    public Optional<CountRun> run(Actor actor, UUID id) {
        Optional<Kept> kept = kept(actor, id);
        if (kept.flatMap(one -> one.run.tally()).isPresent()) {
            gate.keepingHouse(actor, Counting.COUNTERS, tx -> {
                tx.record(Event.of(Events.COUNT_SHOWN));
                return id;
            });
        }
        return kept.map(one -> one.run);
    }

    /** Some of the files that a cell is made of, those after the first so many: as far as the actor may know of them still. */
    public List<CaseFile> filesOf(Actor actor, Tally tally, CountCell cell, int skip) {
        List<UUID> ids = tally.filesOf(cell, skip, FILES_MAX);
        return gate.keepingHouse(actor, Counting.COUNTERS, tx -> {
            tx.record(Event.of(Events.COUNT_SHOWN).detail(cell.measure().table().code()));
            Map<UUID, CaseFile> found = new LinkedHashMap<>();
            FileRows.ofIds(tx, ids).forEach(file -> found.put(file.id().value(), file));
            List<CaseFile> inOrder = new ArrayList<>();
            ids.stream().filter(found::containsKey).map(found::get).forEach(inOrder::add);
            return inOrder;
        });
    }

    /** The totals as they may leave the house; that they were taken out is recorded. */
    public Outgoing takeOut(Actor actor, Tally tally) {
        Handover totals = new Handover(
                actor,
                new FileFacts(true, false, Set.of()),
                Handover.RecipientKind.FUNDER,
                "",
                Purpose.PROTECTION,
                Handover.Form.TOTALS,
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                clock.instant());
        if (!Decisions.decide(totals).allowed()) {
            throw new RefusedException("funder");
        }
        return gate.keepingHouse(actor, Counting.COUNTERS, tx -> {
            tx.record(Event.of(Events.COUNT_TAKEN_OUT)
                    .detail(tally.period().from() + "/" + tally.period().last()));
            return new Outgoing(tally);
        });
    }

    /** A count that is done and was looked at longest ago makes room; while all still run, nobody begins another. */
    private void makeRoom() {
        if (runs.size() >= RUNS_MAX) {
            Kept oldest = runs.values().stream()
                    .filter(one -> one.run.tally().isPresent() || one.run.failed())
                    .min(Comparator.comparing(one -> one.looked))
                    .orElseThrow(() -> new ProblemException(Problem.of("protection.counts-busy")));
            runs.values().remove(oldest);
        }
    }

    private static void count(Kept kept, Counting.Run begun) {
        CountRun run = kept.run;
        try {
            Tally tally = begun.finish(looked -> kept.run = with(run, looked, Optional.empty(), false));
            kept.run = with(run, tally.files(), Optional.of(tally), false);
        } catch (RuntimeException fault) {
            // Locked meanwhile, or the database went away: the page says so, and nothing is lost by asking anew.
            kept.run = with(run, 0, Optional.empty(), true);
        }
    }

    private static CountRun with(CountRun run, long looked, Optional<Tally> tally, boolean failed) {
        return new CountRun(run.id(), run.period(), run.asked(), looked, run.known(), tally, run.elsewhere(), failed);
    }

    private Optional<Kept> kept(Actor actor, UUID id) {
        synchronized (runs) {
            runs.values().removeIf(this::over);
            Optional<Kept> found = Optional.ofNullable(runs.get(id)).filter(one -> one.actor.equals(actor));
            found.ifPresent(one -> one.looked = clock.instant());
            return found;
        }
    }

    private boolean over(Kept kept) {
        return kept.looked.plus(KEPT).isBefore(clock.instant());
    }

    /** No more counts. */
    @Override
    public void close() {
        if (thread instanceof ExecutorService own) {
            own.shutdownNow();
        }
    }
}
