package org.fourfold.linkage.train;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.block.Sampling;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/**
 * Records that lie in this process.
 *
 * @param labels what people judged of them
 */
record RecordsPopulation(LinkageModel model, Records records, Kernels kernels, Labels labels) implements Population {

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public int[] counts(String slot) {
        return records.slot(slot).counts();
    }

    @Override
    public int[] outcomes() {
        return kernels.make().stream().mapToInt(Kernel::outcomes).toArray();
    }

    @Override
    public List<long[]> levels(int[] a, int[] b) {
        byte[] levels = new byte[a.length];
        List<long[]> all = new ArrayList<>();
        for (Kernel kernel : kernels.make()) {
            kernel.levelsOfOne(a, b, a.length, levels);
            long[] counts = new long[kernel.levels()];
            for (byte level : levels) {
                counts[level]++;
            }
            all.add(counts);
        }
        return all;
    }

    @Override
    public List<double[]> known() {
        int[][] same = labels.same();
        List<double[]> known = new ArrayList<>();
        byte[] levels = new byte[same[0].length];
        for (Kernel kernel : kernels.make()) {
            kernel.levels(same[0], same[1], levels.length, levels);
            double[] counts = new double[kernel.levels()];
            for (byte level : levels) {
                counts[level]++;
            }
            known.add(counts);
        }
        return known;
    }

    @Override
    public Sample sample(Rule rule, long wanted) {
        LongCounts histogram = new LongCounts();
        double share = new Sampling(rule, records, model.acrossOnly())
                .walk(wanted, new PatternSink(kernels.make(), histogram, labels.judged()));
        return new Sample(histogram, share);
    }
}
