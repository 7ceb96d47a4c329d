package org.fourfold.node.tables;

import java.util.List;

/**
 * One row that holds something.
 *
 * @param number the file's own number of it, first = 1; for text the line it begins in
 * @param cells from the first column on; columns behind the last one are empty
 */
public record SheetRow(long number, List<Cell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell in a column, first = 0. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isEmpty);
    }

    /** How many columns it reaches. */
    public int width() {
        return cells.size();
    }
}
