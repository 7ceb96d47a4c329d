package org.fourfold.node.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;

/** One dated entry about a breach: what was noticed, weighed, done or told. It is never changed. */
public record BreachEntry(Instant at, MemberId by, What what) {

    /** The longest that any words may be, in characters. They name nobody. */
    public static final int WORDS_MAX = 1_000;

    /** What an entry says. */
    public sealed interface What {}

    /**
     * With which a breach begins.
     *
     * @param happened when, as well as it is known
     */
    public record Reported(Kind kind, Instant noticed, String happened, String words) implements What {}

    /** How far it goes, as it is known so far. */
    public record Weighed(Set<FieldGroup> groups, Persons persons, Severity severity) implements What {

        public Weighed {
            groups = Set.copyOf(groups);
        }
    }

    public record Done(String words) implements What {}

    public record PersonsTold(LocalDate on) implements What {}

    /** Why they were not told yet. */
    public record PersonsNotYet(String why) implements What {}

    /**
     * An authority knows.
     *
     * @param which it is, and under what number there
     */
    public record AuthorityTold(LocalDate on, String which) implements What {}

    /** Why it need not be told. */
    public record AuthorityNotNeeded(String why) implements What {}

    /** What happened. */
    public enum Kind {
        DEVICE_LOST,
        PAPER_LOST,
        WRONG_RECIPIENT,
        LOOKED_WITHOUT_NEED,
        BROKEN_INTO,
        OTHER
    }

    /** About how many persons it concerns. */
    public enum Persons {
        UNKNOWN,
        ONE,
        UP_TO_10,
        UP_TO_100,
        MORE
    }

    /** How grave it is for them. */
    public enum Severity {
        UNKNOWN,
        LITTLE,
        GRAVE,
        DANGER
    }
}
