package org.fourfold.node.protection;

import java.util.List;
import org.fourfold.node.frame.Problem;

/**
 * What became of an HTCDS table.
 *
 * @param dryRun whether nothing was written
 * @param rows lines that hold something, without the heading
 * @param accepted rows that became a case file, or would
 * @param duplicates rows that are known already, word for word
 * @param refusals why a row was not taken; at most {@link org.fourfold.node.frame.Problems#KEPT_MAX}
 * @param remarks what the reader must know of rows that were taken: columns kept aside, ticks that are no consent
 */
public record HtcdsReport(
        boolean dryRun,
        String encoding,
        String delimiter,
        long rows,
        long accepted,
        long refused,
        long duplicates,
        List<Problem> refusals,
        List<Problem> remarks) {

    public HtcdsReport {
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
        if (rows != accepted + refused + duplicates) {
            throw new IllegalArgumentException("a row is accepted, refused or known already");
        }
    }
}
