package org.fourfold.linkage.cluster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.fourfold.linkage.records.RecordName;

/**
 * What one person found of two records. It names them by source and id, so that it holds in every later run and under every
 * later model.
 *
 * @param a the record whose name comes first
 * @param b the other one
 * @param verdict what was found
 * @param who said it; not empty
 * @param when it was said
 * @param until the last day (UTC) on which it holds; empty if it holds until somebody says otherwise
 * @param reason in words; may be empty
 */
public record Judgement(
        RecordName a, RecordName b, Verdict verdict, String who, Instant when, Optional<LocalDate> until, String reason)
        implements Comparable<Judgement> {

    /** Letters of a source and of an id. */
    public static final int NAME_MAX = 500;

    /** Letters of the person's name. */
    public static final int WHO_MAX = 200;

    /** Letters of a reason. */
    public static final int REASON_MAX = 5_000;

    private static final Comparator<Judgement> ORDER = Comparator.comparing(Judgement::a)
            .thenComparing(Judgement::b)
            .thenComparing(Judgement::when)
            .thenComparing(Judgement::who)
            .thenComparing(Judgement::verdict)
            .thenComparing(judgement -> judgement.until().orElse(LocalDate.MAX))
            .thenComparing(Judgement::reason);

    /** Puts the record first whose name comes first, and checks the rest. */
    public Judgement {
        check(a);
        check(b);
        if (a.equals(b)) {
            throw BadJudgement.of(JudgementFault.SAME_RECORD);
        }
        if (who.isBlank() || who.length() > WHO_MAX) {
            throw BadJudgement.over(JudgementFault.NOBODY_JUDGED, WHO_MAX);
        }
        if (reason.length() > REASON_MAX) {
            throw BadJudgement.over(JudgementFault.REASON_TOO_LONG, REASON_MAX);
        }
        if (until.isPresent() && until.get().isBefore(day(when))) {
            throw BadJudgement.of(JudgementFault.ENDS_BEFORE_IT_BEGINS);
        }
        if (a.compareTo(b) > 0) {
            RecordName first = b;
            b = a;
            a = first;
        }
    }

    private static void check(RecordName name) {
        if (name.id().isEmpty()) {
            throw BadJudgement.of(JudgementFault.NO_ID);
        }
        if (name.id().length() > NAME_MAX || name.source().length() > NAME_MAX) {
            throw BadJudgement.over(JudgementFault.NAME_TOO_LONG, NAME_MAX);
        }
    }

    /** Whether it holds on a day (UTC). */
    public boolean holdsOn(LocalDate day) {
        return !day(when).isAfter(day) && until.map(last -> !last.isBefore(day)).orElse(true);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** By the records, then by time. */
    @Override
    public int compareTo(Judgement other) {
        return ORDER.compare(this, other);
    }
}
