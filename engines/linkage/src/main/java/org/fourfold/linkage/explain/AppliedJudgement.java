package org.fourfold.linkage.explain;

import java.time.LocalDate;
import org.fourfold.linkage.records.RecordName;

/**
 * What a person decided about two records, as far as an explanation tells it.
 *
 * @param same whether they were judged to be one
 * @param by who judged, as the caller calls them
 * @param on the day
 * @param reason in their words; may be empty; shown only where masking lets it
 */
public record AppliedJudgement(RecordName a, RecordName b, boolean same, String by, LocalDate on, String reason) {

    /** Letters in a reason or in who judged. */
    public static final int LETTERS_MAX = 500;

    public AppliedJudgement {
        if (a.equals(b)) {
            throw new IllegalArgumentException("a judgement is about two records: name two");
        }
        if (by.length() > LETTERS_MAX || reason.length() > LETTERS_MAX) {
            throw new IllegalArgumentException(
                    "who judged and why have at most " + LETTERS_MAX + " letters each: shorten the text");
        }
    }

    boolean isAbout(RecordName x, RecordName y) {
        return (a.equals(x) && b.equals(y)) || (a.equals(y) && b.equals(x));
    }
}
