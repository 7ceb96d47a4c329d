package org.fourfold.linkage.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

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

    /** One row that stands alone, from texts: what a person typed is read as a table's rows are. */
    public static Block of(List<String> cells) {
        byte[][] texts = cells.stream()
                .map(cell -> cell.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        Block block = new Block(
                cells.size(),
                new byte[Arrays.stream(texts).mapToInt(text -> text.length).sum()]);
        int at = 0;
        for (int i = 0; i < texts.length; i++) {
            System.arraycopy(texts[i], 0, block.bytes, at, texts[i].length);
            block.cells[2 * i] = at;
            at += texts[i].length;
            block.cells[2 * i + 1] = at;
        }
        block.add(1);
        return block;
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
