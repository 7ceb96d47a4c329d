package org.fourfold.node.protection.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule that runs, or ran, from one fact.
 *
 * @param end empty where it cannot be told yet
 * @param stop what ended it
 * @param steps from when it is on whose desk; empty for what needs nobody to act
 */
public record LegalClock(
        RulePack pack,
        Rule rule,
        Fact start,
        Optional<End> end,
        State state,
        Optional<Fact> stop,
        Set<Note> notes,
        List<OnDesk> steps) {

    /** How it stands. */
    public enum State {
        OVERDUE,
        RUNNING,
        /** Without the birth date nobody can say until when. */
        END_UNKNOWN,
        /** What may be asked for from its end on may not be yet. */
        NOT_YET,
        OPEN,
        DONE,
        DONE_LATE,
        SET_ASIDE;

        public boolean needsAction() {
            return this == OVERDUE || this == RUNNING || this == END_UNKNOWN;
        }
    }

    /** What has to be said beside the date. */
    public enum Note {
        /** Counted from the earliest day that a rough date may mean. */
        ESTIMATED,
        /** The hour at which it began is not told: counted from the beginning of that day. */
        START_HOUR_UNKNOWN,
        /** The birth date is not known: counted as under 18. */
        AGE_UNKNOWN,
        /** A rough birth date leaves it open: counted as under 18. */
        AGE_UNSURE,
        /** Born on 29 February: in this year the birthday counts as the 28th. */
        LEAP_DAY,
        /** The hour at which it was done is not known: it may have been late. */
        HOUR_UNKNOWN
    }

    /**
     * When it ends.
     *
     * @param at the first moment that is too late; for {@link Rule.Kind#OPENS} the first that is not too early
     * @param day the last day, or the first, for what is counted in days
     */
    public record End(Instant at, Optional<LocalDate> day) {}

    /** From when it is on whose desk. */
    public record OnDesk(Rule.Desk desk, Instant from) {}

    public LegalClock {
        notes = Set.copyOf(notes);
        steps = List.copyOf(steps);
    }

    /** Whose desk it goes on next, after this moment. */
    public Optional<OnDesk> next(Instant now) {
        return steps.stream().filter(step -> step.from().isAfter(now)).findFirst();
    }

    /** From when it is on this desk. */
    public Optional<Instant> onDesk(Rule.Desk desk) {
        return steps.stream()
                .filter(step -> step.desk() == desk)
                .map(OnDesk::from)
                .findFirst();
    }
}
