package org.fourfold.linkage.records;

import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.table.ByteDictionary;

/** The order of records by what identifies them: their source and id, scattered. */
final class CanonicalOrder {

    private CanonicalOrder() {}

    /** Rows in that order. Rows that nothing distinguishes stay in the order in which they came. */
    static int[] of(ByteDictionary ids, IntColumn id, ByteDictionary sources, IntColumn source) {
        int size = id.size();
        long[] sourceHash = new long[sources.size() + 1];
        for (int i = 0; i < sourceHash.length; i++) {
            sourceHash[i] = sources.hash(i);
        }
        long[] keys = new long[size];
        int[] order = new int[size];
        for (int row = 0; row < size; row++) {
            keys[row] = ByteDictionary.mix(ids.hash(id.get(row)) ^ sourceHash[source.get(row)]);
            order[row] = row;
        }
        Radix.sort(keys, order);
        return order;
    }
}
