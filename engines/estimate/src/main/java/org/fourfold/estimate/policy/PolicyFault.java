package org.fourfold.estimate.policy;

import org.fourfold.estimate.run.Fault;

/** What may be wrong with series, policies and what is said of them. */
public enum PolicyFault implements Fault {
    /** How many periods there are, how many are needed. */
    SERIES_TOO_SHORT(true),
    /** How many periods at most. */
    SERIES_TOO_LONG(true),
    /** The policy's date, the series' first and last. */
    POLICY_OUTSIDE(true),
    /** How many periods before and after the policy there are, how many of each are needed. */
    TOO_FEW_AROUND(true),
    /** How many years the series has; a season needs two. */
    SEASON_TOO_SHORT(true),
    ALL_ZERO(true),
    /** No case at all before, or after, the policy. */
    NOTHING_BEFORE(true),
    NOTHING_AFTER(true),
    /** The count. */
    NEGATIVE_COUNT(true),
    /** The count as it was given. */
    NO_WHOLE_COUNT(true),
    /** The exposure as it was given. */
    EXPOSURE_NOT_POSITIVE(true),
    /** How many values, how many were expected. */
    LENGTHS_DIFFER(true),
    /** A date, the earliest and the latest that can be. */
    DATE_OUT_OF_RANGE(true),
    /** A value that is no finite number. */
    VALUE_NOT_FINITE(true),
    /** Terms of the model that the data cannot tell apart; the name of one. */
    TERMS_NOT_TOLD_APART(true),
    NO_CONVERGENCE(true),
    /** Two sources, or two places, of one name. */
    NAME_TWICE(true),
    /** A placebo date that is not before the policy with room on both sides; the date. */
    PLACEBO_OUTSIDE(true),
    NO_SOURCE(true),
    /** No place ever took the policy up. */
    NOBODY_ADOPTED(true),
    /** The cohort's date, the cell: no case in it. */
    EMPTY_CELL(true),
    /** Series of one panel with other steps or dates. */
    PANEL_UNEVEN(true),
    /** No place is without the policy at the same time as others have it. */
    NO_COMPARISON(true),
    /** How many terms the panel would need, how many at most. */
    PANEL_TOO_LARGE(true),
    /** How many controls, how many at most for so many periods. */
    TOO_MANY_CONTROLS(true),
    NO_CONTROL(true),
    /** The chains do not agree: R-hat, effective draws. */
    CHAINS_DISAGREE(true),
    /** One source, or several of one origin. */
    ONE_SOURCE(false),
    /** Sources see changes in opposite directions, or one that would see it does not. */
    SOURCES_DISAGREE(false),
    /** How many of how many placebo dates look as strong. */
    PLACEBO_DATES_ALIKE(false),
    /** How many of how many placebo places look as strong. */
    PLACEBO_PLACES_ALIKE(false),
    NO_PLACEBO_PLACES(false),
    /** How many placebo places there are; fewer than 19 can never be one in twenty. */
    FEW_PLACEBO_PLACES(false),
    FEW_PLACEBO_DATES(false),
    /** The p of Ljung and Box. */
    RESIDUALS_DEPEND(false),
    /** The dispersion. */
    OVERDISPERSED(false),
    /** The ratio that would still be seen. */
    LITTLE_POWER(false),
    /** The policy's date, the first period that is wholly after it. */
    POLICY_MID_PERIOD(false),
    /** No exposure was given: numbers at risk may have changed. */
    NO_EXPOSURE(false),
    /** By what factor the share that is reported would have to change, in per cent. */
    REPORTING_COULD_EXPLAIN(false),
    /** Share of periods without a case, in per cent. */
    MANY_ZEROS(false),
    /** Places of a cohort, of the comparison: too few for errors by place. */
    FEW_PLACES(false),
    /** How many places had the policy from the first period on and are left out. */
    ALWAYS_ADOPTED(false),
    /** From which date on nobody is left to compare with: these periods are left out. */
    COMPARED_UNTIL(false),
    /** p: places differed already before they took the policy up. */
    DIFFERENT_BEFORE(false),
    /** The control itself could be touched by the policy. */
    CONTROLS_MUST_BE_UNTOUCHED(false);

    private final boolean refuses;

    PolicyFault(boolean refuses) {
        this.refuses = refuses;
    }

    @Override
    public boolean refuses() {
        return refuses;
    }
}
