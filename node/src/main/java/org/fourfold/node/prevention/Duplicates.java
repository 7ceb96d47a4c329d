package org.fourfold.node.prevention;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.fourfold.linkage.records.Records;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.prevention.IncidentJudgement.Verdict;
import org.fourfold.node.prevention.internal.DuplicateSearch;
import org.fourfold.node.prevention.internal.Incidents;
import org.fourfold.node.prevention.internal.JudgementRows;

/**
 * Incidents that two sources may have told of. The machine proposes pairs and says why; a person decides, with a reason, and may take
 * it back. Nothing is deleted or joined: an incident that was judged the same as another says so. Analysts and supervisors compare
 * and judge; who reads incidents reads this. A comparison is made aside, one after the other, and the latest of an
 * organisation is kept in memory. Refusals are thrown as {@link RefusedException}. Threads: safe.
 */
public final class Duplicates implements AutoCloseable {

    /** Incidents that are compared at once. Measured: 20,000 with long texts take 40 MB of the node's 128. */
    public static final int INCIDENTS_MAX = 10_000;

    /** Fewer teach nothing of how often two reports agree by chance. */
    public static final int INCIDENTS_MIN = 50;

    /** Pairs that are proposed at once. */
    public static final int PROPOSALS_MAX = 200;

    private static final EventType VIEWED = new EventType("prevention.viewed");
    private static final EventType LISTED = new EventType("prevention.listed");
    private static final EventType COMPARED = new EventType("prevention.duplicates-compared");
    private static final EventType JUDGED = new EventType("prevention.duplicate-judged");

    private final Database database;
    private final InstantSource clock;
    private final Executor thread;
    private final DuplicateSearch search = new DuplicateSearch();
    private final Map<OrganisationId, DuplicateRun> runs = new HashMap<>();

    public Duplicates(Database database, InstantSource clock) {
        this(
                database,
                clock,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("duplicates").factory()));
    }

    Duplicates(Database database, InstantSource clock, Executor thread) {
        this.database = database;
        this.clock = clock;
        this.thread = thread;
    }

    /**
     * Begins to compare the incidents of a time; one that still runs goes on instead.
     *
     * @throws ProblemException when there are too few or too many, or of one source only
     */
    public void begin(Actor actor, Optional<LocalDate> from, Optional<LocalDate> to) {
        Rights.require(database, actor, Rights.WRITERS);
        DuplicateSearch.Size size = database.read(actor, tx -> {
            DuplicateSearch.Size found = DuplicateSearch.size(tx, from, to);
            tx.record(Event.of(VIEWED).count(found.incidents()).detail("duplicates"));
            return found;
        });
        check(size);
        DuplicateRun run =
                new DuplicateRun(clock.instant(), size.incidents(), DuplicateRun.State.RUNNING, List.of(), 0);
        synchronized (runs) {
            DuplicateRun now = runs.get(actor.organisation());
            if (now != null && now.state() == DuplicateRun.State.RUNNING) {
                return;
            }
            runs.put(actor.organisation(), run);
        }
        thread.execute(() -> compare(actor, run, from, to));
    }

    private static void check(DuplicateSearch.Size size) {
        if (size.sources() < 2) {
            throw new ProblemException(Problem.of("prevention.duplicates-one-source"));
        }
        if (size.incidents() < INCIDENTS_MIN) {
            throw new ProblemException(
                    Problem.of("prevention.duplicates-few").with("min", Integer.toString(INCIDENTS_MIN)));
        }
        if (size.incidents() > INCIDENTS_MAX) {
            throw new ProblemException(Problem.inField("prevention.duplicates-many", "from")
                    .with("count", Long.toString(size.incidents()))
                    .with("max", Integer.toString(INCIDENTS_MAX)));
        }
    }

    private void compare(Actor actor, DuplicateRun run, Optional<LocalDate> from, Optional<LocalDate> to) {
        try {
            // Read while nothing else waits; the comparison itself holds no connection.
            Records[] records = new Records[1];
            Set<IncidentPair> decided = database.read(actor, tx -> {
                records[0] = search.read(tx, from, to);
                tx.record(Event.of(COMPARED).count(records[0].size()));
                return JudgementRows.decided(tx);
            });
            DuplicateSearch.Found found = search.search(records[0], decided, PROPOSALS_MAX);
            keep(
                    actor,
                    new DuplicateRun(
                            run.asked(), records[0].size(), DuplicateRun.State.DONE, found.proposals(), found.above()));
        } catch (RuntimeException | OutOfMemoryError fault) {
            // Locked meanwhile, or no room: the page says so, and nothing is lost by asking anew.
            keep(actor, new DuplicateRun(run.asked(), run.incidents(), DuplicateRun.State.FAILED, List.of(), 0));
        }
    }

    private void keep(Actor actor, DuplicateRun run) {
        synchronized (runs) {
            runs.put(actor.organisation(), run);
        }
    }

    /** The latest comparison without the pairs that were decided meanwhile; empty before the first since the node began. */
    public Optional<DuplicateListing> latest(Actor actor) {
        Rights.require(database, actor, Rights.READERS);
        Optional<DuplicateRun> latest = known(actor);
        return database.read(actor, tx -> {
            tx.record(Event.of(LISTED)
                    .count(latest.map(run -> run.proposals().size()).orElse(0))
                    .detail("duplicates"));
            Set<IncidentPair> decided = JudgementRows.decided(tx);
            return latest.map(run -> {
                DuplicateRun open = run.without(decided);
                List<UUID> ids = open.proposals().stream()
                        .flatMap(each -> Stream.of(each.first(), each.second()))
                        .distinct()
                        .toList();
                return new DuplicateListing(open, Incidents.ofIds(tx, ids));
            });
        });
    }

    private Optional<DuplicateRun> known(Actor actor) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(actor.organisation()));
        }
    }

    /** Two incidents side by side; empty where one of them is not there. */
    public Optional<JudgedPair> pair(Actor actor, IncidentPair pair) {
        Rights.require(database, actor, Rights.READERS);
        Optional<DuplicateProposal> proposal = known(actor).stream()
                .flatMap(run -> run.proposals().stream())
                .filter(each -> each.pair().equals(pair))
                .findFirst();
        return database.read(actor, tx -> {
            tx.record(Event.of(VIEWED).about(pair.first()).detail("pair"));
            Optional<StoredIncident> first = Incidents.find(tx, pair.first());
            Optional<StoredIncident> second = Incidents.find(tx, pair.second());
            return first.isEmpty() || second.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new JudgedPair(first.get(), second.get(), proposal, JudgementRows.of(tx, pair)));
        });
    }

    /**
     * Decides on a pair; an earlier decision stays in its history. {@link Verdict#OPEN} takes the earlier one back.
     *
     * @throws ProblemException when the reason is missing or too long
     */
    public void judge(Actor actor, IncidentPair pair, Verdict verdict, String reason) {
        Rights.require(database, actor, Rights.WRITERS);
        String said = reason.strip();
        if (said.isEmpty() || said.length() > IncidentJudgement.REASON_MAX) {
            throw new ProblemException(Problem.inField("prevention.judgement-reason", "reason")
                    .with("max", Integer.toString(IncidentJudgement.REASON_MAX)));
        }
        Instant at = clock.instant();
        database.write(actor, tx -> {
            JudgementRows.add(tx, actor, pair, new IncidentJudgement(verdict, said, actor.member(), at));
            tx.record(Event.of(JUDGED).about(pair.first()).detail(verdict.name().toLowerCase(Locale.ROOT)));
            return 0;
        });
    }

    /** Incidents that were judged to be the same as one. */
    public List<UUID> sameAs(Actor actor, UUID incident) {
        Rights.require(database, actor, Rights.READERS);
        return database.read(actor, tx -> {
            tx.record(Event.of(VIEWED).about(incident).detail("same"));
            return JudgementRows.sameAs(tx, incident);
        });
    }

    /** No more comparisons. */
    @Override
    public void close() {
        if (thread instanceof ExecutorService own) {
            own.shutdownNow();
        }
    }
}
