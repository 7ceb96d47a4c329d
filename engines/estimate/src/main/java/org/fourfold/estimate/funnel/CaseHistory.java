package org.fourfold.estimate.funnel;

import java.time.LocalDate;
import java.util.List;

/**
 * The road of one case, without anything by which it could be known.
 *
 * @param reported the day on which it began
 * @param seenFrom the day from which it was under observation; {@code reported} unless it came onto the list later, when it would
 *     not have been listed had it ended before
 * @param steps what happened, in the order of their days; none for a case that is as it was reported
 */
public record CaseHistory(LocalDate reported, LocalDate seenFrom, List<Step> steps) {

    /**
     * A state entered.
     *
     * @param state a stage or an end of {@link Road}
     */
    public record Step(LocalDate day, String state) {}

    public CaseHistory {
        steps = List.copyOf(steps);
    }
}
