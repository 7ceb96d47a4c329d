package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    /** One count. Threads: one after the other. */
    public final class Run {

        private final Actor actor;
        private final CountPeriod period;
        private final ZoneId zone;
        private final LocalDate today;
        private final Counter counter;
        private final Map<MemberId, Boolean> owners = new HashMap<>();
        private Map<MemberId, Long> known = Map.of();
        private List<CountRows.File> next = List.of();

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

        Counter counter() {
            return counter;
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
            UUID after = BEFORE_ALL;
            while (!next.isEmpty()) {
                after = slice(after);
                listener.accept(counter.size());
            }
            return counter.tally();
        }

        private void begin(Tx tx) {
            ofNobody(tx);
            known = CountRows.known(tx);
            know(tx, known.keySet());
            advance(tx, BEFORE_ALL);
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

        /** Reads which files come next, for their keys are fetched before the transaction that reads what belongs to them. */
        private void advance(Tx tx, UUID after) {
            next = CountRows.slice(tx, after, begins(period.until()), begins(period.yearBegan()));
            know(tx, next.stream().map(CountRows.File::owner).collect(Collectors.toSet()));
        }

        /** Counts the files that come next; the last id among them. */
        private UUID slice(UUID after) {
            UUID last = next.getLast().id().value();
            List<CountRows.File> counted =
                    next.stream().filter(row -> counts(row.owner())).toList();
            Map<CaseFileId, FileKey> keys =
                    keyring.findAll(counted.stream().map(CountRows.File::id).toList());
            return gate.keepingHouse(actor, COUNTERS, tx -> {
                tx.record(Event.of(Events.COUNTED).detail("files/" + counted.size()));
                CountSlice slice = new CountSlice(keys);
                slice.read(tx, new CountRows.Range(after, last), this);
                slice.add(tx, counted, this);
                advance(tx, last);
                return last;
            });
        }

        Instant begins(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }

        LocalDate day(Instant moment) {
            return LocalDate.ofInstant(moment, zone);
        }
    }
}
