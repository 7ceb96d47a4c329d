package org.fourfold.cluster;

import java.io.Serializable;
import org.fourfold.linkage.arrays.LongCounts;

/** A histogram on its way: numbers that were seen, ascending, and how often. */
@SuppressWarnings("ArrayRecordComponent")
record Counted(long[] keys, long[] counts) implements Serializable {

    static Counted of(LongCounts histogram) {
        long[] keys = histogram.keys();
        long[] counts = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            counts[i] = histogram.count(keys[i]);
        }
        return new Counted(keys, counts);
    }

    /** How often each number occurs. */
    static Counted of(int[] values) {
        LongCounts histogram = new LongCounts();
        for (int value : values) {
            histogram.add(value, 1);
        }
        return of(histogram);
    }

    /** Both together. */
    Counted plus(Counted other) {
        LongCounts all = histogram();
        other.addTo(all);
        return of(all);
    }

    LongCounts histogram() {
        LongCounts all = new LongCounts();
        addTo(all);
        return all;
    }

    private void addTo(LongCounts all) {
        for (int i = 0; i < keys.length; i++) {
            all.add(keys[i], counts[i]);
        }
    }
}
