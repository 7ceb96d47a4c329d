package org.fourfold.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.block.Pairs;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.train.Population;

/**
 * Records that lie on many machines, as learning asks for them.
 *
 * @param rows what the records with these numbers say, one after the other; the numbers are ascending
 * @param samples of each rule that is learnt from
 */
record SparkPopulation(int size, Kit kit, UnaryOperator<int[]> rows, Map<Rule, Sample> samples) implements Population {

    @Override
    public int[] counts(String slot) {
        return kit.words().counts(slot);
    }

    @Override
    public int[] outcomes() {
        return kit.at(desk -> desk.kernels().stream().mapToInt(Kernel::outcomes).toArray());
    }

    @Override
    public List<long[]> levels(int[] a, int[] b) {
        int[] numbers = IntStream.concat(Arrays.stream(a), Arrays.stream(b))
                .sorted()
                .distinct()
                .toArray();
        int[] data = rows.apply(numbers);
        return kit.at(desk -> levels(desk, places(a, numbers), places(b, numbers), data));
    }

    private int[] places(int[] records, int[] numbers) {
        int step = kit.words().layout().step();
        return Arrays.stream(records)
                .map(record -> Arrays.binarySearch(numbers, record) * step)
                .toArray();
    }

    private static List<long[]> levels(Desk desk, int[] a, int[] b, int[] data) {
        List<long[]> all = new ArrayList<>();
        byte[] levels = new byte[Pairs.PORTION];
        for (Kernel kernel : desk.kernels()) {
            long[] counts = new long[kernel.levels()];
            for (int at = 0; at < a.length; at += Pairs.PORTION) {
                int end = Math.min(a.length, at + Pairs.PORTION);
                desk.show(
                        data,
                        Arrays.copyOfRange(a, at, end),
                        Arrays.copyOfRange(b, at, end),
                        end - at,
                        (x, y, size) -> {
                            kernel.levelsOfOne(x, y, size, levels);
                            for (int i = 0; i < size; i++) {
                                counts[levels[i]]++;
                            }
                        });
            }
            all.add(counts);
        }
        return all;
    }

    @Override
    public List<double[]> known() {
        return kit.at(desk -> desk.kernels().stream()
                .map(kernel -> new double[kernel.levels()])
                .toList());
    }

    @Override
    public Sample sample(Rule rule, long wanted) {
        return samples.getOrDefault(rule, new Sample(new LongCounts(), 1));
    }
}
