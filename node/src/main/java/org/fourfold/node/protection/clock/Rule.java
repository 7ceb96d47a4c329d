package org.fourfold.node.protection.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;

/**
 * One rule of a pack: from which fact how long, and why.
 *
 * @param id unique over all packs: {@code us.hhs-notice}
 * @param citation law and article
 * @param lawDate when that text was enacted or last changed, as far as known
 * @param source what was read of it
 * @param retrieved when it was read, a month or a day; empty: the text itself was not read
 * @param validTo the last day on which it holds
 * @param group whoever may see it sees the clock
 * @param stops what ends it
 * @param proof what document shows that it was done
 */
public record Rule(
        String id,
        Kind kind,
        Words title,
        Words why,
        String citation,
        LocalDate lawDate,
        Words source,
        Optional<String> retrieved,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        FieldGroup group,
        FactKind start,
        Time time,
        Set<FactKind> stops,
        Whom whom,
        List<Step> escalation,
        Words proof) {

    /** What its end means. */
    public enum Kind {
        /** Something has to be done before. */
        DEADLINE,
        /** Something may be asked for from then on. */
        OPENS
    }

    /** For whom it holds. */
    public enum Whom {
        ANYBODY,
        /** Who was, or may have been, under 18 when it started; turning 18 later does not end it. */
        MINOR_AT_START
    }

    /** Who gets it on the desk. */
    public enum Desk {
        OWNER,
        LAWYER_OF_FILE,
        SUPERVISOR
    }

    /** From how long before the end it is on whose desk; whole days are counted as days of the calendar. */
    public record Step(Desk desk, Duration before) {}

    public Rule {
        stops = Set.copyOf(stops);
        escalation = List.copyOf(escalation);
    }

    /** What ends it, or sets it aside. */
    boolean stoppedBy(FactKind fact) {
        return stops.contains(fact) || (fact.setsAside() && fact.group() == group);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
