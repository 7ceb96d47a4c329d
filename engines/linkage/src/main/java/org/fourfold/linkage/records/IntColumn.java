package org.fourfold.linkage.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of numbers that grows without being copied. */
final class IntColumn {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int START = 1 << 4;

    private final List<int[]> chunks = new ArrayList<>();
    private int[] last = {};
    private int used;

    void add(int value) {
        if (used == last.length) {
            grow();
        }
        last[used++] = value;
    }

    /** The first chunk begins small: a table may have one row. */
    private void grow() {
        if (used == CHUNK || chunks.isEmpty()) {
            last = new int[chunks.isEmpty() ? START : CHUNK];
            chunks.add(last);
            used = 0;
        } else {
            last = Arrays.copyOf(last, Math.min(CHUNK, used * 4));
            chunks.set(chunks.size() - 1, last);
        }
    }

    int size() {
        return chunks.isEmpty() ? 0 : (chunks.size() - 1) * CHUNK + used;
    }

    int get(int row) {
        return chunks.get(row >>> BITS)[row & (CHUNK - 1)];
    }

    /** The column in another order, each value replaced: {@code result[i] = to[this[order[i]]]}. Empties itself. */
    int[] arranged(int[] order, int[] to) {
        int[][] from = chunks.toArray(int[][]::new);
        int[] arranged = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            arranged[i] = to[from[row >>> BITS][row & (CHUNK - 1)]];
        }
        clear();
        return arranged;
    }

    /** The column in another order. Empties itself. */
    int[] arranged(int[] order) {
        int[][] from = chunks.toArray(int[][]::new);
        int[] arranged = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            arranged[i] = from[row >>> BITS][row & (CHUNK - 1)];
        }
        clear();
        return arranged;
    }

    private void clear() {
        chunks.clear();
        last = new int[0];
        used = 0;
    }
}
