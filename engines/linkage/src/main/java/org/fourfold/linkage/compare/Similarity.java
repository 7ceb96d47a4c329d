package org.fourfold.linkage.compare;

/** How alike two words are, on their bytes and without making objects. */
public final class Similarity {

    private static final double PREFIX_WEIGHT = 0.1;
    private static final int PREFIX_MAX = 4;
    private static final int LETTERS_MAX = 64;

    private Similarity() {}

    /**
     * The similarity of M. A. Jaro (1989) with W. E. Winkler's (1990) bonus for a common beginning of up to four letters, 0 to
     * 1. Of words longer than 64 letters the first 64 count.
     */
    public static double jaroWinkler(byte[] bytes, int aFrom, int aTo, int bFrom, int bTo) {
        int aLength = Math.min(LETTERS_MAX, aTo - aFrom);
        int bLength = Math.min(LETTERS_MAX, bTo - bFrom);
        if (aLength == 0 || bLength == 0) {
            return aLength == bLength ? 1 : 0;
        }
        int window = Math.max(0, Math.max(aLength, bLength) / 2 - 1);
        long aMatched = 0;
        long bMatched = 0;
        int matches = 0;
        for (int i = 0; i < aLength; i++) {
            byte letter = bytes[aFrom + i];
            int to = Math.min(bLength, i + window + 1);
            for (int j = Math.max(0, i - window); j < to; j++) {
                if (bytes[bFrom + j] == letter && (bMatched >>> j & 1) == 0) {
                    aMatched |= 1L << i;
                    bMatched |= 1L << j;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int outOfPlace = 0;
        long rest = bMatched;
        for (long left = aMatched; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            int j = Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            outOfPlace += bytes[aFrom + i] == bytes[bFrom + j] ? 0 : 1;
        }
        double m = matches;
        int swaps = outOfPlace / 2;
        double jaro = (m / aLength + m / bLength + (m - swaps) / m) / 3;
        int prefix = 0;
        int shorter = Math.min(PREFIX_MAX, Math.min(aLength, bLength));
        while (prefix < shorter && bytes[aFrom + prefix] == bytes[bFrom + prefix]) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    /** Whether one insertion, deletion, substitution or swap of neighbours makes one of the other, or nothing does. */
    public static boolean isOneEdit(byte[] bytes, int aFrom, int aTo, int bFrom, int bTo) {
        int aLength = aTo - aFrom;
        int bLength = bTo - bFrom;
        if (Math.abs(aLength - bLength) > 1) {
            return false;
        }
        int shorter = Math.min(aLength, bLength);
        int head = 0;
        while (head < shorter && bytes[aFrom + head] == bytes[bFrom + head]) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && bytes[aTo - 1 - tail] == bytes[bTo - 1 - tail]) {
            tail++;
        }
        int aRest = aLength - head - tail;
        int bRest = bLength - head - tail;
        if (aRest <= 1 && bRest <= 1) {
            return true;
        }
        int at = aFrom + head;
        int bt = bFrom + head;
        return aRest == 2 && bRest == 2 && bytes[at] == bytes[bt + 1] && bytes[at + 1] == bytes[bt];
    }

    /** The least number of insertions, deletions, substitutions and swaps of neighbours, or more than the most. */
    public static int edits(byte[] bytes, int aFrom, int aTo, int bFrom, int bTo, int most) {
        int aLength = aTo - aFrom;
        int bLength = bTo - bFrom;
        if (Math.abs(aLength - bLength) > most) {
            return most + 1;
        }
        if (most <= 1) {
            boolean same = java.util.Arrays.equals(bytes, aFrom, aTo, bytes, bFrom, bTo);
            return same ? 0 : isOneEdit(bytes, aFrom, aTo, bFrom, bTo) ? 1 : 2;
        }
        int[] before = new int[bLength + 1];
        int[] last = new int[bLength + 1];
        int[] now = new int[bLength + 1];
        for (int j = 0; j <= bLength; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= aLength; i++) {
            now[0] = i;
            for (int j = 1; j <= bLength; j++) {
                int cost = bytes[aFrom + i - 1] == bytes[bFrom + j - 1] ? 0 : 1;
                int best = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && bytes[aFrom + i - 1] == bytes[bFrom + j - 2]
                        && bytes[aFrom + i - 2] == bytes[bFrom + j - 1]) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                now[j] = best;
            }
            int[] swap = before;
            before = last;
            last = now;
            now = swap;
        }
        return last[bLength];
    }
}
