package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;

/**
 * Something that a person asks of what is kept about them. What exactly is noted in the file.
 *
 * @param due until when it is to be answered
 * @param answer how it was answered; empty while it waits
 */
public record RightsRequest(
        UUID id,
        CaseFileId file,
        FileNumber number,
        Kind kind,
        Consent.How how,
        Instant received,
        MemberId receivedBy,
        Instant due,
        Optional<Answer> answer) {

    /** The rights of access, rectification, cancellation and objection (ARCO). */
    public enum Kind {
        ACCESS,
        RECTIFICATION,
        ERASURE,
        OBJECTION
    }

    /** What came of it. */
    public enum Outcome {
        DONE,
        PARTLY,
        REFUSED
    }

    /** Who answered, when and how. */
    public record Answer(Instant at, MemberId by, Outcome outcome) {}

    public boolean isOverdue(Instant now) {
        return answer.isEmpty() && now.isAfter(due);
    }
}
