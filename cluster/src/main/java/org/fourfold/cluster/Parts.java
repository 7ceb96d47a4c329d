package org.fourfold.cluster;

import org.apache.spark.Partitioner;

/** What is sent to a part goes there. */
final class Parts extends Partitioner {

    private static final long serialVersionUID = 1;

    private final int count;

    Parts(int count) {
        this.count = count;
    }

    @Override
    public int numPartitions() {
        return count;
    }

    @Override
    public int getPartition(Object key) {
        return (Integer) key;
    }

    /** The part for a scattered number. */
    static int of(long hash, int count) {
        return (int) Math.unsignedMultiplyHigh(hash, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parts parts && parts.count == count;
    }

    @Override
    public int hashCode() {
        return count;
    }
}
