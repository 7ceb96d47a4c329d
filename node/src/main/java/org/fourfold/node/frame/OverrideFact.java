package org.fourfold.node.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a decision must know about an override: life or health is in danger, the consent rules refuse, and two persons answer
 * for handing over all the same. It reaches one recipient for one purpose, the groups that were asked for and no others, and
 * ends by itself.
 *
 * @param askedBy who asked for it
 * @param approvedBy the second person, who is somebody else
 * @param recipient the name under which the register keeps the recipient
 * @param until the first instant at which it no longer holds, at most {@link #LASTS} after {@code from}
 */
public record OverrideFact(
        MemberId askedBy,
        Optional<MemberId> approvedBy,
        String recipient,
        Purpose purpose,
        Set<FieldGroup> groups,
        Reason reason,
        Instant from,
        Instant until) {

    /** How long an override holds, counted from the asking. */
    public static final Duration LASTS = Duration.ofHours(24);

    /** Why; a closed list, so that overrides can be counted and compared. */
    public enum Reason {
        LIFE_IN_DANGER,
        MEDICAL_EMERGENCY,
        CHILD_IN_DANGER,
        /** An order that must be met at once, before its file's lawyer can be reached. */
        COURT_ORDER_IMMEDIATE
    }

    public OverrideFact {
        groups = Set.copyOf(groups);
        if (!until.isAfter(from) || until.isAfter(from.plus(LASTS))) {
            throw new IllegalArgumentException("an override ends within a day");
        }
    }

    /** Whether somebody else than the one who asked approved it. */
    boolean bySecondPerson() {
        return approvedBy.filter(approver -> !approver.equals(askedBy)).isPresent();
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
