package org.fourfold.node.protection;

import java.time.Instant;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;

/**
 * What was destroyed, and until when an older backup may still hold it. What remains: this receipt and the events, which
 * say that something was read or done, never what.
 *
 * @param texts ciphertexts that the eraser could see, all revisions; those of the lawyer's group went with them
 */
public record ErasureReceipt(
        CaseFileId file,
        FileNumber number,
        MemberId erasedBy,
        Instant erasedAt,
        int texts,
        int tokens,
        Instant backupsUntil) {}
