package org.fourfold.estimate.prevalence.loglinear;

/**
 * The parameters of a model of one table: intercept, main effects and interactions as masks, those that are finite apart from those
 * at minus infinity, which nobody's history holds (Chan, Silverman, Vincent 2021, 2.2). Scratch memory, set anew for each fit.
 */
final class Parameters {

    final int[] finite;
    final int[] empty;
    int finiteCount;
    int emptyCount;
    /** Which interactions the model has: bit m for mask m. */
    final long[] key;

    private final int lists;

    Parameters(int lists) {
        this.lists = lists;
        finite = new int[1 << lists];
        empty = new int[1 << lists];
        key = new long[Math.max(1, (1 << lists) >> 6)];
    }

    /** @param interactions the first {@code count} are the model's */
    void set(Marginals data, int[] interactions, int count) {
        finiteCount = 0;
        emptyCount = 0;
        java.util.Arrays.fill(key, 0);
        finite[finiteCount++] = 0;
        for (int list = 0; list < lists; list++) {
            put(data, 1 << list);
        }
        for (int i = 0; i < count; i++) {
            int mask = interactions[i];
            key[mask >> 6] |= 1L << mask;
            put(data, mask);
        }
    }

    /** Those at minus infinity are counted: they were chosen as well. */
    int count() {
        return finiteCount + emptyCount;
    }

    /** Whether a cell is left out, as it holds lists that never overlap and are said not to. */
    boolean leavesOut(int cell) {
        for (int i = 0; i < emptyCount; i++) {
            if ((cell & empty[i]) == empty[i]) {
                return true;
            }
        }
        return false;
    }

    private void put(Marginals data, int mask) {
        if (data.onAll[mask] > 0) {
            finite[finiteCount++] = mask;
        } else {
            empty[emptyCount++] = mask;
        }
    }
}
