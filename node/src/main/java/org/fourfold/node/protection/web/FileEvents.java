package org.fourfold.node.protection.web;

import java.time.Duration;
import java.util.Set;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.protection.internal.Events;
import org.fourfold.node.trust.History;

/** Which events of a file mean what on a sheet of paper and in the week's summary. */
final class FileEvents {

    static final Duration WEEK = Duration.ofDays(7);

    /** What changes what is kept. */
    static final Set<EventType> CHANGES = Set.of(
            Events.OPENED,
            Events.IMPORTED,
            Events.WRITTEN,
            Events.NOTE_WRITTEN,
            Events.NOTE_STRUCK,
            Events.CLOCK_FACT,
            Events.CLOCK_FACT_CORRECTED,
            Events.CLOCK_FACT_STRUCK,
            Events.CONVERSATION_WRITTEN,
            Events.SIGN_WRITTEN,
            Events.DECISION_WRITTEN,
            Events.CLOSED,
            Events.REOPENED,
            Events.ERASED);

    /** With which a file begins, and only a file. */
    static final Set<EventType> BEGINNINGS = Set.of(Events.OPENED, Events.IMPORTED);

    /** With which it may leave the house, on paper too. */
    static final Set<EventType> HANDINGS = Set.of(Events.EXPORTED, Events.PRINTED, Events.HANDED_OVER);

    /** With which somebody saw or changed what is kept. */
    static final Set<EventType> CONSULTED = Set.of(
            Events.VIEWED,
            Events.SHOWN_TO_PERSON,
            Events.WRITTEN,
            Events.NOTE_WRITTEN,
            Events.NOTE_STRUCK,
            Events.CONVERSATION_WRITTEN,
            Events.SIGN_WRITTEN,
            Events.DECISION_WRITTEN,
            Events.PRINTED,
            Events.EXPORTED,
            Events.HANDED_OVER,
            Events.CLOCKS_SHOWN,
            Events.CLOCK_FACT,
            Events.CLOCK_FACT_CORRECTED,
            Events.CLOCK_FACT_STRUCK,
            Events.STAY_SHOWN,
            Events.VOICE_HEARD,
            Events.PLAN_SHOWN,
            Events.PLAN_CHANGED,
            Events.FAMILY_SHOWN,
            Events.FAMILY_CHANGED,
            Events.NIGHT_WRITTEN,
            Events.URGENT_RAISED,
            Events.GLASS_BROKEN);

    /** What tells of a demand: left out of what the person is told while a court forbids telling. */
    static final Set<EventType> DEMANDED = Set.of(
            Events.DEMAND_RECEIVED,
            Events.DEMAND_TIED,
            Events.DEMAND_WITH_LAWYER,
            Events.DEMAND_APPROVED,
            Events.DEMAND_NARROWED,
            Events.DEMAND_CHALLENGED,
            Events.DEMAND_REFUSED,
            Events.DEMAND_TOLD,
            Events.DEMAND_SILENCED);

    /** What the record adds to something handed over because an authority demanded it. */
    private static final String BY_DUTY = "legal-duty";

    /** What the person is told. */
    static final Set<EventType> TOLD = Set.of(
            Events.OPENED,
            Events.IMPORTED,
            Events.VIEWED,
            Events.SHOWN_TO_PERSON,
            Events.SHEET_GIVEN,
            Events.RIGHT_ASKED,
            Events.RIGHT_ANSWERED,
            Events.WRITTEN,
            Events.NOTE_WRITTEN,
            Events.NOTE_STRUCK,
            Events.CONVERSATION_WRITTEN,
            Events.SIGN_WRITTEN,
            Events.DECISION_WRITTEN,
            Events.PRINTED,
            Events.EXPORTED,
            Events.CLOSED,
            Events.REOPENED,
            Events.SEALED,
            Events.UNSEALED,
            Events.LAWYER_NAMED,
            Events.HANDED_ON,
            Events.TAKEN_OVER,
            Events.CONSENT_GIVEN,
            Events.VOICE_ADDED,
            Events.VOICE_HEARD,
            Events.CONSENT_WITHDRAWN,
            Events.WITHHELD,
            Events.WITHHOLDING_LIFTED,
            Events.HANDED_OVER,
            Events.RECIPIENT_TOLD,
            Events.CLOCKS_SHOWN,
            Events.CLOCK_FACT,
            Events.CLOCK_FACT_CORRECTED,
            Events.CLOCK_FACT_STRUCK,
            Events.OVERRIDE_ASKED,
            Events.OVERRIDE_GRANTED,
            Events.OVERRIDE_DENIED,
            Events.OVERRIDE_TOLD,
            Events.STAY_SHOWN,
            Events.STAY_BEGUN,
            Events.STAY_MOVED,
            Events.STAY_ENDED,
            Events.WENT_OUT,
            Events.CAME_BACK,
            Events.NIGHT_WRITTEN,
            Events.URGENT_RAISED,
            Events.URGENT_ENDED,
            Events.TASK_MADE,
            Events.TASK_DONE,
            Events.PLAN_SHOWN,
            Events.PLAN_CHANGED,
            Events.PLAN_APPROVED,
            Events.HANDED_OUT,
            Events.FAMILY_SHOWN,
            Events.FAMILY_CHANGED,
            Events.GLASS_BROKEN,
            Events.REFUSED);

    /** With which somebody asks whether there is a file. */
    static final Set<EventType> ASKINGS = Set.of(Events.SEARCHED);

    /** What the privacy officer looks at: what left the house, and what was opened in an emergency. */
    static final Set<EventType> OVERSEEN =
            Set.of(Events.HANDED_OVER, Events.EXPORTED, Events.PRINTED, Events.GLASS_BROKEN);

    /** How far back. */
    static final Duration MONTH = Duration.ofDays(30);

    /** @param silenced whether a court forbids today that the person be told of a demand */
    static boolean isTold(History.Item item, boolean silenced) {
        boolean ofDemand = DEMANDED.contains(item.type())
                || (item.type().equals(Events.HANDED_OVER) && item.detail().equals(BY_DUTY));
        return ofDemand ? !silenced : TOLD.contains(item.type());
    }

    private FileEvents() {}
}
