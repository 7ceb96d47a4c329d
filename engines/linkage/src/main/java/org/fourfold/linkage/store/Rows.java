package org.fourfold.linkage.store;

import java.util.Arrays;

/** A list of row numbers that is used again. */
final class Rows {

    private static final int START = 1 << 10;

    private int[] rows = new int[START];
    private int size;

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return rows[at];
    }

    void clear() {
        size = 0;
    }

    /** Of rows that ascend, those below one are left. */
    void below(int row) {
        int at = Arrays.binarySearch(rows, 0, size, row);
        size = at < 0 ? -at - 1 : at;
    }

    /** Ascending, each once. */
    void sortDistinct() {
        Arrays.sort(rows, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || rows[i] != rows[i - 1]) {
                rows[kept++] = rows[i];
            }
        }
        size = kept;
    }

    int[] toArray() {
        return Arrays.copyOf(rows, size);
    }
}
