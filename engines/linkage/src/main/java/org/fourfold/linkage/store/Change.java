package org.fourfold.linkage.store;

import java.util.List;

/**
 * What a batch or a removal changed.
 *
 * @param firstRow the row of the first record that came; they are numbered on from there
 * @param added records that came
 * @param removed records that went
 * @param pairsAdded pairs that are new
 * @param pairsDropped pairs that are no longer: a record of theirs went, or their block became too large to say anything
 * @param components groups of records that were clustered anew
 * @param moved records whose cluster is another, those that came included, by row
 * @param drift how the batch differs from what was trained on; of a removal nothing
 */
public record Change(
        int firstRow,
        int added,
        int removed,
        long pairsAdded,
        long pairsDropped,
        int components,
        List<Moved> moved,
        Drift drift) {

    /**
     * A record whose cluster is another.
     *
     * @param before -1 if it came
     * @param after -1 if it went
     */
    public record Moved(int row, int before, int after) {}

    public Change {
        moved = List.copyOf(moved);
    }
}
