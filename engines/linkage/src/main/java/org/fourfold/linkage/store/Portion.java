package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.model.Rule;

/**
 * Records that came together, as four files in memory: what each says, its id, its keys, and per rule the records by their keys.
 * Rows are numbered through all portions.
 */
final class Portion implements AutoCloseable {

    private static final int UPPER = 32;
    private static final int[] NONE = {};

    private final Manifest.PortionLine line;
    private final int slots;
    private final boolean[] many;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment rows;
    private final MemorySegment ids;
    private final MemorySegment keys;
    private final MemorySegment runs;

    Portion(Folder folder, Manifest manifest, Manifest.PortionLine line, int slots, List<Rule> rules)
            throws IOException {
        this.line = line;
        this.slots = slots;
        this.many = many(rules);
        try {
            this.rows = folder.map(manifest.file(name("rows", line.serial())), arena);
            this.ids = folder.map(manifest.file(name("ids", line.serial())), arena);
            this.keys = folder.map(manifest.file(name("keys", line.serial())), arena);
            this.runs = folder.map(manifest.file(name("runs", line.serial())), arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    static String name(String kind, long serial) {
        return "%s-%06d.bin".formatted(kind, serial);
    }

    Manifest.PortionLine line() {
        return line;
    }

    int first() {
        return line.first();
    }

    int end() {
        return line.first() + line.count();
    }

    /** What the order of records goes by. */
    long rank(int row) {
        return rows.get(Layouts.LONG, place(row));
    }

    /** The number of the value that a record has in a slot; the source stands behind the last slot. */
    int code(int row, int slot) {
        return rows.get(Layouts.INT, place(row) + Long.BYTES + (long) slot * Integer.BYTES);
    }

    private long place(int row) {
        return (long) (row - line.first()) * stride();
    }

    private int stride() {
        return Long.BYTES + (slots + 1) * Integer.BYTES;
    }

    String id(int row) {
        return new String(idBytes(row).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    MemorySegment idBytes(int row) {
        long at = (long) (row - line.first()) * Long.BYTES;
        long from = ids.get(Layouts.LONG, at);
        long to = ids.get(Layouts.LONG, at + Long.BYTES);
        return ids.asSlice(from, to - from);
    }

    /** The keys of a row under a rule, ascending; none if it has none. */
    int[] keys(int row, int rule) {
        int said = keys.get(Layouts.INT, ((long) (row - line.first()) * many.length + rule) * Integer.BYTES);
        if (said == 0) {
            return NONE;
        }
        if (!many[rule]) {
            return new int[] {said};
        }
        long at = ((long) line.count() * many.length + said - 1) * Integer.BYTES;
        int[] several = new int[keys.get(Layouts.INT, at)];
        MemorySegment.copy(keys, Layouts.INT, at + Integer.BYTES, several, 0, several.length);
        return several;
    }

    /** Where the entries of a rule begin; the last rule is followed by where it ends. */
    private long begin(int rule) {
        return runs.get(Layouts.LONG, (long) rule * Long.BYTES);
    }

    private long entry(long at) {
        return runs.get(Layouts.LONG, (many.length + 1 + at) * Long.BYTES);
    }

    /** Adds the rows that have this key under this rule and are not gone, until there are more than {@code most}. */
    void members(int rule, int key, int most, int[] clusters, Rows found) {
        long end = begin(rule + 1);
        long wanted = Integer.toUnsignedLong(key);
        for (long at = lower(rule, wanted); at < end && found.size() <= most; at++) {
            long entry = entry(at);
            if (entry >>> UPPER != wanted) {
                return;
            }
            if (clusters[(int) entry] >= 0) {
                found.add((int) entry);
            }
        }
    }

    private long lower(int rule, long wanted) {
        long low = begin(rule);
        long high = begin(rule + 1);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (entry(middle) >>> UPPER < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Per rule whether a record may have several keys under it. */
    private static boolean[] many(List<Rule> rules) {
        boolean[] many = new boolean[rules.size()];
        for (int rule = 0; rule < many.length; rule++) {
            many[rule] = rules.get(rule).parts().stream()
                    .anyMatch(part -> part.derivation().isMany());
        }
        return many;
    }

    /** Writes the keys of a portion: a table of one number a record and rule, and behind it lists where there are several. */
    static void writeKeys(StoreWriter writer, int first, int count, List<Rule> rules, Keys keys) throws IOException {
        boolean[] many = many(rules);
        int place = 1;
        for (int row = first; row < first + count; row++) {
            for (int rule = 0; rule < many.length; rule++) {
                int[] found = keys.of(row, rule);
                writer.putInt(found.length == 0 ? 0 : many[rule] ? place : found[0]);
                place = many[rule] && found.length > 0 ? Math.addExact(place, 1 + found.length) : place;
            }
        }
        for (int row = first; row < first + count && place > 1; row++) {
            for (int rule = 0; rule < many.length; rule++) {
                int[] found = many[rule] ? keys.of(row, rule) : NONE;
                if (found.length > 0) {
                    writer.putInt(found.length);
                    for (int key : found) {
                        writer.putInt(key);
                    }
                }
            }
        }
    }

    /** Writes the runs of a portion. */
    static void writeRuns(StoreWriter writer, int first, int count, int rules, Keys keys) throws IOException {
        long total = 0;
        int largest = 0;
        writer.putLong(0);
        for (int rule = 0; rule < rules; rule++) {
            long before = total;
            for (int row = first; row < first + count; row++) {
                total += keys.of(row, rule).length;
            }
            largest = Math.max(largest, Math.toIntExact(total - before));
            writer.putLong(total);
        }
        long[] entries = new long[largest];
        long[] spare = new long[largest];
        for (int rule = 0; rule < rules; rule++) {
            int size = 0;
            for (int row = first; row < first + count; row++) {
                for (int key : keys.of(row, rule)) {
                    entries[size++] = ((long) key << UPPER) | row;
                }
            }
            Radix.sortByUpper(entries, size, spare);
            for (int i = 0; i < size; i++) {
                writer.putLong(entries[i]);
            }
        }
    }

    /** The keys of a row under a rule; none if it has none. */
    @FunctionalInterface
    interface Keys {
        int[] of(int row, int rule);
    }

    @Override
    public void close() {
        arena.close();
    }
}
