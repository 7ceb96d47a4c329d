package org.fourfold.linkage.cluster;

import java.util.Locale;

/** What may be wrong with one judgement, or with the file that holds it; the most that is allowed comes with it as {@code max}. */
public enum JudgementFault {
    /** {@code columns}, those that are missing; {@code all}, the first line as it should be */
    NO_COLUMNS,
    TOO_MANY,
    NOT_UTF8,
    UNKNOWN_VERDICT,
    SAME_RECORD,
    NOBODY_JUDGED,
    REASON_TOO_LONG,
    ENDS_BEFORE_IT_BEGINS,
    NO_ID,
    NAME_TOO_LONG,
    NO_TIME,
    /** {@code column} */
    NO_DAY,
    TOO_FEW_CELLS,
    TOO_MANY_CELLS,
    ROW_TOO_LONG,
    OPEN_QUOTE;

    /** The same with hyphens: {@code no-day}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
