package org.fourfold.linkage.store;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pairs that are to be written, and those that are to be none, from either record. */
final class PairChanges {

    private final SortedMap<Long, Integer> changes = new TreeMap<>();
    private long added;
    private long dropped;

    void add(int x, int y, int evidence) {
        if (put(x, y, evidence)) {
            added++;
        }
    }

    void drop(int x, int y) {
        if (put(x, y, EdgeRun.NONE)) {
            dropped++;
        }
    }

    private boolean put(int x, int y, int evidence) {
        Integer before = changes.put(EdgeRun.pair(x, y), evidence);
        Integer _ = changes.put(EdgeRun.pair(y, x), evidence);
        return before == null;
    }

    SortedMap<Long, Integer> all() {
        return changes;
    }

    long added() {
        return added;
    }

    long dropped() {
        return dropped;
    }

    void write(StoreWriter writer) throws IOException {
        long[] pairs = changes.keySet().stream().mapToLong(Long::longValue).toArray();
        int[] evidence = changes.values().stream().mapToInt(Integer::intValue).toArray();
        EdgeRun.write(writer, pairs, evidence, pairs.length);
    }
}
