package org.fourfold.estimate.hotspots;

import java.util.Arrays;

/**
 * Which sets were seen, each as one 64-bit mark: the exclusive or of its members' random marks (Zobrist 1970). Among a million
 * sets two share a mark with a probability of 3 in 10⁸.
 */
final class SeenSets {

    private long[] table = new long[1 << 12];
    private int used;
    private boolean hasZero;

    /** A member's mark (SplitMix64's finaliser). */
    static long mark(int member) {
        long z = (member + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Whether the set is seen for the first time. */
    boolean add(long set) {
        if (set == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int at = place(table, set);
        if (table[at] == set) {
            return false;
        }
        table[at] = set;
        if (++used > table.length / 2) {
            grow();
        }
        return true;
    }

    private static int place(long[] table, long set) {
        int at = (int) set & (table.length - 1);
        while (table[at] != 0 && table[at] != set) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.stream(table).filter(set -> set != 0).forEach(set -> larger[place(larger, set)] = set);
        table = larger;
    }
}
