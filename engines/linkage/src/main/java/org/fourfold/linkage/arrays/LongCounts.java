package org.fourfold.linkage.arrays;

import java.util.Arrays;

/** How often each number was seen. Not for several threads; add them together. */
public final class LongCounts {

    private static final int START = 1 << 10;

    private long[] keys = new long[START];
    private long[] counts = new long[START];
    private int size;

    public void add(long key, long count) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        counts[slot] += count;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    public void addAll(LongCounts other) {
        for (int i = 0; i < other.keys.length; i++) {
            if (other.counts[i] != 0) {
                add(other.keys[i], other.counts[i]);
            }
        }
    }

    public int size() {
        return size;
    }

    /** The numbers that were seen, ascending. */
    public long[] keys() {
        long[] found = new long[size];
        int at = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                found[at++] = keys[i];
            }
        }
        Arrays.sort(found);
        return found;
    }

    public long count(long key) {
        return counts[slot(key)];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
