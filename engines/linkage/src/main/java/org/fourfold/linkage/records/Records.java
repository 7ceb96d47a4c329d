package org.fourfold.linkage.records;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.ByteStrings;
import org.fourfold.linkage.table.RawText;

/**
 * The records that are linked, in an order that depends on their ids alone: in which order they came, in which files and by
 * how many threads they were read changes nothing that follows.
 *
 * @param size how many
 * @param ids their ids, by row from 1
 * @param source per record who wrote it, a number in {@code sources}
 * @param sources their names
 * @param rows per record which row it was among all that were read, counted from 0
 * @param slots what is said of them, slot by slot
 * @param codes the same, record by record
 */
@SuppressWarnings("ArrayRecordComponent")
public record Records(
        int size,
        ByteStrings ids,
        int[] source,
        List<String> sources,
        int[] rows,
        Map<String, Slot> slots,
        Codes codes) {

    public Records {
        sources = List.copyOf(sources);
        slots = Map.copyOf(slots);
    }

    public String idOf(int record) {
        return RawText.of(ids, rows[record] + 1);
    }

    /** Whether the ids of two are the same, byte for byte. */
    public boolean isSameId(int one, int other) {
        int number = rows[other] + 1;
        return ids.is(rows[one] + 1, ids.bytes(), ids.start(number), ids.end(number));
    }

    /** What the order of all records goes by, record by record. */
    public long[] ranks() {
        long[] sourceHash = sources.stream().mapToLong(Records::hash).toArray();
        long[] ranks = new long[size];
        for (int record = 0; record < size; record++) {
            ranks[record] = ByteDictionary.mix(ids.hash(rows[record] + 1) ^ sourceHash[source[record]]);
        }
        return ranks;
    }

    /** What the order of records goes by, as an unsigned number: their source and id, scattered. */
    public long rank(int record) {
        return ByteDictionary.mix(ids.hash(rows[record] + 1) ^ hash(sources.get(source[record])));
    }

    /** The same of a record that is called so. */
    public static long rank(String source, String id) {
        return ByteDictionary.mix(hash(id) ^ hash(source));
    }

    private static long hash(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return utf8.length == 0 ? 0 : ByteDictionary.hash(utf8, 0, utf8.length);
    }

    public Slot slot(String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("no slot " + name);
        }
        return slot;
    }
}
