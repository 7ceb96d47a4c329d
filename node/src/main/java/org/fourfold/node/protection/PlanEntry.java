package org.fourfold.node.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;

/**
 * One thing that is planned with a person, or was given. Its words are never changed: it is dropped and written anew.
 *
 * @param day by when, or for when; empty where there is none
 * @param time for an appointment, as it was typed; empty where there is none
 * @param quantity of goods; 0 for everything else
 * @param changed when it was written down, or last said how it stands
 * @param interpreter who of the house's list was booked
 */
public record PlanEntry(
        UUID id,
        Kind kind,
        State state,
        String words,
        Optional<LocalDate> day,
        String time,
        int quantity,
        Instant changed,
        MemberId by,
        Optional<UUID> interpreter) {

    /** The longest text, in characters. */
    public static final int WORDS_MAX = 2_000;

    /** The most of one thing that goes out at once. */
    public static final int QUANTITY_MAX = 1_000;

    /** What it is. The name is stored: never rename a constant. */
    public enum Kind {
        /** What the person does when there is danger. */
        SAFETY,
        NEED,
        /** In the person's own words. */
        GOAL,
        SERVICE,
        INTERPRETER,
        /** From the store; written down by handing out. */
        GOODS;

        public FieldGroup group() {
            return this == SAFETY ? FieldGroup.SAFETY : FieldGroup.NEEDS;
        }
    }

    /** How it stands. The name is stored: never rename a constant. */
    public enum State {
        OPEN,
        /** Given, reached, met. */
        DONE,
        DROPPED
    }

    @Override
    public String toString() {
        return "plan entry " + id;
    }
}
