package org.fourfold.linkage.block;

import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.ByteDictionary;

/** Some of the pairs of one rule: those of whole blocks, taken by their key, so that order does not count. */
public final class Sampling {

    /** Records that share a key above which the block is passed over. */
    public static final int BLOCK_MAX = 200;

    private final long[] entries;
    private final int size;

    /** Per record its source; empty where pairs of one source count as well. */
    private final int[] source;

    public Sampling(Rule rule, Records records, boolean acrossOnly) {
        this.source = acrossOnly ? records.source() : new int[0];
        entries = new RuleKeys(rule, records).entries();
        size = entries.length;
        Radix.sortByUpper(entries, size, new long[size]);
    }

    /** Gives about so many pairs, or all; which share of all they are. */
    public double walk(long wanted, PairSink sink) {
        long all = count();
        double share = share(all, wanted);
        Pairs pairs = new Pairs(sink);
        int start = 0;
        while (start < size) {
            int end = end(start);
            if (end - start <= BLOCK_MAX && isTaken((int) (entries[start] >>> 32), share)) {
                for (int i = start; i < end; i++) {
                    for (int j = i + 1; j < end; j++) {
                        int a = (int) entries[i];
                        int b = (int) entries[j];
                        if (source.length == 0 || source[a] != source[b]) {
                            pairs.add(a, b);
                        }
                    }
                }
            }
            start = end;
        }
        pairs.end();
        return share;
    }

    /** The share of the records that lie in blocks from which pairs are given. */
    public double covered() {
        long covered = 0;
        int start = 0;
        while (start < size) {
            int end = end(start);
            covered += end - start <= BLOCK_MAX ? end - start : 0;
            start = end;
        }
        return size == 0 ? 1 : (double) covered / size;
    }

    /** Which share of so many pairs is taken where about so many are wanted. */
    public static double share(long all, long wanted) {
        return all <= wanted ? 1 : (double) wanted / all;
    }

    /** Whether the block of a key is among those taken. */
    public static boolean isTaken(int key, double share) {
        return ByteDictionary.mix(Integer.toUnsignedLong(key)) >>> 32 < (long) (share * (1L << 32));
    }

    private long count() {
        long all = 0;
        int start = 0;
        while (start < size) {
            int end = end(start);
            long length = (long) end - start;
            all += length <= BLOCK_MAX ? length * (length - 1) / 2 : 0;
            start = end;
        }
        return all;
    }

    private int end(int start) {
        int end = start + 1;
        while (end < size && entries[end] >>> 32 == entries[start] >>> 32) {
            end++;
        }
        return end;
    }
}
