package org.fourfold.linkage.arrays;

/** Sorts by numbers in time that grows with their count alone: least significant digit first, stable. */
public final class Radix {

    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;
    private static final int UPPER = 32;

    private Radix() {}

    /** Sorts {@code values[0..size)} by their upper 32 bits, as unsigned; what is equal there keeps its order. */
    public static void sortByUpper(long[] values, int size, long[] spare) {
        long[] from = values;
        long[] to = spare;
        boolean inSpare = false;
        for (int shift = UPPER; shift < Long.SIZE; shift += DIGIT) {
            int[] starts = new int[BUCKETS + 1];
            for (int i = 0; i < size; i++) {
                starts[((int) (from[i] >>> shift) & (BUCKETS - 1)) + 1]++;
            }
            for (int i = 0; i < BUCKETS; i++) {
                starts[i + 1] += starts[i];
            }
            for (int i = 0; i < size; i++) {
                long value = from[i];
                to[starts[(int) (value >>> shift) & (BUCKETS - 1)]++] = value;
            }
            long[] swap = from;
            from = to;
            to = swap;
            inSpare = !inSpare;
        }
        if (inSpare) {
            System.arraycopy(from, 0, values, 0, size);
        }
    }

    /** Sorts both by the keys, as unsigned; what is equal keeps its order. */
    public static void sort(long[] keys, int[] values) {
        int size = keys.length;
        long[] places = new long[size];
        for (int i = 0; i < size; i++) {
            places[i] = (keys[i] & 0xFFFFFFFF00000000L) | i;
        }
        sortByUpper(places, size, new long[size]);
        long[] sortedKeys = new long[size];
        int[] sortedValues = new int[size];
        for (int i = 0; i < size; i++) {
            int place = (int) places[i];
            long key = keys[place];
            int at = i;
            // What is equal in the upper half is a handful: put it in place by hand.
            while (at > 0 && Long.compareUnsigned(sortedKeys[at - 1], key) > 0) {
                sortedKeys[at] = sortedKeys[at - 1];
                sortedValues[at] = sortedValues[at - 1];
                at--;
            }
            sortedKeys[at] = key;
            sortedValues[at] = values[place];
        }
        System.arraycopy(sortedKeys, 0, keys, 0, size);
        System.arraycopy(sortedValues, 0, values, 0, size);
    }
}
