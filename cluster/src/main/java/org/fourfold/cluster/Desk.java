package org.fourfold.cluster;

import java.util.List;
import org.fourfold.linkage.block.PairSink;
import org.fourfold.linkage.block.Pairs;
import org.fourfold.linkage.cluster.Evidence;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * Where pairs of rows are laid side by side to be compared: the engine's kernels look at one small table, into which rows are
 * copied as their turn comes. What the kernels remember of values stays true, for values have one number everywhere. For one
 * thread at a time.
 */
final class Desk {

    private final int step;
    private final int[] table;
    private final int[] left = new int[Pairs.PORTION];
    private final int[] right = new int[Pairs.PORTION];
    private final Kit kit;
    private final Kernels kernels;
    private @Nullable Scorer scorer;

    /** Makes a desk with what is remembered by nobody else. */
    Desk(Kit kit) {
        this.step = kit.words().layout().step();
        this.table = new int[2 * Pairs.PORTION * step];
        for (int i = 0; i < Pairs.PORTION; i++) {
            left[i] = 2 * i;
            right[i] = 2 * i + 1;
        }
        Records records = kit.words().records(new int[2 * Pairs.PORTION], table);
        this.kit = kit;
        this.kernels = new Kernels(kit.model(), records);
    }

    /** What looks at this desk's table. */
    List<Kernel> kernels() {
        return kernels.make();
    }

    /** Scores what lies on this desk's table. */
    Scorer scorer() {
        Scorer made = scorer;
        if (made == null) {
            made = kit.scorers().make(kernels);
            scorer = made;
        }
        return made;
    }

    /** Evidence of some pairs, at most a portion of them; where what each record says begins in {@code data}. */
    void score(int[] data, int[] a, int[] b, int size, int[] evidence) {
        lay(data, a, b, size);
        scorer().score(left, right, size, evidence);
    }

    /** Gives pairs that are laid down here to somebody who looks at the desk's table. */
    void show(int[] data, int[] a, int[] b, int size, PairSink to) {
        lay(data, a, b, size);
        to.take(left, right, size);
    }

    private void lay(int[] data, int[] a, int[] b, int size) {
        int at = 0;
        for (int i = 0; i < size; i++) {
            System.arraycopy(data, a[i], table, at, step);
            at += step;
            System.arraycopy(data, b[i], table, at, step);
            at += step;
        }
    }

    /** Evidence by the numbers of records that lie in {@code data} one after the other. */
    Evidence over(int[] data) {
        return new Evidence() {

            private final int[] from = new int[Pairs.PORTION];
            private final int[] to = new int[Pairs.PORTION];
            private final int[] found = new int[Pairs.PORTION];

            @Override
            public void score(int[] a, int[] b, int size, int[] evidence) {
                for (int at = 0; at < size; at += Pairs.PORTION) {
                    int count = portion(a, b, at, size);
                    Desk.this.score(data, from, to, count, found);
                    System.arraycopy(found, 0, evidence, at, count);
                }
            }

            private int portion(int[] a, int[] b, int at, int size) {
                int count = Math.min(Pairs.PORTION, size - at);
                for (int i = 0; i < count; i++) {
                    from[i] = a[at + i] * step;
                    to[i] = b[at + i] * step;
                }
                return count;
            }

            @Override
            public int comparisons() {
                return scorer().comparisons();
            }

            @Override
            public void scoreEach(int[] a, int[] b, int size, int[][] evidence) {
                int[][] each = new int[scorer().comparisons()][Pairs.PORTION];
                for (int at = 0; at < size; at += Pairs.PORTION) {
                    int count = portion(a, b, at, size);
                    lay(data, from, to, count);
                    scorer().scoreEach(left, right, count, each);
                    for (int c = 0; c < each.length; c++) {
                        System.arraycopy(each[c], 0, evidence[c], at, count);
                    }
                }
            }
        };
    }
}
