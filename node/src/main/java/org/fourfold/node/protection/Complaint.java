package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;

/**
 * A complaint about the house, with what its trustees answered.
 *
 * @param told empty for who has only the receipt's code
 * @param steps the first first
 */
public record Complaint(UUID id, Optional<Told> told, List<Step> steps) {

    /** The longest that the words may be, in characters. */
    public static final int WORDS_MAX = 4_000;

    /** Steps that one complaint may have. */
    public static final int STEPS_MAX = 50;

    public Complaint {
        steps = List.copyOf(steps);
    }

    /**
     * What was told.
     *
     * @param writer who wrote it down; empty where they left themselves out
     */
    public record Told(LocalDate on, Whose whose, String words, Optional<MemberId> writer) {}

    /** Whose complaint it is. */
    public enum Whose {
        PERSON,
        OWN
    }

    /** What the trustees did, in words for who complained. */
    public record Step(LocalDate on, State state, String words) {}

    /** How far they are. */
    public enum State {
        RECEIVED,
        LOOKED_INTO,
        ANSWERED
    }

    /** How it stands; empty while no trustee said that it was received. */
    public Optional<State> state() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().state());
    }

    public boolean isAnswered() {
        return steps.stream().anyMatch(step -> step.state() == State.ANSWERED);
    }
}
