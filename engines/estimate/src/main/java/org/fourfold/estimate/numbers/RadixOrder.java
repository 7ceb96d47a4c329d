package org.fourfold.estimate.numbers;

/**
 * The ascending order of many numbers, in time proportional to how many there are: least significant digit first, eleven bits a
 * digit; a digit that all share costs nothing (Knuth, The Art of Computer Programming 3, 5.2.5).
 */
public final class RadixOrder {

    private static final int BITS = 11;
    private static final int BINS = 1 << BITS;
    private static final int DIGITS = (Long.SIZE + BITS - 1) / BITS;

    private RadixOrder() {}

    /** Indices of {@code values}, the smallest first; equal ones keep their order. None is NaN; -0 equals 0. */
    public static int[] of(double[] values) {
        int n = values.length;
        long[] keys = new long[n];
        int[] order = new int[n];
        int[] counts = new int[DIGITS * BINS];
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(values[i] + 0.0);
            long key = bits ^ ((bits >> 63) | Long.MIN_VALUE);
            keys[i] = key;
            order[i] = i;
            for (int d = 0; d < DIGITS; d++) {
                counts[d * BINS + digit(key, d)]++;
            }
        }
        long[] otherKeys = new long[n];
        int[] otherOrder = new int[n];
        for (int d = 0; d < DIGITS; d++) {
            if (n == 0 || counts[d * BINS + digit(keys[0], d)] == n) {
                continue;
            }
            pass(keys, order, otherKeys, otherOrder, places(counts, d), d);
            long[] k = keys;
            keys = otherKeys;
            otherKeys = k;
            int[] o = order;
            order = otherOrder;
            otherOrder = o;
        }
        return order;
    }

    private static int digit(long key, int d) {
        return (int) (key >>> (d * BITS)) & (BINS - 1);
    }

    private static int[] places(int[] counts, int d) {
        int[] places = new int[BINS];
        int sum = 0;
        for (int b = 0; b < BINS; b++) {
            places[b] = sum;
            sum += counts[d * BINS + b];
        }
        return places;
    }

    private static void pass(long[] keys, int[] order, long[] toKeys, int[] toOrder, int[] places, int d) {
        for (int i = 0; i < keys.length; i++) {
            int to = places[digit(keys[i], d)]++;
            toKeys[to] = keys[i];
            toOrder[to] = order[i];
        }
    }
}
