package org.fourfold.node.protection.internal;

import org.fourfold.node.frame.EventType;

/** What happens to case files, as it stands in the record. */
public final class Events {

    public static final EventType OPENED = new EventType("case.opened");
    public static final EventType IMPORTED = new EventType("case.imported");
    public static final EventType EXPORTED = new EventType("case.exported");
    public static final EventType IMPORT_BEGUN = new EventType("case.import-begun");
    public static final EventType IMPORT_COMPARED = new EventType("case.import-compared");
    public static final EventType IMPORT_ENDED = new EventType("case.import-ended");
    public static final EventType EXPORT_BEGUN = new EventType("case.export-begun");
    public static final EventType VIEWED = new EventType("case.viewed");
    public static final EventType LISTED = new EventType("case.listed");
    public static final EventType SEARCHED = new EventType("case.searched");
    public static final EventType WRITTEN = new EventType("case.written");
    public static final EventType NOTE_WRITTEN = new EventType("case.note-written");
    public static final EventType NOTE_STRUCK = new EventType("case.note-struck");
    public static final EventType READERS_SHOWN = new EventType("case.readers-shown");
    public static final EventType PRINTED = new EventType("case.printed");
    public static final EventType CLOSED = new EventType("case.closed");
    public static final EventType REOPENED = new EventType("case.reopened");
    public static final EventType SEALED = new EventType("case.sealed");
    public static final EventType UNSEALED = new EventType("case.unsealed");
    public static final EventType ERASED = new EventType("case.erased");
    public static final EventType RECEIPT_SHOWN = new EventType("case.receipt-shown");
    public static final EventType HANDED_ON = new EventType("case.handed-on");
    public static final EventType TAKEN_OVER = new EventType("case.taken-over");
    public static final EventType LAWYER_NAMED = new EventType("case.lawyer-named");
    public static final EventType GLASS_BROKEN = new EventType("case.glass-broken");
    public static final EventType GLASS_REVIEWED = new EventType("case.glass-reviewed");
    public static final EventType REFUSED = new EventType("case.refused");
    public static final EventType DRAFT_KEPT = new EventType("draft.kept");
    public static final EventType DRAFT_OPENED = new EventType("draft.opened");
    public static final EventType DRAFT_DROPPED = new EventType("draft.dropped");

    public static final EventType SHOWN_TO_PERSON = new EventType("case.shown-to-person");
    public static final EventType SHEET_GIVEN = new EventType("case.sheet-given");
    public static final EventType RECORD_ASKED = new EventType("case.record-asked");

    public static final EventType CONSENT_SHOWN = new EventType("case.consent-shown");
    public static final EventType CONSENT_GIVEN = new EventType("case.consent-given");
    public static final EventType VOICE_ADDED = new EventType("case.voice-added");
    public static final EventType VOICE_HEARD = new EventType("case.voice-heard");
    public static final EventType CONSENT_WITHDRAWN = new EventType("case.consent-withdrawn");
    public static final EventType WITHHELD = new EventType("case.withheld");
    public static final EventType WITHHOLDING_LIFTED = new EventType("case.withholding-lifted");
    public static final EventType HANDED_OVER = new EventType("case.handed-over");
    public static final EventType RECIPIENT_TOLD = new EventType("case.recipient-told");

    public static final EventType SERVICES_SHOWN = new EventType("case.services-shown");
    public static final EventType SERVICE_GIVEN = new EventType("case.service-given");
    public static final EventType SERVICE_STRUCK = new EventType("case.service-struck");
    public static final EventType COUNTED = new EventType("case.counted");
    public static final EventType COUNT_SHOWN = new EventType("case.count-shown");
    public static final EventType COUNT_TAKEN_OUT = new EventType("case.count-taken-out");

    public static final EventType RIGHT_ASKED = new EventType("case.right-asked");
    public static final EventType RIGHT_ANSWERED = new EventType("case.right-answered");
    public static final EventType CLOCKS_SHOWN = new EventType("case.clocks-shown");
    public static final EventType CLOCKS_LISTED = new EventType("case.clocks-listed");
    public static final EventType CLOCK_FACT = new EventType("case.clock-fact");
    public static final EventType CLOCK_FACT_CORRECTED = new EventType("case.clock-fact-corrected");
    public static final EventType CLOCK_FACT_STRUCK = new EventType("case.clock-fact-struck");
    public static final EventType RULES_SHOWN = new EventType("case.rules-shown");
    public static final EventType RULE_REVIEWED = new EventType("case.rule-reviewed");
    public static final EventType CONVERSATION_WRITTEN = new EventType("case.conversation-written");
    public static final EventType SIGN_WRITTEN = new EventType("case.sign-written");
    public static final EventType DECISION_WRITTEN = new EventType("case.decision-written");

    /** Never about a file: who refused stands nowhere. */
    public static final EventType REFUSAL_COUNTED = new EventType("refusal.counted");

    public static final EventType REFUSALS_SHOWN = new EventType("refusal.shown");
    public static final EventType DEMAND_RECEIVED = new EventType("case.demand-received");
    public static final EventType DEMAND_TIED = new EventType("case.demand-tied");
    public static final EventType DEMAND_SHOWN = new EventType("case.demand-shown");
    public static final EventType DEMAND_PRINTED = new EventType("case.demand-printed");
    public static final EventType DEMAND_WITH_LAWYER = new EventType("case.demand-lawyer-asked");
    public static final EventType DEMAND_APPROVED = new EventType("case.demand-approved");
    public static final EventType DEMAND_NARROWED = new EventType("case.demand-narrowed");
    public static final EventType DEMAND_CHALLENGED = new EventType("case.demand-challenged");
    public static final EventType DEMAND_REFUSED = new EventType("case.demand-refused");
    public static final EventType DEMAND_TOLD = new EventType("case.demand-person-told");
    public static final EventType DEMAND_SILENCED = new EventType("case.demand-telling-forbidden");

    /** Of a demand that is tied to no file, about the demand itself. */
    public static final EventType LOOSE_RECEIVED = new EventType("demand.received");

    public static final EventType LOOSE_SHOWN = new EventType("demand.shown");
    public static final EventType LOOSE_ANSWERED = new EventType("demand.answered");
    public static final EventType LOOSE_FORGOTTEN = new EventType("demand.forgotten");

    public static final EventType OVERRIDES_SHOWN = new EventType("case.overrides-shown");
    public static final EventType OVERRIDE_ASKED = new EventType("case.override-asked");
    public static final EventType OVERRIDE_GRANTED = new EventType("case.override-granted");
    public static final EventType OVERRIDE_DENIED = new EventType("case.override-denied");
    public static final EventType OVERRIDE_TOLD = new EventType("case.override-person-told");
    public static final EventType ROOMS_SHOWN = new EventType("house.rooms-shown");
    public static final EventType ROOM_CHANGED = new EventType("house.room-changed");
    public static final EventType UNMET_COUNTED = new EventType("house.unmet-counted");
    public static final EventType UNMET_SHOWN = new EventType("house.unmet-shown");
    public static final EventType STAY_SHOWN = new EventType("case.stay-shown");
    public static final EventType STAY_BEGUN = new EventType("case.stay-begun");
    public static final EventType STAY_MOVED = new EventType("case.stay-moved");
    public static final EventType STAY_ENDED = new EventType("case.stay-ended");
    public static final EventType WENT_OUT = new EventType("case.went-out");
    public static final EventType CAME_BACK = new EventType("case.came-back");

    public static final EventType NIGHT_SHOWN = new EventType("house.night-shown");
    public static final EventType HOUSE_WRITTEN = new EventType("house.night-written");
    public static final EventType NIGHT_READ = new EventType("house.night-read");
    public static final EventType NIGHT_WRITTEN = new EventType("case.night-written");
    public static final EventType URGENT_SHOWN = new EventType("case.urgent-shown");
    public static final EventType URGENT_RAISED = new EventType("case.urgent-raised");
    public static final EventType URGENT_ENDED = new EventType("case.urgent-ended");

    public static final EventType TASK_MADE = new EventType("case.task-made");
    public static final EventType TASK_DONE = new EventType("case.task-done");
    public static final EventType HOUSE_TASK = new EventType("house.task-changed");
    public static final EventType COVERS_SHOWN = new EventType("house.covers-shown");
    public static final EventType COVER_CHANGED = new EventType("house.cover-changed");

    public static final EventType PLAN_SHOWN = new EventType("case.plan-shown");
    public static final EventType PLAN_CHANGED = new EventType("case.plan-changed");
    public static final EventType PLAN_APPROVED = new EventType("case.plan-approved");
    public static final EventType HANDED_OUT = new EventType("case.handed-out");
    public static final EventType STORE_SHOWN = new EventType("house.store-shown");
    public static final EventType STORE_CHANGED = new EventType("house.store-changed");

    public static final EventType INTERPRETERS_SHOWN = new EventType("house.interpreters-shown");
    public static final EventType INTERPRETER_CHANGED = new EventType("house.interpreter-changed");

    public static final EventType SPOKEN_SHOWN = new EventType("house.spoken-shown");
    public static final EventType SPOKEN_CHANGED = new EventType("house.spoken-changed");
    public static final EventType SPOKEN_PLAYED = new EventType("house.spoken-played");

    public static final EventType FAMILY_SHOWN = new EventType("case.family-shown");
    public static final EventType FAMILY_CHANGED = new EventType("case.family-changed");

    public static final EventType BREACH_REPORTED = new EventType("breach.reported");
    public static final EventType BREACHES_SHOWN = new EventType("breach.shown");
    public static final EventType BREACH_WRITTEN = new EventType("breach.written");

    /** By nobody: who wrote a complaint down stands in no record. */
    public static final EventType COMPLAINT_TOLD = new EventType("complaint.told");

    public static final EventType COMPLAINT_ASKED = new EventType("complaint.asked");
    public static final EventType COMPLAINTS_SHOWN = new EventType("complaint.shown");
    public static final EventType COMPLAINT_ANSWERED = new EventType("complaint.answered");
    public static final EventType COMPLAINT_FORGOTTEN = new EventType("complaint.forgotten");

    private Events() {}
}
