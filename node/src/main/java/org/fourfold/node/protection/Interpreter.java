package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.OrganisationId;

/** Somebody who interprets for the house. Who they interpreted for stands in the plans of those persons and nowhere else. */
public record Interpreter(UUID id, Terms terms) {

    /** More than a house has. */
    public static final int INTERPRETERS_MAX = 200;

    /** The longest name, in characters. */
    public static final int NAME_MAX = 120;

    /** The longest of the other texts, in characters. */
    public static final int WORDS_MAX = 300;

    /**
     * What is known of them.
     *
     * @param languages in words, as they say them
     * @param reach how to reach them
     * @param promised on which day they signed to keep what they hear to themselves; empty where they did not
     * @param notFor for whom they must not interpret, in words
     * @param from the organisation that sends them
     * @param active whether they can be booked
     */
    public record Terms(
            String name,
            String languages,
            String reach,
            Optional<LocalDate> promised,
            String notFor,
            Optional<OrganisationId> from,
            boolean active) {}

    /**
     * One as they can be booked for a person.
     *
     * @param before how often they interpreted for this person, or will
     */
    public record Bookable(Interpreter interpreter, int before) {}

    @Override
    public String toString() {
        return "interpreter " + id;
    }
}
