package org.fourfold.node.frame;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a decision must know about a consent: to whom, for what, which groups, from when until when, how it came about.
 *
 * @param recipient the name under which the register keeps the recipient
 * @param until the first instant at which it no longer holds; a consent without an end is none (34 U.S.C. 12291(b)(2):
 *     reasonably time-limited)
 * @param withdrawn since when it was taken back; no reason is ever asked
 * @param conditionOfService whether help was made to depend on it, which voids it
 */
public record ConsentFact(
        String recipient,
        Purpose purpose,
        Set<FieldGroup> groups,
        GivenBy givenBy,
        boolean informed,
        boolean conditionOfService,
        Instant from,
        Instant until,
        Optional<Instant> withdrawn) {

    /** Who gave it. */
    public enum GivenBy {
        ADULT,
        /** A minor together with a guardian against whom nothing speaks. */
        MINOR_AND_GUARDIAN,
        GUARDIAN_ALONE,
        /** A guardian who may be implicated: cannot consent. */
        IMPLICATED_GUARDIAN
    }

    public ConsentFact {
        groups = Set.copyOf(groups);
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("a consent ends after it begins");
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from)
                && at.isBefore(until)
                && withdrawn.map(since -> at.isBefore(since)).orElse(true);
    }
}
