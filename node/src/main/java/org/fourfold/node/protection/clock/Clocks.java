package org.fourfold.node.protection.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.protection.clock.LegalClock.End;
import org.fourfold.node.protection.clock.LegalClock.Note;
import org.fourfold.node.protection.clock.LegalClock.State;

/**
 * Reckons the clocks of one file. A pure function of the facts that stand, the packs, the moment and the zone of the
 * organisation, in which its legal days begin and end. A clock that a file does not know the start of is not there.
 */
public final class Clocks {

    private final Collection<Fact> facts;
    private final Instant now;
    private final ZoneId zone;

    private Clocks(Collection<Fact> facts, Instant now, ZoneId zone) {
        this.facts = facts;
        this.now = now;
        this.zone = zone;
    }

    /** The most pressing first: overdue, then what ends soonest, then what is over. */
    public static List<LegalClock> of(Collection<Fact> facts, Collection<RulePack> packs, Instant now, ZoneId zone) {
        Clocks clocks = new Clocks(List.copyOf(facts), now, zone);
        return packs.stream()
                .flatMap(pack -> pack.rules().stream().flatMap(rule -> clocks.of(pack, rule)))
                .sorted(Comparator.comparing(LegalClock::state)
                        .thenComparing(clock -> clock.end().map(End::at).orElse(Instant.MAX))
                        .thenComparing(clock -> clock.rule().id())
                        .thenComparing(clock -> clock.start().id()))
                .toList();
    }

    private Stream<LegalClock> of(RulePack pack, Rule rule) {
        return facts.stream()
                .filter(fact -> fact.kind() == rule.start())
                .flatMap(start -> of(pack, rule, start).stream());
    }

    private Optional<LegalClock> of(RulePack pack, Rule rule, Fact start) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        Optional<Fact> birth =
                facts.stream().filter(fact -> fact.kind() == FactKind.BIRTH).findFirst();
        if (rule.whom() == Rule.Whom.MINOR_AT_START && !isFor(birth, start, notes)) {
            return Optional.empty();
        }
        Optional<End> end = end(pack, rule, start, birth, notes);
        if (!rule.holdsOn(dayInForce(rule, start, end))) {
            return Optional.empty();
        }
        Optional<Fact> stop = stop(rule, start);
        State state = state(rule, end, stop, notes);
        List<LegalClock.OnDesk> steps =
                state.needsAction() ? end.map(at -> steps(rule, at)).orElse(List.of()) : List.of();
        return Optional.of(new LegalClock(pack, rule, start, end, state, stop, notes, steps));
    }

    private static boolean isFor(Optional<Fact> birth, Fact start, Set<Note> notes) {
        if (birth.isEmpty()) {
            notes.add(Note.AGE_UNKNOWN);
            return true;
        }
        LocalDate day = start.dated().from();
        if (!Birthdays.isMinor(birth.get().dated(), day)) {
            notes.add(Note.AGE_UNSURE);
        }
        return Birthdays.mayBeMinor(birth.get().dated(), day);
    }

    /** A duty is judged by the law of the day it began; what runs out on a day of its own, by the law of that day. */
    private static LocalDate dayInForce(Rule rule, Fact start, Optional<End> end) {
        return switch (rule.time()) {
            case Time.BeforeBirthday _ ->
                end.flatMap(End::day).orElse(start.dated().from());
            case Time.BeforeTheirBirthday _ ->
                end.flatMap(End::day).orElse(start.dated().from());
            case Time.AtOnce _ -> start.dated().from();
            case Time.Hours _ -> start.dated().from();
            case Time.Span _ -> start.dated().from();
            case Time.Working _ -> start.dated().from();
            case Time.Stated _ -> start.dated().from();
        };
    }

    private Optional<End> end(RulePack pack, Rule rule, Fact start, Optional<Fact> birth, Set<Note> notes) {
        LocalDate from = start.dated().from();
        if (start.rough()) {
            notes.add(Note.ESTIMATED);
        }
        if (rule.time() instanceof Time.Hours && start.moment().isEmpty()) {
            notes.add(Note.START_HOUR_UNKNOWN);
        }
        return switch (rule.time()) {
            case Time.AtOnce _ -> Optional.of(new End(start.earliest(zone), Optional.empty()));
            case Time.Hours(int hours) ->
                Optional.of(new End(start.earliest(zone).plus(Duration.ofHours(hours)), Optional.empty()));
            case Time.Span(Period period, boolean firstDayCounts) ->
                Optional.of(rule.kind() == Rule.Kind.OPENS ? first(from, period) : last(from, period, firstDayCounts));
            case Time.Working(int days) ->
                Optional.of(lastDay(pack.workingDays().after(from, days)));
            case Time.BeforeBirthday(int years) -> birth.map(born -> beforeBirthday(born, years, notes));
            case Time.BeforeTheirBirthday(int years) -> Optional.of(beforeBirthday(start, years, notes));
            case Time.Stated _ -> Optional.of(lastDay(from));
        };
    }

    private End last(LocalDate from, Period period, boolean firstDayCounts) {
        LocalDate after = from.plus(period);
        return lastDay(firstDayCounts ? after.minusDays(1) : after);
    }

    /** Three years from 29 February are over on 1 March where the year has none: not a day too early. */
    private End first(LocalDate from, Period period) {
        LocalDate clipped = from.plus(period);
        boolean isClipped = !clipped.minus(period).equals(from);
        LocalDate day = isClipped ? clipped.plusDays(1) : clipped;
        return new End(day.atStartOfDay(zone).toInstant(), Optional.of(day));
    }

    private End beforeBirthday(Fact born, int years, Set<Note> notes) {
        if (born.rough()) {
            notes.add(Note.ESTIMATED);
        }
        if (Birthdays.isMoved(born.dated(), years)) {
            notes.add(Note.LEAP_DAY);
        }
        return lastDay(Birthdays.earliest(born.dated(), years).minusDays(1));
    }

    private End lastDay(LocalDate day) {
        return new End(day.plusDays(1).atStartOfDay(zone).toInstant(), Optional.of(day));
    }

    /** What was told of this very clock, or without naming one and not before it began; the earliest. */
    private Optional<Fact> stop(Rule rule, Fact start) {
        return facts.stream()
                .filter(fact -> rule.stoppedBy(fact.kind()) && !fact.id().equals(start.id()))
                .filter(fact -> fact.of().map(start.id()::equals).orElseGet(() -> isAfter(rule, start, fact)))
                .min(Comparator.comparing((Fact fact) -> fact.earliest(zone)).thenComparing(Fact::id));
    }

    private boolean isAfter(Rule rule, Fact start, Fact stop) {
        return rule.time() instanceof Time.Stated || stop.latest(zone).isAfter(start.earliest(zone));
    }

    private State state(Rule rule, Optional<End> end, Optional<Fact> stop, Set<Note> notes) {
        if (stop.isPresent()) {
            return over(rule, stop.get(), end, notes);
        }
        if (end.isEmpty()) {
            return State.END_UNKNOWN;
        }
        boolean reached = !now.isBefore(end.get().at());
        return switch (rule.kind()) {
            case DEADLINE -> reached ? State.OVERDUE : State.RUNNING;
            case OPENS -> reached ? State.OPEN : State.NOT_YET;
        };
    }

    private State over(Rule rule, Fact stop, Optional<End> end, Set<Note> notes) {
        if (stop.kind().setsAside()) {
            return State.SET_ASIDE;
        }
        // Where the law names no number, nobody here says that it was late.
        if (end.isEmpty() || rule.time() instanceof Time.AtOnce) {
            return State.DONE;
        }
        Instant tooLate = end.get().at();
        boolean late = !stop.earliest(zone).isBefore(tooLate);
        if (!late
                && stop.moment().isEmpty()
                && end.get().day().isEmpty()
                && stop.latest(zone).isAfter(tooLate)) {
            notes.add(Note.HOUR_UNKNOWN);
        }
        return late ? State.DONE_LATE : State.DONE;
    }

    private List<LegalClock.OnDesk> steps(Rule rule, End end) {
        return rule.escalation().stream()
                .map(step -> new LegalClock.OnDesk(step.desk(), before(end, step.before())))
                .toList();
    }

    private Instant before(End end, Duration before) {
        return end.day().isPresent()
                ? end.at().atZone(zone).minusDays(before.toDays()).toInstant()
                : end.at().minus(before);
    }
}
