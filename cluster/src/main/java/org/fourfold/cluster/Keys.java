package org.fourfold.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.block.RuleKeys;
import org.fourfold.linkage.block.Sampling;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.ByteDictionary;

/**
 * Which records share a key with another one, rule by rule: keys and record numbers meet first, 8 bytes each, so that only those
 * rows travel that will be compared.
 */
final class Keys {

    /** Numbers of a place: record, rule, key, tiles of its block (0: too many to look at all pairs), its own tile. */
    static final int PLACE = 5;

    /** Numbers that are counted of the blocks of a rule. */
    static final int COUNTS = 7;

    /**
     * Keys on their way.
     *
     * @param entries rule by rule, the key above, the record below
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(int part, long[][] entries) implements Serializable {}

    /**
     * What was found of some keys.
     *
     * @param counts per rule: blocks of two and more, records of the largest, over-large blocks, pairs of those small enough to
     *     learn from, records of over-large blocks, keys that stand in blocks small enough to learn from or alone, all keys
     * @param places per part the places of its records
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Met(long[][] counts, int[][] places) implements Serializable {}

    /**
     * Which blocks are looked at.
     *
     * @param learning only those small enough to learn from; else those that the rules allow
     * @param firsts the first record of each part, and behind the last one how many records there are
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Wanted(List<Rule> rules, boolean learning, int tile, int[] firsts) implements Serializable {}

    private Keys() {}

    static int parts(int[] firsts) {
        return firsts.length - 1;
    }

    /** In which part a record is. */
    static int partOf(int[] firsts, int record) {
        int found = Arrays.binarySearch(firsts, record);
        int part = found < 0 ? -found - 2 : found;
        // An empty part begins where the next one does.
        while (firsts[part + 1] == record) {
            part++;
        }
        return part;
    }

    /** The keys of some records by the part where they meet. */
    static List<Sent> send(Rows rows, Words words, Wanted wanted) {
        Records records = words.records(rows.source(), rows.codes());
        int parts = parts(wanted.firsts());
        int first = wanted.firsts()[rows.part()];
        long[][][] byPart = new long[parts][wanted.rules().size()][];
        for (int rule = 0; rule < wanted.rules().size(); rule++) {
            long[] entries = entries(new RuleKeys(wanted.rules().get(rule), records), records.size(), wanted);
            int[] sizes = new int[parts];
            for (long entry : entries) {
                sizes[partOf(rule, (int) (entry >>> Integer.SIZE), 0, parts)]++;
            }
            for (int part = 0; part < parts; part++) {
                byPart[part][rule] = new long[sizes[part]];
            }
            Arrays.fill(sizes, 0);
            for (long entry : entries) {
                int part = partOf(rule, (int) (entry >>> Integer.SIZE), 0, parts);
                byPart[part][rule][sizes[part]++] = entry + first;
            }
        }
        List<Sent> sent = new ArrayList<>();
        for (long[][] each : byPart) {
            sent.add(new Sent(rows.part(), each));
        }
        return sent;
    }

    /** As the engine has them: what it learns from goes by other numbers than what it links. */
    private static long[] entries(RuleKeys keys, int size, Wanted wanted) {
        if (wanted.learning() || keys.isMany()) {
            return keys.entries();
        }
        return IntStream.range(0, size)
                .filter(record -> keys.key(record) != 0)
                .mapToLong(record -> ((long) keys.key(record) << Integer.SIZE) | record)
                .toArray();
    }

    /** Where the records of a key meet; those of a large block cell by cell. */
    static int partOf(int rule, int key, int cell, int parts) {
        long both = ((long) key << Integer.SIZE) | Integer.toUnsignedLong(rule * 31 + cell * 0x9E3779B9);
        return Parts.of(ByteDictionary.mix(both), parts);
    }

    /** Finds the blocks. */
    static Met meet(Iterable<Sent> arrived, Wanted wanted) {
        List<Sent> sent = new ArrayList<>();
        arrived.forEach(sent::add);
        sent.sort(Comparator.comparingInt(Sent::part));
        int parts = parts(wanted.firsts());
        Ints[] places = new Ints[parts];
        Arrays.setAll(places, part -> new Ints());
        long[][] counts = new long[wanted.rules().size()][];
        for (int rule = 0; rule < counts.length; rule++) {
            counts[rule] = new Blocks(rule, wanted, places).find(joined(sent, rule));
        }
        return new Met(counts, Arrays.stream(places).map(Ints::toArray).toArray(int[][]::new));
    }

    private static long[] joined(List<Sent> sent, int rule) {
        int size = sent.stream().mapToInt(each -> each.entries()[rule].length).sum();
        long[] all = new long[size];
        int at = 0;
        for (Sent each : sent) {
            System.arraycopy(each.entries()[rule], 0, all, at, each.entries()[rule].length);
            at += each.entries()[rule].length;
        }
        return all;
    }

    /** The blocks of one rule. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Blocks(int rule, Wanted wanted, Ints[] places) {

        long[] find(long[] entries) {
            // Parts came in order, and each had its records in order: so have blocks.
            Radix.sortByUpper(entries, entries.length, new long[entries.length]);
            long[] counts = new long[COUNTS];
            counts[6] = entries.length;
            int start = 0;
            while (start < entries.length) {
                int end = start + 1;
                while (end < entries.length && entries[end] >>> Integer.SIZE == entries[start] >>> Integer.SIZE) {
                    end++;
                }
                counts[5] += end - start <= Sampling.BLOCK_MAX ? end - start : 0;
                if (end - start > 1) {
                    count(entries, start, end, counts);
                }
                start = end;
            }
            return counts;
        }

        private void count(long[] entries, int start, int end, long[] counts) {
            int size = end - start;
            int most = wanted.rules().get(rule).most();
            boolean small = size <= Sampling.BLOCK_MAX;
            counts[0]++;
            counts[1] = Math.max(counts[1], size);
            counts[2] += size > most ? 1 : 0;
            counts[4] += size > most ? size : 0;
            counts[3] += small ? (long) size * (size - 1) / 2 : 0;
            if (wanted.learning()) {
                if (small) {
                    place(entries, start, end, 1);
                }
            } else if (size <= most) {
                place(entries, start, end, Math.min(Travel.TILES_MAX, Math.ceilDiv(size, wanted.tile())));
            } else if (most == Rule.MOST_USUAL) {
                place(entries, start, end, 0);
            }
        }

        private void place(long[] entries, int start, int end, int tiles) {
            int tile = tiles > 1 ? Math.ceilDiv(end - start, tiles) : end - start;
            for (int i = start; i < end; i++) {
                int record = (int) entries[i];
                Ints to = places[partOf(wanted.firsts(), record)];
                to.add(record);
                to.add(rule);
                to.add((int) (entries[i] >>> Integer.SIZE));
                to.add(tiles);
                to.add((i - start) / tile);
            }
        }
    }
}
