package org.fourfold.node.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;

/** One thing that happened to an investigation. It is never changed; what is wrong is struck out and stays readable. */
public sealed interface DocketEntry {

    /** Characters of an instrument, a court's name, a reason, a deed. */
    int WORDS_CHARACTERS_MAX = 2_000;

    /** Characters of what proves an obstruction. */
    int EVIDENCE_CHARACTERS_MAX = 500;

    EntryId id();

    /** The day by which it stands in the docket. */
    LocalDate day();

    Entered entered();

    /** What empowers the investigators, from when and, where it is known, until when. A renewal is a mandate of its own. */
    record Mandate(EntryId id, LocalDate day, Optional<LocalDate> until, String instrument, Entered entered)
            implements DocketEntry {}

    record Hearing(EntryId id, LocalDate day, HearingKind kind, String court, Entered entered) implements DocketEntry {}

    /**
     * A hearing put off, or asked to be.
     *
     * @param day when it was asked for
     * @param until the new day, where one was set
     */
    record Continuance(
            EntryId id,
            EntryId hearing,
            LocalDate day,
            AskedBy askedBy,
            String reason,
            Ruling ruling,
            Optional<LocalDate> until,
            Entered entered)
            implements DocketEntry {}

    /**
     * Something done to stop or void the work.
     *
     * @param evidence where it can be read: a decree, a gazette, a file's number; empty if nothing is known
     */
    record Obstruction(EntryId id, LocalDate day, ObstructionKind kind, String deed, String evidence, Entered entered)
            implements DocketEntry {}

    /** Who wrote it down and when, and who struck it out. */
    record Entered(MemberId by, Instant at, Optional<Struck> struck) {}

    record Struck(MemberId by, Instant at, String why) {}

    enum HearingKind {
        INITIAL,
        DETENTION,
        INDICTMENT,
        PLEA,
        TRIAL,
        SENTENCE,
        APPEAL,
        RESTITUTION,
        OTHER
    }

    /** Who asked for a continuance. */
    enum AskedBy {
        DEFENCE,
        PROSECUTION,
        COURT,
        VICTIM,
        OTHER
    }

    /** What the court said to it. */
    enum Ruling {
        PENDING,
        GRANTED,
        DENIED
    }

    /** After what was done to CICIG and MACCIH (2017 to 2021) and to those who had worked there. */
    enum ObstructionKind {
        /** The mandate ended, or was not renewed. */
        MANDATE,
        /** A law was changed to shield, or to take powers away. */
        LAW,
        BUDGET,
        /** Somebody was removed, transferred or forced out. */
        REMOVAL,
        /** Charges, or their threat, against those who investigate. */
        CHARGES,
        THREAT,
        /** Evidence attacked as void or altered, or made away with. */
        EVIDENCE,
        /** Access to a place, a file or a person refused. */
        ACCESS,
        DELAY,
        LEAK,
        /** A witness or collaborator pressed. */
        WITNESS,
        OTHER
    }
}
