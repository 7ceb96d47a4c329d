package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.UnmetNeed;
import org.fourfold.node.protection.count.CountPeriod;
import org.fourfold.node.protection.count.CountTable;
import org.fourfold.node.protection.count.Counter;
import org.fourfold.node.protection.count.Measure;
import org.fourfold.node.protection.count.Tally;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/**
 * Counts the files that the actor may read as owner, as one of the team or as its supervisor: never one that was opened in an
 * emergency, and a sealed one for its owner alone. Slice by slice, each in transactions of its own, so that no one waits for it:
 * what changes meanwhile may be in it or not.
 */
public final class Counting {

    /** Who counts; the night staff do not. */
    public static final Set<Role> COUNTERS = Set.of(Role.CASEWORKER, Role.SUPERVISOR);

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    public Counting(Gate gate, Keyring keyring, InstantSource clock, Supplier<ZoneId> zone) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.zone = zone;
    }

    /** Begins a count: what it takes to go on is read, and that it was asked for is recorded. */
    public Run begin(Actor actor, CountPeriod period) {
        ZoneId here = zone.get();
        Run run = new Run(actor, period, here, LocalDate.ofInstant(clock.instant(), here));
        gate.keepingHouse(actor, COUNTERS, tx -> {
            tx.record(Event.of(Events.COUNTED).detail(period.from() + "/" + period.last()));
            run.begin(tx);
            return period;
        });
        return run;
    }

    /** One count. Threads: one after the other; it uses two itself. */
    public final class Run {

        private final Actor actor;
        private final CountPeriod period;
        private final ZoneId zone;
        private final LocalDate today;
        private final Counter counter;
        private final Map<MemberId, Boolean> owners = new ConcurrentHashMap<>();
        private final AtomicLong looked = new AtomicLong();
        private Map<MemberId, Long> known = Map.of();

        /** The files in two halves, so that one is read while the other one's texts are opened. */
        private List<Half> halves = List.of();

        private Run(Actor actor, CountPeriod period, ZoneId zone, LocalDate today) {
            this.actor = actor;
            this.period = period;
            this.zone = zone;
            this.today = today;
            this.counter = new Counter(period);
        }

        CountPeriod period() {
            return period;
        }

        LocalDate today() {
            return today;
        }

        /** How many files of the house may be known of. */
        public long known() {
            return known.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many of them are not counted, being of other teams. */
        public long elsewhere() {
            return known.entrySet().stream()
                    .filter(one -> !counts(one.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /**
         * Counts to the end.
         *
         * @param listener hears how many files were looked at
         */
        public Tally finish(LongConsumer listener) {
            List<FutureTask<Counter>> counting = halves.stream()
                    .map(half -> new FutureTask<>(() -> half.count(listener)))
                    .toList();
            counting.stream()
                    .skip(1)
                    .forEach(task ->
                            Thread.ofPlatform().name("counting-half").daemon().start(task));
            counting.stream().limit(1).forEach(FutureTask::run);
            counting.forEach(task -> counter.addAll(counted(task)));
            return counter.tally();
        }

        private void begin(Tx tx) {
            ofNobody(tx);
            known = CountRows.known(tx);
            know(tx, known.keySet());
            Optional<UUID> middle = CountRows.middle(tx, known());
            halves = middle.map(cut -> List.of(
                            new Half(new CountRows.Range(BEFORE_ALL, cut)),
                            new Half(new CountRows.Range(cut, AFTER_ALL))))
                    .orElseGet(() -> List.of(new Half(new CountRows.Range(BEFORE_ALL, AFTER_ALL))));
            halves.forEach(half -> half.advance(tx, half.after));
        }

        private boolean counts(MemberId owner) {
            return owners.getOrDefault(owner, false);
        }

        private void know(Tx tx, Set<MemberId> asked) {
            List<MemberId> unknown =
                    asked.stream().filter(owner -> !owners.containsKey(owner)).toList();
            owners.putAll(CountRows.counted(tx, actor.member(), actor.role() == Role.SUPERVISOR, unknown));
        }

        private void ofNobody(Tx tx) {
            Map<String, Long> unmet = CountRows.unmet(tx, period.from(), period.until());
            for (UnmetNeed.Outcome outcome : UnmetNeed.Outcome.values()) {
                counter.other(Measure.of(CountTable.UNMET, outcome), unmet.getOrDefault(outcome.name(), 0L));
            }
            counter.other(
                    Measure.of(CountTable.REFUSALS, "conversation"),
                    CountRows.refusals(tx, period.from(), period.until()));
        }

        Instant begins(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }

        LocalDate day(Instant moment) {
            return LocalDate.ofInstant(moment, zone);
        }

        /** Some of the files, counted by one thread. */
        private final class Half {

            private final UUID last;
            private final Counter counted = new Counter(period);
            private UUID after;
            private List<CountRows.File> next = List.of();

            private Half(CountRows.Range range) {
                this.after = range.after();
                this.last = range.last();
            }

            private Counter count(LongConsumer listener) {
                while (!next.isEmpty()) {
                    int before = counted.size();
                    slice();
                    listener.accept(looked.addAndGet((long) counted.size() - before));
                }
                return counted;
            }

            /** Reads which files come next, for their keys are fetched before the transaction that reads what belongs to them. */
            private void advance(Tx tx, UUID from) {
                CountRows.Range rest = new CountRows.Range(from, last);
                next = CountRows.slice(tx, rest, begins(period.until()), begins(period.yearBegan()));
                know(tx, next.stream().map(CountRows.File::owner).collect(Collectors.toSet()));
            }

            /** Counts the files that come next. */
            private void slice() {
                UUID end = next.getLast().id().value();
                List<CountRows.File> own =
                        next.stream().filter(row -> counts(row.owner())).toList();
                Map<CaseFileId, FileKey> keys =
                        keyring.findAll(own.stream().map(CountRows.File::id).toList());
                after = gate.keepingHouse(actor, COUNTERS, tx -> {
                    tx.record(Event.of(Events.COUNTED).detail("files/" + own.size()));
                    CountSlice slice = new CountSlice(keys, counted);
                    slice.read(tx, new CountRows.Range(after, end), Run.this);
                    slice.add(tx, own, Run.this);
                    advance(tx, end);
                    return end;
                });
            }
        }
    }

    private static Counter counted(FutureTask<Counter> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("counting was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
