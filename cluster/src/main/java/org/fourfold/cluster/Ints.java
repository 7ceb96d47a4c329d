package org.fourfold.cluster;

import java.util.Arrays;
import java.util.List;

/** Numbers that come one after the other. */
final class Ints {

    private static final int START = 16;

    private int[] values = {};
    private int size;

    void add(int value) {
        room(1);
        values[size++] = value;
    }

    void add(int[] from, int at, int length) {
        room(length);
        System.arraycopy(from, at, values, size, length);
        size += length;
    }

    private void room(int more) {
        if (size + more > values.length) {
            values = Arrays.copyOf(values, Math.max(size + more, Math.max(START, size + (size >> 1))));
        }
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** One after the other. */
    static int[] joined(List<int[]> parts) {
        long length = parts.stream().mapToLong(part -> part.length).sum();
        int[] all = new int[Math.toIntExact(length)];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
