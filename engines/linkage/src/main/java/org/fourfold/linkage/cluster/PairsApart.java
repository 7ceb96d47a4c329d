package org.fourfold.linkage.cluster;

import java.util.Arrays;
import java.util.BitSet;

/** Pairs of records that a person judged to be two. */
final class PairsApart implements JoinRule {

    /** Both ways round: the one record above, the other below; ascending, each once. */
    private final long[] pairs;

    private final BitSet judged = new BitSet();

    PairsApart(int[] a, int[] b) {
        long[] both = new long[2 * a.length];
        for (int i = 0; i < a.length; i++) {
            both[2 * i] = pair(a[i], b[i]);
            both[2 * i + 1] = pair(b[i], a[i]);
            judged.set(a[i]);
            judged.set(b[i]);
        }
        pairs = Arrays.stream(both).sorted().distinct().toArray();
    }

    private static long pair(int a, int b) {
        return ((long) a << Integer.SIZE) | b;
    }

    /** The pairs, each both ways round: the one record above, the other below; ascending. */
    long[] both() {
        return pairs.clone();
    }

    boolean isEmpty() {
        return pairs.length == 0;
    }

    @Override
    public boolean keepsApart(int a, int b) {
        return Arrays.binarySearch(pairs, pair(a, b)) >= 0;
    }

    @Override
    public Refusal.Reason reason() {
        return Refusal.Reason.JUDGED_DIFFERENT;
    }

    private int first(int record) {
        int place = Arrays.binarySearch(pairs, pair(record, 0));
        return place < 0 ? -place - 1 : place;
    }

    Watch watch(Partition clusters) {
        return new Watch(this, clusters);
    }

    /** The rule over clusters that grow: per cluster how many judgements its members have. */
    static final class Watch implements JoinWatch {

        private final PairsApart rule;
        private final Partition clusters;
        private final int[] count;

        Watch(PairsApart rule, Partition clusters) {
            this.rule = rule;
            this.clusters = clusters;
            this.count = new int[clusters.records()];
            rule.judged.stream().forEach(this::alone);
        }

        @Override
        public JoinRule rule() {
            return rule;
        }

        @Override
        public void alone(int record) {
            count[record] = rule.judged.get(record) ? rule.first(record + 1) - rule.first(record) : 0;
        }

        @Override
        public boolean mayJoin(int left, int right) {
            if (count[left] == 0 || count[right] == 0) {
                return true;
            }
            return count[left] <= count[right] ? isFree(left, right) : isFree(right, left);
        }

        private boolean isFree(int few, int many) {
            for (int i = few; i >= 0; i = clusters.next(i)) {
                if (rule.judged.get(i)) {
                    for (int at = rule.first(i); at < rule.pairs.length && rule.pairs[at] >>> Integer.SIZE == i; at++) {
                        if (clusters.find((int) rule.pairs[at]) == many) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }

        @Override
        public void joined(int into, int from) {
            count[into] += count[from];
        }
    }
}
