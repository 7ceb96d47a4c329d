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
 * @param alike accepted rows that may be about the same person as a file that is there
 * @param refusals why a row was not taken; at most {@link org.fourfold.node.frame.Problems#KEPT_MAX}
 * @param remarks what is to be known of rows that were taken: columns and codes kept as they came, ticks that are no
 *     consent, persons who may have a file; at most as many
 * @param untold faults and remarks beyond those
 */
public record HtcdsReport(
        boolean dryRun,
        String encoding,
        String delimiter,
        long rows,
        long accepted,
        long refused,
        long duplicates,
        long alike,
        List<Problem> refusals,
        List<Problem> remarks,
        long untold) {

    public HtcdsReport {
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
        if (rows != accepted + refused + duplicates) {
            throw new IllegalArgumentException("a row is accepted, refused or known already");
        }
    }
}
