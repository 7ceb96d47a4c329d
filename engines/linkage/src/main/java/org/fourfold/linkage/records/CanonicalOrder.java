package org.fourfold.linkage.records;

import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.ByteStrings;

/** The order of records by what identifies them: their source and id, scattered. */
final class CanonicalOrder {

    private CanonicalOrder() {}

    /** Rows in that order. Rows that nothing distinguishes stay in the order in which they came. */
    static int[] of(ByteStrings ids, ByteDictionary sources, IntColumn source) {
        int size = ids.size();
        long[] sourceHash = new long[sources.size() + 1];
        for (int i = 0; i < sourceHash.length; i++) {
            sourceHash[i] = sources.hash(i);
        }
        long[] keys = new long[size];
        int[] order = new int[size];
        for (int row = 0; row < size; row++) {
            keys[row] = ByteDictionary.mix(ids.hash(row + 1) ^ sourceHash[source.get(row)]);
            order[row] = row;
        }
        Radix.sort(keys, order);
        return order;
    }
}
