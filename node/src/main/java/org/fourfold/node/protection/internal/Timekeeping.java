package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.ClockFacts;
import org.fourfold.node.protection.DueClock;
import org.fourfold.node.protection.FileClocks;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.RuleReview;
import org.fourfold.node.protection.ToldFact;
import org.fourfold.node.protection.clock.Clocks;
import org.fourfold.node.protection.clock.Fact;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.LegalClock;
import org.fourfold.node.protection.clock.Rule;
import org.fourfold.node.protection.clock.RulePack;
import org.fourfold.node.protection.clock.RulePacks;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/**
 * Facts told, clocks reckoned. What stands in clear of a group is made anew by whoever may write in that group, each time
 * they change a fact or open the clocks; the facts of a group's clocks are all open to whoever writes in it.
 */
public final class Timekeeping {

    private static final Set<FieldGroup> GROUPS = EnumSet.of(FieldGroup.IDENTITY, FieldGroup.SAFETY, FieldGroup.LEGAL);

    /** The groups that clocks belong to. */
    private static final Set<FieldGroup> OF_CLOCKS = EnumSet.of(FieldGroup.SAFETY, FieldGroup.LEGAL);

    private static final List<RulePack> SHIPPED = RulePacks.shipped();

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<ZoneId> zone;
    private final List<RulePack> packs;
    private final String versions;

    public Timekeeping(
            Gate gate,
            Keyring keyring,
            InstantSource clock,
            RandomGenerator random,
            Supplier<ZoneId> zone,
            List<RulePack> packs) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
        this.zone = zone;
        this.packs = List.copyOf(packs);
        this.versions = packs.stream()
                .map(pack -> pack.jurisdiction() + " " + pack.version())
                .collect(Collectors.joining(", "));
    }

    public FileClocks of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, GROUPS, (tx, entry) -> {
            Set<FieldGroup> shown = entry.decision().permitted();
            Set<FieldGroup> writable = writable(entry);
            tx.record(Event.of(Events.CLOCKS_SHOWN).about(id.value()).groups(shown));
            if (!writable.isEmpty()) {
                ClockRows.hold(tx, id);
            }
            List<ToldFact> facts = ClockRows.facts(tx, key);
            Map<String, RuleReview> reviews = ReviewRows.latest(tx, packs);
            List<LegalClock> clocks = reckon(tx, key, facts);
            settle(tx, entry, clocks, reviews);
            return new FileClocks(
                    entry.file(),
                    clocks.stream()
                            .filter(one -> shown.contains(one.rule().group()))
                            .toList(),
                    shown.contains(FieldGroup.LEGAL) ? List.of() : ClockRows.hidden(tx, id, FieldGroup.LEGAL),
                    facts.stream().sorted(STANDING_FIRST).toList(),
                    writable,
                    packs,
                    reviews);
        });
    }

    private static final Comparator<ToldFact> STANDING_FIRST = Comparator.comparing(ToldFact::struck)
            .thenComparing(told -> told.fact().dated().from())
            .thenComparing(told -> told.fact().id());

    public void tell(Actor actor, CaseFileId id, FactKind kind, LegalClocks.Told told, Optional<UUID> of) {
        change(actor, id, kind, Events.CLOCK_FACT, facts -> {
            if (facts.size() >= LegalClocks.FACTS_MAX) {
                throw new ProblemException(Problem.of("protection.fact-too-many"));
            }
            Instant now = now();
            Fact fact = FactChecks.fact(RandomIds.uuid(random), kind, told, of, now, zone.get());
            of.ifPresent(start -> mayStop(facts, start, fact));
            return new ToldFact(fact, 1, actor.member(), now, false);
        });
    }

    public void correct(Actor actor, CaseFileId id, FactKind kind, UUID fact, int baseRevision, LegalClocks.Told told) {
        change(actor, id, kind, Events.CLOCK_FACT_CORRECTED, facts -> {
            ToldFact base = base(facts, kind, fact, baseRevision);
            Instant now = now();
            Optional<UUID> of = base.fact().of();
            Fact corrected = FactChecks.fact(fact, kind, told, of, now, zone.get());
            of.ifPresent(start -> mayStop(facts, start, corrected));
            return new ToldFact(corrected, baseRevision + 1, actor.member(), now, false);
        });
    }

    public void strike(Actor actor, CaseFileId id, FactKind kind, UUID fact, int baseRevision) {
        change(actor, id, kind, Events.CLOCK_FACT_STRUCK, facts -> {
            ToldFact base = base(facts, kind, fact, baseRevision);
            return new ToldFact(base.fact(), baseRevision + 1, actor.member(), now(), true);
        });
    }

    public List<DueClock> due(Actor actor) {
        return gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            Instant now = clock.instant();
            List<DueClock> due = switch (actor.role()) {
                case CASEWORKER -> ClockRows.ofOwner(tx, actor.member(), now, versions);
                case LAWYER -> ClockRows.ofLawyer(tx, actor.member(), now, versions);
                case SUPERVISOR ->
                    Stream.concat(
                                    ClockRows.ofOwner(tx, actor.member(), now, versions).stream(),
                                    ClockRows.ofSupervisor(tx, actor.member(), now, versions).stream())
                            .distinct()
                            .sorted(Comparator.comparing(DueClock::ends))
                            .limit(LegalClocks.DUE_MAX)
                            .toList();
                case NIGHT_STAFF, INVESTIGATOR, PROSECUTOR, ANALYST, LIAISON, PRIVACY_OFFICER, TRUSTEE, ADMINISTRATOR ->
                    List.of();
            };
            tx.record(Event.of(Events.CLOCKS_LISTED).count(due.size()));
            return due;
        });
    }

    /** What is written down, from the facts that are there. */
    @FunctionalInterface
    private interface Writing {
        ToldFact from(List<ToldFact> facts);
    }

    private void change(Actor actor, CaseFileId id, FactKind kind, EventType type, Writing writing) {
        if (!kind.isTold()) {
            throw new IllegalArgumentException("an answer of the file, told there: " + kind);
        }
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, Set.of(kind.group()), (tx, entry) -> {
            ClockRows.hold(tx, id);
            ClockRows.tell(tx, entry.file(), key, writing.from(ClockRows.facts(tx, key)));
            tx.record(Event.of(type).about(id.value()).groups(Set.of(kind.group())));
            settle(tx, entry, reckon(tx, key, ClockRows.facts(tx, key)), ReviewRows.latest(tx, packs));
            return id;
        });
    }

    /** What a page of the file needs to name its nearest deadline, of the rules that are shipped. */
    static ClockFacts facts(Tx tx, FileKey key) {
        List<Fact> facts = withBirth(tx, key, ClockRows.facts(tx, key));
        return facts.isEmpty() ? ClockFacts.NONE : new ClockFacts(facts, ReviewRows.latest(tx, SHIPPED));
    }

    /** The most pressing deadline that needs somebody, of the groups shown; none of a rule that was rejected here. */
    public FileClocks nearest(FileView view) {
        List<LegalClock> nearest = Clocks.of(view.clocks().facts(), packs, clock.instant(), zone.get()).stream()
                .filter(one -> view.shown().contains(one.rule().group()))
                .filter(one -> isDeadline(one) && one.state().needsAction())
                .filter(one -> !isRejected(one, view.clocks().reviews()))
                .min(Comparator.comparing(
                        (LegalClock one) -> one.end().orElseThrow().at()))
                .map(List::of)
                .orElse(List.of());
        return new FileClocks(
                view.file(),
                nearest,
                List.of(),
                List.of(),
                view.writable(),
                packs,
                view.clocks().reviews());
    }

    private List<LegalClock> reckon(Tx tx, FileKey key, List<ToldFact> facts) {
        return Clocks.of(withBirth(tx, key, facts), packs, clock.instant(), zone.get());
    }

    /** The birth date is not told here: it is an answer of the file. */
    private static List<Fact> withBirth(Tx tx, FileKey key, List<ToldFact> facts) {
        Stream<Fact> born = Births.of(tx, key, key.file())
                .map(one -> new Fact(
                        key.file().value(), FactKind.BIRTH, one.dated(), Optional.empty(), Optional.empty(), ""))
                .stream();
        return Stream.concat(born, standing(facts)).toList();
    }

    /** Puts in clear what the groups that the actor may write now say, where that is something else than before. */
    private void settle(Tx tx, Gate.Entry entry, List<LegalClock> clocks, Map<String, RuleReview> reviews) {
        for (FieldGroup group : OF_CLOCKS) {
            if (!writable(entry).contains(group)) {
                continue;
            }
            List<ClockRows.Row> wanted = clocks.stream()
                    .filter(one -> one.rule().group() == group && isDeadline(one) && !isRejected(one, reviews))
                    .map(this::row)
                    .sorted(ORDER)
                    .toList();
            List<ClockRows.Row> there = ClockRows.rows(tx, entry.file().id(), group).stream()
                    .sorted(ORDER)
                    .toList();
            if (!wanted.equals(there)) {
                ClockRows.drop(tx, entry.file().id(), group);
                wanted.forEach(row -> ClockRows.set(tx, RandomIds.uuid(random), entry.file(), group, row));
            }
        }
    }

    private static final Comparator<ClockRows.Row> ORDER = Comparator.comparing(ClockRows.Row::toString);

    private static boolean isDeadline(LegalClock one) {
        return one.rule().kind() == Rule.Kind.DEADLINE && one.end().isPresent();
    }

    private static boolean isRejected(LegalClock one, Map<String, RuleReview> reviews) {
        RuleReview review = reviews.get(one.rule().id());
        return review != null && review.verdict() == RuleReview.Verdict.REJECTED;
    }

    private ClockRows.Row row(LegalClock one) {
        return new ClockRows.Row(
                one.end().orElseThrow().at(),
                one.stop().map(stop -> stop.earliest(zone.get())),
                one.onDesk(Rule.Desk.OWNER),
                one.onDesk(Rule.Desk.LAWYER_OF_FILE),
                one.onDesk(Rule.Desk.SUPERVISOR),
                versions);
    }

    private static Stream<Fact> standing(List<ToldFact> facts) {
        return facts.stream().filter(told -> !told.struck()).map(ToldFact::fact);
    }

    private static ToldFact base(List<ToldFact> facts, FactKind kind, UUID fact, int baseRevision) {
        if (baseRevision >= LegalClocks.REVISIONS_MAX) {
            throw new ProblemException(Problem.of("protection.fact-too-many"));
        }
        return facts.stream()
                .filter(told -> told.fact().id().equals(fact) && told.fact().kind() == kind)
                .filter(told -> told.revision() == baseRevision && !told.struck())
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("protection.fact-changed")));
    }

    /** A clock that this stops: of a fact that stands, and not before it began. */
    private void mayStop(List<ToldFact> facts, UUID start, Fact stop) {
        Fact begun = standing(facts)
                .filter(fact -> fact.id().equals(start))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("protection.fact-changed")));
        boolean ahead = begun.kind().tense() == FactKind.Tense.ANY;
        if (!ahead && !stop.latest(zone.get()).isAfter(begun.earliest(zone.get()))) {
            throw new ProblemException(Problem.inField("protection.fact-before-start", "day"));
        }
    }

    private static Set<FieldGroup> writable(Gate.Entry entry) {
        Set<FieldGroup> writable = EnumSet.copyOf(GROUPS);
        writable.retainAll(new ArrayList<>(entry.would(Operation.WRITE).permitted()));
        return writable;
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
