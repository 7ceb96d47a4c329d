package org.fourfold.node.protection;

import java.time.Instant;
import org.fourfold.node.frame.MemberId;

/**
 * A file that was handed on and waits for its new owner.
 *
 * @param former whose it was
 * @param by who handed it on: they themselves, or who supervises them
 */
public record Transfer(CaseFile file, MemberId former, MemberId by, Instant at, Reason reason) {

    /** Why a file goes to somebody else. */
    public enum Reason {
        LEAVES,
        LONG_ABSENCE,
        WORKLOAD,
        LANGUAGE_OR_NEED,
        PERSON_ASKED,
        CONFLICT_OF_INTEREST,
        OTHER
    }
}
