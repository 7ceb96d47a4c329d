package org.fourfold.linkage.cluster;

import java.util.BitSet;

/** Records that fall into classes, some of which keep apart. */
final class ClassesApart implements JoinRule {

    /** Classes for which every two are asked once; beyond, they are asked again when it matters. */
    private static final int TABLE_MAX = 1 << 13;

    private final Refusal.Reason reason;
    private final int[] classOf;
    private final int classes;
    private final Apart apart;

    /** Whether two classes keep apart; symmetric. */
    @FunctionalInterface
    interface Apart {
        boolean test(int a, int b);
    }

    ClassesApart(Refusal.Reason reason, int[] classOf, int classes, Apart apart) {
        this.reason = reason;
        this.classOf = classOf;
        this.classes = classes;
        this.apart = apart;
    }

    @Override
    public boolean keepsApart(int a, int b) {
        return apart.test(classOf[a], classOf[b]);
    }

    @Override
    public Refusal.Reason reason() {
        return reason;
    }

    /** What it takes to ask quickly: per cluster 64 bits that say which classes it may hold. */
    Watch watch(Partition clusters) {
        return new Watch(this, clusters);
    }

    private long[] apartBits() {
        long[] bits = new long[Long.SIZE];
        if (classes > TABLE_MAX) {
            for (int a = 0; a < Long.SIZE; a++) {
                bits[a] = -1;
            }
            return bits;
        }
        for (int a = 0; a < classes; a++) {
            for (int b = 0; b < classes; b++) {
                if (apart.test(a, b)) {
                    bits[a % Long.SIZE] |= 1L << b;
                }
            }
        }
        return bits;
    }

    /** The rule over clusters that grow. */
    static final class Watch implements JoinWatch {

        private final ClassesApart rule;
        private final Partition clusters;
        private final long[] apart;
        private final long[] held;
        private final boolean exact;

        Watch(ClassesApart rule, Partition clusters) {
            this.rule = rule;
            this.clusters = clusters;
            this.apart = rule.apartBits();
            this.held = new long[clusters.records()];
            this.exact = rule.classes <= Long.SIZE;
            for (int i = 0; i < held.length; i++) {
                alone(i);
            }
        }

        @Override
        public JoinRule rule() {
            return rule;
        }

        @Override
        public void alone(int record) {
            held[record] = 1L << rule.classOf[record];
        }

        @Override
        public boolean mayJoin(int left, int right) {
            long other = held[right];
            for (long rest = held[left]; rest != 0; rest &= rest - 1) {
                if ((apart[Long.numberOfTrailingZeros(rest)] & other) != 0) {
                    return !exact && mayJoinOneByOne(left, right);
                }
            }
            return true;
        }

        private boolean mayJoinOneByOne(int left, int right) {
            BitSet there = classes(right);
            BitSet here = classes(left);
            for (int a = here.nextSetBit(0); a >= 0; a = here.nextSetBit(a + 1)) {
                for (int b = there.nextSetBit(0); b >= 0; b = there.nextSetBit(b + 1)) {
                    if (rule.apart.test(a, b)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private BitSet classes(int root) {
            BitSet classes = new BitSet();
            for (int i = root; i >= 0; i = clusters.next(i)) {
                classes.set(rule.classOf[i]);
            }
            return classes;
        }

        @Override
        public void joined(int into, int from) {
            held[into] |= held[from];
        }
    }
}
