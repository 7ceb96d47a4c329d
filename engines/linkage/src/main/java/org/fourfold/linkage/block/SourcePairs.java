package org.fourfold.linkage.block;

import java.util.List;
import org.fourfold.linkage.records.Records;

/**
 * Which records may meet, by their sources: a {@link SourceMatrix} over the records of one run. For the pair loop, which asks
 * {@link #mayMeet} before anything else about a pair, unless {@link #isAll}. For any number of threads.
 */
public final class SourcePairs {

    private final int[] source;
    private final int sources;

    /** A bit for each two sources, set where they must not meet. */
    private final long[] forbidden;

    private final boolean all;

    private SourcePairs(int[] source, int sources, long[] forbidden, boolean all) {
        this.source = source;
        this.sources = sources;
        this.forbidden = forbidden;
        this.all = all;
    }

    static SourcePairs of(SourceMatrix matrix, Records records) {
        List<String> names = records.sources();
        if (names.size() > SourceMatrix.SOURCES_MAX && !matrix.isAll()) {
            throw new IllegalArgumentException(
                    names.size() + " sources; who may be linked with whom is kept for at most "
                            + SourceMatrix.SOURCES_MAX + ". Put several sources under one name.");
        }
        int size = matrix.isAll() ? 0 : names.size();
        long[] forbidden = new long[(int) (((long) size * size + Long.SIZE - 1) / Long.SIZE)];
        boolean all = true;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                if (!matrix.allows(names.get(a), names.get(b))) {
                    int bit = a * size + b;
                    forbidden[bit >>> 6] |= 1L << bit;
                    all = false;
                }
            }
        }
        return new SourcePairs(records.source(), names.size(), forbidden, all);
    }

    /** Whether all may meet, so that nobody has to ask. */
    public boolean isAll() {
        return all;
    }

    /** Whether two records may be one, as far as their sources go. */
    public boolean mayMeet(int a, int b) {
        return allows(source[a], source[b]);
    }

    /** The same by the numbers of two sources. */
    public boolean allows(int sourceA, int sourceB) {
        if (all) {
            return true;
        }
        int bit = sourceA * sources + sourceB;
        return (forbidden[bit >>> 6] >>> bit & 1) == 0;
    }

    public int sources() {
        return sources;
    }
}
