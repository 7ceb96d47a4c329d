package org.fourfold.linkage.table;

import java.util.Arrays;
import org.fourfold.linkage.table.TableFaults.Kind;

/** Finds where rows and cells begin and end. A quote opens a cell only at its beginning. */
final class RowSplitter {

    private static final int INCOMPLETE = -1;

    /** Lines after a quote without end that are looked at. */
    private static final int LINES_LOOKED_AT = 1_000;

    private final Block block;
    private final int columns;
    private final byte delimiter;
    private final TableFaults faults;
    private final byte[] bytes;
    private boolean skipping;

    /** Within a quoted cell that is too long: skipped until its closing quote. */
    private boolean skippingCell;

    private long row;

    /** Cells of the row that is being read. */
    private int found;

    private boolean hasDoubled;

    /** Where the quoted cell begins whose end was not found; {@link #INCOMPLETE} if there is none in the row. */
    private int opened;

    RowSplitter(Block block, int columns, byte delimiter, TableFaults faults) {
        this.block = block;
        this.columns = columns;
        this.delimiter = delimiter;
        this.faults = faults;
        this.bytes = block.bytes;
    }

    long nextRow() {
        return row;
    }

    /**
     * Takes every whole row between two places.
     *
     * @param last nothing comes after {@code to}: what is there is a whole row
     * @param firstRow the number of the row that begins at {@code from}
     * @return where the first row begins that is not whole
     */
    int split(int from, int to, boolean last, long firstRow) {
        row = firstRow;
        int at = from;
        while (at < to) {
            if (skippingCell) {
                int close = closing(at, to);
                if (close == INCOMPLETE) {
                    return to;
                }
                if (close + 1 == to && !last) {
                    // It may be the first of two that stand for one.
                    return close;
                }
                skippingCell = false;
                skipping = true;
                at = close + 1;
                continue;
            }
            if (skipping) {
                at = afterLine(at, to);
                skipping = bytes[at - 1] != '\n';
                continue;
            }
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                at++;
                continue;
            }
            int end = row(at, to, last);
            if (end == INCOMPLETE) {
                if (to - at <= CsvTable.ROW_BYTES_MAX && !last) {
                    return at;
                }
                end = leaveOut(at, to);
            } else if (end - at > CsvTable.ROW_BYTES_MAX) {
                faults.add(Kind.ROW_TOO_LONG, row);
            } else {
                finish();
            }
            row++;
            at = end;
        }
        return at;
    }

    /**
     * What has no end: a quote that nothing closes costs its line, a line without end is skipped until it ends; a quoted cell
     * longer than a row may be, to its closing quote, however many lines it has.
     */
    private int leaveOut(int at, int to) {
        int end = afterLine(at, to);
        boolean whole = bytes[end - 1] == '\n';
        if (opened != INCOMPLETE && to - at > CsvTable.ROW_BYTES_MAX && !(whole && areRows(end, to))) {
            faults.add(Kind.ROW_TOO_LONG, row);
            skippingCell = true;
            return opened;
        }
        faults.add(whole || end - at <= CsvTable.ROW_BYTES_MAX ? Kind.OPEN_QUOTE : Kind.ROW_TOO_LONG, row);
        skipping = !whole;
        return end;
    }

    /** Whether the lines have as many cells as the heading, most of them: then they are rows and no text within a cell. */
    private boolean areRows(int from, int to) {
        int lines = 0;
        int rows = 0;
        int cells = 1;
        for (int at = from; at < to && lines < LINES_LOOKED_AT; at++) {
            if (bytes[at] == delimiter) {
                cells++;
            } else if (bytes[at] == '\n') {
                lines++;
                rows += cells == columns ? 1 : 0;
                cells = 1;
            }
        }
        return 2 * rows > lines;
    }

    private int afterLine(int at, int to) {
        int end = at;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, to);
    }

    private void finish() {
        int first = 2 * block.rows * columns;
        if (hasDoubled) {
            makeSingle(first);
        }
        if (found < columns) {
            Arrays.fill(block.cells, first + 2 * found, first + 2 * columns, 0);
            faults.add(Kind.TOO_FEW_CELLS, row);
        } else if (found > columns) {
            faults.add(Kind.TOO_MANY_CELLS, row);
        }
        block.add(row);
    }

    /** Where the row ends that begins here, its line end included; {@link #INCOMPLETE} if it does not end. */
    private int row(int from, int to, boolean last) {
        int at = from;
        int cell = 2 * block.rows * columns;
        block.room(cell + 2 * columns);
        int[] cells = block.cells;
        found = 0;
        hasDoubled = false;
        opened = INCOMPLETE;
        while (true) {
            int start = at;
            int end;
            if (at < to && bytes[at] == '"') {
                opened = at + 1;
                int close = closing(opened, to);
                if (close == INCOMPLETE) {
                    return INCOMPLETE;
                }
                start = at + 1;
                end = close;
                at = close + 1;
                while (at < to && bytes[at] != delimiter && bytes[at] != '\n') {
                    at++;
                }
            } else {
                while (at < to && bytes[at] != delimiter && bytes[at] != '\n') {
                    at++;
                }
                end = at > start && bytes[at - 1] == '\r' && (at == to || bytes[at] == '\n') ? at - 1 : at;
            }
            if (at == to && !last) {
                return INCOMPLETE;
            }
            opened = INCOMPLETE;
            if (found++ < columns) {
                cells[cell++] = start;
                cells[cell++] = end;
            }
            if (at == to || bytes[at] == '\n') {
                return Math.min(at + 1, to);
            }
            at++;
        }
    }

    /** Where the closing quote stands. */
    private int closing(int from, int to) {
        int at = from;
        boolean doubled = false;
        while (true) {
            while (at < to && bytes[at] != '"') {
                at++;
            }
            if (at == to) {
                return INCOMPLETE;
            }
            if (at + 1 == to || bytes[at + 1] != '"') {
                break;
            }
            doubled = true;
            at += 2;
        }
        hasDoubled |= doubled;
        return at;
    }

    /** Doubled quotes become one, now that the row is whole: what is read again must not have changed. */
    private void makeSingle(int first) {
        for (int cell = first; cell < first + 2 * Math.min(found, columns); cell += 2) {
            int start = block.cells[cell];
            if (start > 0 && bytes[start - 1] == '"') {
                block.cells[cell + 1] = single(start, block.cells[cell + 1]);
            }
        }
    }

    private int single(int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            bytes[end++] = bytes[i];
            if (bytes[i] == '"') {
                i++;
            }
        }
        return end;
    }
}
