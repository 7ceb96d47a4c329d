package org.fourfold.node.tables;

import java.util.List;

/**
 * What is known of a sheet once it was read to its end.
 *
 * @param rows rows that hold something
 * @param columns the widest row
 * @param formulas cells with a formula
 * @param hiddenRows rows that hold something and are hidden or filtered out; they are read like the others
 * @param merges merged ranges, at most {@link TableLimits#MERGES_KEPT_MAX}
 * @param mergeCount all merged ranges
 */
public record SheetFacts(long rows, int columns, long formulas, long hiddenRows, List<Merge> merges, long mergeCount) {

    public SheetFacts {
        merges = List.copyOf(merges);
    }

    /** A range of cells shown as one: its value stands in the first. Rows are first = 1, columns first = 0. */
    public record Merge(long firstRow, int firstColumn, long lastRow, int lastColumn) {

        /** As a spreadsheet writes it: {@code B7:B9}. */
        public String range() {
            return CellReference.column(firstColumn) + firstRow + ":" + CellReference.column(lastColumn) + lastRow;
        }
    }
}
