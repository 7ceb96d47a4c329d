package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Revision;

/** What stands of a file in clear: nothing about the person. */
public record CaseFile(
        CaseFileId id,
        FileNumber number,
        MemberId owner,
        CaseState state,
        boolean sealed,
        Revision revision,
        Instant openedAt,
        Optional<Instant> closedAt) {

    public boolean isOpen() {
        return state == CaseState.OPEN;
    }
}
