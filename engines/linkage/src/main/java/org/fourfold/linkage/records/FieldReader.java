package org.fourfold.linkage.records;

import java.util.List;
import org.fourfold.linkage.table.Block;

/** Turns the cells of one field into numbers, block by block. Each has what it needs for itself: several may read at once. */
interface FieldReader {

    /**
     * Takes the field of every row.
     *
     * @param columns where its inputs stand in this table, -1 for one that the table has not; of a field of
     *     several values those that the table has
     */
    void read(Block block, int[] columns);

    /**
     * What was read, in the order of the records.
     *
     * @param order which row comes where
     */
    List<Slot> finish(int[] order);
}
