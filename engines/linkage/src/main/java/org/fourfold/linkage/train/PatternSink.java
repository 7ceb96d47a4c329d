package org.fourfold.linkage.train;

import java.util.List;
import java.util.Set;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.block.PairSink;
import org.fourfold.linkage.compare.Kernel;

/** Counts the patterns of outcomes: one number for those of all comparisons of a pair. */
public final class PatternSink implements PairSink {

    private final List<Kernel> kernels;
    private final LongCounts counts;

    /** Pairs that are passed over: people judged them. */
    private final Set<Long> judged;

    private long[] patterns = {};
    private byte[] outcomes = {};

    /** All pairs. */
    public PatternSink(List<Kernel> kernels, LongCounts counts) {
        this(kernels, counts, Set.of());
    }

    PatternSink(List<Kernel> kernels, LongCounts counts, Set<Long> judged) {
        this.kernels = kernels;
        this.counts = counts;
        this.judged = judged;
    }

    @Override
    public void take(int[] a, int[] b, int size) {
        if (patterns.length < size) {
            patterns = new long[size];
            outcomes = new byte[size];
        }
        java.util.Arrays.fill(patterns, 0, size, 0);
        for (Kernel kernel : kernels) {
            kernel.outcomes(a, b, size, outcomes);
            for (int i = 0; i < size; i++) {
                patterns[i] = patterns[i] * kernel.outcomes() + outcomes[i];
            }
        }
        for (int i = 0; i < size; i++) {
            if (judged.isEmpty() || !Labels.holds(judged, a[i], b[i])) {
                counts.add(patterns[i], 1);
            }
        }
    }
}
