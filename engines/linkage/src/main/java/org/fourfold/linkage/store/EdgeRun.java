package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Pairs that were written together, each twice, from either record, in the order of the record and the other. */
final class EdgeRun implements AutoCloseable {

    /** Instead of evidence: from here on this pair is none. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int UPPER = 32;

    private final long serial;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private final long size;

    EdgeRun(Folder folder, Manifest manifest, long serial) throws IOException {
        this.serial = serial;
        try {
            this.memory = folder.map(manifest.file(Portion.name("edges", serial)), arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
        this.size = memory.get(Layouts.LONG, 0);
    }

    /** Writes pairs, their keys ascending. */
    static void write(StoreWriter writer, long[] pairs, int[] evidence, int size) throws IOException {
        writer.putLong(size);
        for (int i = 0; i < size; i++) {
            writer.putLong(pairs[i]);
        }
        for (int i = 0; i < size; i++) {
            writer.putInt(evidence[i]);
        }
    }

    static long pair(int from, int to) {
        return ((long) from << UPPER) | to;
    }

    static int from(long pair) {
        return (int) (pair >>> UPPER);
    }

    static int to(long pair) {
        return (int) pair;
    }

    long serial() {
        return serial;
    }

    int size() {
        return Math.toIntExact(size);
    }

    long pair(long at) {
        return memory.get(Layouts.LONG, Long.BYTES * (1 + at));
    }

    int evidence(long at) {
        return memory.get(Layouts.INT, Long.BYTES * (1 + size) + at * Integer.BYTES);
    }

    /** Where the pairs of a record begin. */
    long lower(int record) {
        long wanted = pair(record, 0);
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (pair(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void close() {
        arena.close();
    }
}
