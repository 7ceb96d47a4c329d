package org.fourfold.linkage.train;

import java.util.List;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.block.PairSink;
import org.fourfold.linkage.compare.Kernel;

/** Counts the patterns of levels: one number for all levels of a pair. */
public final class PatternSink implements PairSink {

    private final List<Kernel> kernels;
    private final LongCounts counts;
    private long[] patterns = {};
    private byte[] levels = {};

    public PatternSink(List<Kernel> kernels, LongCounts counts) {
        this.kernels = kernels;
        this.counts = counts;
    }

    @Override
    public void take(int[] a, int[] b, int size) {
        if (patterns.length < size) {
            patterns = new long[size];
            levels = new byte[size];
        }
        java.util.Arrays.fill(patterns, 0, size, 0);
        for (Kernel kernel : kernels) {
            kernel.levels(a, b, size, levels);
            for (int i = 0; i < size; i++) {
                patterns[i] = patterns[i] * kernel.levels() + levels[i];
            }
        }
        for (int i = 0; i < size; i++) {
            counts.add(patterns[i], 1);
        }
    }
}
