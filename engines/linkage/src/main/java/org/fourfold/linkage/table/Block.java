package org.fourfold.linkage.table;

import java.util.Arrays;

/**
 * Some rows of a table: their bytes and where each cell begins and ends. Quotes are taken off and doubled ones are made
 * single. Used again for the next rows: who wants a cell copies it.
 */
public final class Block {

    private static final int ROWS_START = 1 << 10;

    private final int columns;
    private long[] numbers = new long[ROWS_START];
    final byte[] bytes;
    int[] cells;
    int rows;

    Block(int columns, byte[] bytes) {
        this.columns = columns;
        this.bytes = bytes;
        this.cells = new int[2 * columns * ROWS_START];
    }

    public int rows() {
        return rows;
    }

    /** The number of a row in its table, counted from 1 without the heading; rows that were left out count. */
    public long number(int row) {
        return numbers[row];
    }

    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] bytes() {
        return bytes;
    }

    public int start(int row, int column) {
        return cells[2 * (row * columns + column)];
    }

    public int end(int row, int column) {
        return cells[2 * (row * columns + column) + 1];
    }

    void room(int places) {
        if (places > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(places, cells.length * 2));
        }
    }

    /** The row is whole: its cells count. */
    void add(long number) {
        if (rows == numbers.length) {
            numbers = Arrays.copyOf(numbers, rows * 2);
        }
        numbers[rows++] = number;
    }
}
