package org.fourfold.node.protection;

import java.time.YearMonth;

/**
 * Something that somebody needed and did not get here. It says nothing of who it was, on which day, or who wrote it down.
 *
 * @param persons how many needed it
 */
public record UnmetNeed(YearMonth month, Outcome outcome, Need need, Reason reason, int persons) {

    /** The most persons in one line. */
    public static final int PERSONS_MAX = 50;

    /** What came of it. */
    public enum Outcome {
        TURNED_AWAY,
        WAITING,
        /** The person did not want what there was. */
        REFUSED
    }

    /** What was needed. */
    public enum Need {
        BED,
        FOOD,
        HEALTH,
        MENTAL_HEALTH,
        LEGAL,
        INTERPRETER,
        CHILDREN,
        TRANSPORT,
        WORK,
        OTHER
    }

    /** Why it was not given. */
    public enum Reason {
        FULL,
        NOT_FOR_US,
        NO_STAFF,
        NO_MONEY,
        NOT_SAFE_HERE,
        OWN_WISH,
        OTHER
    }
}
