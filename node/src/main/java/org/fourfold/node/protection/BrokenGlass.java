package org.fourfold.node.protection;

import java.time.Instant;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;

/** An emergency look at somebody else's file, waiting for its review. */
public record BrokenGlass(UUID id, CaseFileId file, MemberId owner, MemberId member, Instant openedAt, String reason) {

    @Override
    public String toString() {
        return "emergency opening " + id;
    }
}
