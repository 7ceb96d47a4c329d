package org.fourfold.node.protection.web;

import java.time.Duration;
import java.util.Set;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.protection.internal.Events;

/** Which events of a file mean what on a sheet of paper and in the week's summary. */
final class FileEvents {

    static final Duration WEEK = Duration.ofDays(7);

    /** What changes what is kept. */
    static final Set<EventType> CHANGES = Set.of(
            Events.OPENED,
            Events.IMPORTED,
            Events.WRITTEN,
            Events.NOTE_WRITTEN,
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
            Events.WRITTEN,
            Events.NOTE_WRITTEN,
            Events.PRINTED,
            Events.EXPORTED,
            Events.HANDED_OVER,
            Events.STAY_SHOWN,
            Events.PLAN_SHOWN,
            Events.PLAN_CHANGED,
            Events.FAMILY_SHOWN,
            Events.FAMILY_CHANGED,
            Events.NIGHT_WRITTEN,
            Events.URGENT_RAISED,
            Events.GLASS_BROKEN);

    /** What the person is told. */
    static final Set<EventType> TOLD = Set.of(
            Events.OPENED,
            Events.IMPORTED,
            Events.VIEWED,
            Events.WRITTEN,
            Events.NOTE_WRITTEN,
            Events.PRINTED,
            Events.EXPORTED,
            Events.CLOSED,
            Events.REOPENED,
            Events.SEALED,
            Events.UNSEALED,
            Events.LAWYER_NAMED,
            Events.CONSENT_GIVEN,
            Events.CONSENT_WITHDRAWN,
            Events.WITHHELD,
            Events.WITHHOLDING_LIFTED,
            Events.HANDED_OVER,
            Events.RECIPIENT_TOLD,
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

    private FileEvents() {}
}
