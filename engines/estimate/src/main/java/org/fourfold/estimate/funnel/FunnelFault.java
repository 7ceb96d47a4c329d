package org.fourfold.estimate.funnel;

import org.fourfold.estimate.run.Fault;

/** What may be wrong with the histories of cases and with what is said of them. */
public enum FunnelFault implements Fault {
    NOBODY(true),
    /** No case ended in any way: nothing is known of how they end. */
    NOBODY_ENDED(true),
    /** How many at most. */
    TOO_MANY_CASES(true),
    /** How many states, how many at most. */
    TOO_MANY_STATES(true),
    /** The state's name. */
    STATE_TWICE(true),
    /** The state as it was given. */
    UNKNOWN_STATE(true),
    /** The time as it was given. */
    TIME_OUT_OF_RANGE(true),
    /** The date, the earliest and the latest that can be. */
    DATE_OUT_OF_RANGE(true),
    /** When observation began and when it ended. */
    ENTRY_AFTER_EXIT(true),
    /** A step that is dated before the one before it. */
    STEPS_OUT_OF_ORDER(true),
    /** A step after the case had ended; the state in which it ended. */
    STEP_AFTER_END(true),
    /** How many columns, how many rows were expected. */
    LENGTHS_DIFFER(true),
    /** A covariate that is no finite number. */
    COVARIATE_NOT_FINITE(true),
    /** The covariate that others determine, or that never varies. */
    COVARIATE_REDUNDANT(true),
    /** The likelihood has no greatest value: the covariate whose coefficient runs away. */
    COVARIATE_SEPARATES(true),
    /** Regression of shares with cases that were seen late. */
    LATE_ENTRY_NOT_SUPPORTED(true),
    ONE_GROUP(true),
    /** Tied ends at one time, how many at most with exact ties. */
    TOO_MANY_TIES(true),
    /** The count. */
    NEGATIVE_COUNT(true),
    /** The count as it was given. */
    NO_WHOLE_COUNT(true),
    /** How many are open, of how many. */
    MORE_OPEN_THAN_CASES(true),
    /** A year beyond the range that can be. */
    YEAR_OUT_OF_RANGE(true),
    /** The year. */
    YEAR_TWICE(true),
    ONE_STAGE(true),
    /** The horizon asked, the last time at which anybody was under observation. */
    BEYOND_DATA(false),
    /** The horizon, how many cases were still under observation. */
    FEW_AT_RISK(false),
    /** The time, how many were under observation then: with late entries the first steps of the curve rest on few. */
    FEW_AT_RISK_EARLY(false),
    /** A way to end that no case took. */
    EXIT_NEVER_TAKEN(false),
    /** How many cases were left out, because they had got there before they were first seen. */
    BEFORE_SEEN(false),
    /** Same-year ratios compare different cases. */
    NOT_A_COHORT(false),
    /** The year, the stage, its count, that of the stage before. */
    MORE_THAN_BEFORE(false),
    /** By what share cases of the first stage change from year to year. */
    INFLOW_CHANGES(false),
    /** The share of cases of the year that are still open, in per cent. */
    MANY_OPEN(false),
    /** How many ratios are not shown, because someone could be known by them. */
    SMALL_COUNTS_HIDDEN(false),
    /** The covariate, p: its effect changes with time. */
    NOT_PROPORTIONAL(false);

    private final boolean refuses;

    FunnelFault(boolean refuses) {
        this.refuses = refuses;
    }

    @Override
    public boolean refuses() {
        return refuses;
    }
}
