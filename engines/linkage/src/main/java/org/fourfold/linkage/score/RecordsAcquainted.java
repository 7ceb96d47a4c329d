package org.fourfold.linkage.score;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.block.Sampling;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/**
 * Records that lie in this process.
 *
 * @param scorer without what interactions take
 */
record RecordsAcquainted(LinkageModel model, Records records, Kernels kernels, Scorer scorer) implements Acquainted {

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public List<long[]> levels(int[] a, int[] b) {
        byte[] levels = new byte[a.length];
        List<long[]> all = new ArrayList<>();
        for (Kernel kernel : kernels.make()) {
            kernel.levels(a, b, a.length, levels);
            long[] counts = new long[kernel.levels()];
            for (byte level : levels) {
                counts[level]++;
            }
            all.add(counts);
        }
        return all;
    }

    @Override
    public Sample sample(Rule rule, long wanted) {
        Sampling sampling = new Sampling(rule, records, model.acrossOnly());
        TogetherCounts counts = new TogetherCounts(model, rule, kernels.make(), scorer);
        double share = sampling.walk(wanted, counts) * sampling.covered();
        return new Sample(counts.holding(), share);
    }
}
