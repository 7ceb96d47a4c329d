package org.fourfold.linkage.store;

import java.util.function.IntPredicate;
import org.fourfold.linkage.score.Scorer;

/** Compares one record with those that the rules bring it together with. For one thread. */
final class Matching {

    private static final int PORTION = 1 << 10;

    private final Gathering gathering;
    private final Scorer scorer;
    private final int least;
    private final int[] a = new int[PORTION];
    private final int[] b = new int[PORTION];
    private final int[] evidence = new int[PORTION];
    private final int[] rows = new int[PORTION];

    /** Takes what was found. */
    @FunctionalInterface
    interface Found {
        void pair(int row, int evidence);
    }

    /**
     * With a gathering.
     *
     * @param least evidence from which a pair is kept, in parts of a bit
     */
    Matching(Gathering gathering, int least) {
        this.gathering = gathering;
        this.scorer = gathering.scorer();
        this.least = least;
    }

    /**
     * Compares the record that lies in place 0. Evidence may depend on which of two comes first, so they are put in the order
     * that a run over a table has.
     *
     * @param meets whom it may meet at all
     */
    void match(long rank, int row, Rows candidates, Blocks blocks, IntPredicate meets, Found found) {
        int portion = Math.min(PORTION, gathering.places() - 1);
        int count = 0;
        for (int i = 0; i < candidates.size(); i++) {
            int other = candidates.get(i);
            if (meets.test(other)) {
                Portion holder = blocks.portionOf(other);
                boolean isFirst = isBefore(rank, row, holder.rank(other), other);
                gathering.put(count + 1, holder, other);
                rows[count] = other;
                a[count] = isFirst ? 0 : count + 1;
                b[count] = isFirst ? count + 1 : 0;
                count++;
            }
            if (count == portion || i == candidates.size() - 1) {
                tell(count, found);
                count = 0;
            }
        }
    }

    private void tell(int count, Found found) {
        scorer.score(a, b, count, evidence);
        for (int i = 0; i < count; i++) {
            if (evidence[i] >= least) {
                found.pair(rows[i], evidence[i]);
            }
        }
    }

    /** The order of records. */
    static boolean isBefore(long rank, int row, long otherRank, int otherRow) {
        int order = Long.compareUnsigned(rank, otherRank);
        return order < 0 || (order == 0 && row < otherRow);
    }
}
