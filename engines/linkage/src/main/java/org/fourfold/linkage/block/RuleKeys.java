package org.fourfold.linkage.block;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import org.fourfold.linkage.model.Part;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.table.ByteDictionary;

/**
 * By which numbers a rule finds the records. Two records with all parts the same share one; of a million others some hundred
 * pairs share one by chance, which costs a look and nothing else. A record has one key under a rule, or none where it lacks a
 * part, or several where a part is many things or the record says several values: one for each choice among them.
 */
public final class RuleKeys {

    private static final int ENTRIES_START = 1 << 12;

    /** Keys of one record under one rule: all choices of two fields of twenty values. */
    private static final int KEYS_MAX = 400;

    private static final long[] NOTHING = {};
    private static final int[] NONE = {};

    private final Records records;
    private final Slot[] slots;
    private final int[][] codes;
    private final long[][] hashes;

    /** Where the groups begin among the parts. */
    private final int[] groups;

    /** The keys of the part that is many things, by value; empty if there is none. */
    private final long[][] many;

    /** Where that part stands; empty if there is none. */
    private final Slot[] manySlot;

    public RuleKeys(Rule rule, Records records) {
        this.records = records;
        List<Part> parts = rule.parts();
        List<Part> single =
                parts.stream().filter(part -> !part.derivation().isMany()).toList();
        this.slots = single.stream().map(part -> records.slot(part.slot())).toArray(Slot[]::new);
        this.codes = new int[slots.length][];
        this.hashes = new long[slots.length][];
        for (int p = 0; p < slots.length; p++) {
            codes[p] = slots[p].codes();
            hashes[p] =
                    slots[p].vocabulary().derived(single.get(p).derivation()).hash();
        }
        this.groups = groups(rule);
        List<Part> several =
                parts.stream().filter(part -> part.derivation().isMany()).toList();
        if (several.size() > 1) {
            throw new IllegalArgumentException("a rule has one part at most that is many things: " + rule);
        }
        this.manySlot = several.stream().map(part -> records.slot(part.slot())).toArray(Slot[]::new);
        this.many = several.isEmpty()
                ? new long[0][]
                : manySlot[0].vocabulary().keys(several.getFirst().derivation());
    }

    private static int[] groups(Rule rule) {
        int[] starts = new int[rule.groups().size() + 1];
        int size = 0;
        int at = 0;
        for (List<Part> group : rule.groups()) {
            long single =
                    group.stream().filter(part -> !part.derivation().isMany()).count();
            if (single > 0) {
                starts[size++] = at;
                at += (int) single;
            }
        }
        starts[size] = at;
        return Arrays.copyOf(starts, size + 1);
    }

    /** Whether records may have several keys. */
    public boolean isMany() {
        return many.length > 0 || Arrays.stream(slots).anyMatch(Slot::isMany);
    }

    /** Whether a record has a key at all. */
    boolean has(int record) {
        return isMany() ? keys(record).length > 0 : mixed(record) != 0;
    }

    /** The key of one record, 0 if it lacks a part. Not for a rule with many. */
    public int key(int record) {
        long key = mixed(record);
        return key == 0 ? 0 : folded(key);
    }

    /** All keys with their records: the key above, the record below. */
    public long[] entries() {
        boolean several = isMany();
        long[] entries = new long[several ? ENTRIES_START : records.size()];
        int size = 0;
        for (int record = 0; record < records.size(); record++) {
            long[] keys = several ? keys(record) : NOTHING;
            if (size + keys.length > entries.length) {
                entries = Arrays.copyOf(entries, Math.max(entries.length * 2, size + keys.length));
            }
            for (long key : keys) {
                entries[size++] = ((long) folded(key) << 32) | record;
            }
            int one = several ? 0 : key(record);
            if (one != 0) {
                entries[size++] = ((long) one << 32) | record;
            }
        }
        return Arrays.copyOf(entries, size);
    }

    /** Whether two records have one of several keys in common. For a rule with many. */
    boolean share(int a, int b) {
        long[] others = keys(b);
        return Arrays.stream(keys(a)).anyMatch(key -> Arrays.binarySearch(others, key) >= 0);
    }

    /** The keys of one record, for a rule with many. */
    int[] several(int record) {
        return Arrays.stream(keys(record)).mapToInt(RuleKeys::folded).toArray();
    }

    /** The keys that two records share, as {@link #entries} has them. */
    int[] shared(int a, int b) {
        if (!isMany()) {
            int key = key(a);
            return key == 0 || key != key(b) ? NONE : new int[] {key};
        }
        long[] others = keys(b);
        return Arrays.stream(keys(a))
                .filter(key -> Arrays.binarySearch(others, key) >= 0)
                .mapToInt(RuleKeys::folded)
                .toArray();
    }

    private static int folded(long key) {
        int folded = (int) (key ^ (key >>> 32));
        return folded == 0 ? 1 : folded;
    }

    private long mixed(int record) {
        long key = 1;
        for (int g = 0; g + 1 < groups.length; g++) {
            long group = 0;
            for (int p = groups[g]; p < groups[g + 1]; p++) {
                long hash = hashes[p][codes[p][record]];
                if (hash == 0) {
                    return 0;
                }
                // Within a group the order does not count.
                group += ByteDictionary.mix(hash);
            }
            key = ByteDictionary.mix(key ^ (group + g));
        }
        return key;
    }

    /** The keys of one record, ascending, each once. */
    private long[] keys(int record) {
        long[] keys = {1};
        for (int g = 0; g + 1 < groups.length; g++) {
            long[] sums = {0};
            for (int p = groups[g]; p < groups[g + 1]; p++) {
                sums = combined(sums, hashes(p, record), (sum, hash) -> sum + ByteDictionary.mix(hash));
            }
            int group = g;
            keys = combined(keys, sums, (key, sum) -> ByteDictionary.mix(key ^ (sum + group)));
        }
        if (many.length > 0) {
            keys = combined(keys, things(record), (key, thing) -> ByteDictionary.mix(key ^ thing));
        }
        return Arrays.stream(keys).sorted().distinct().toArray();
    }

    private static long[] combined(long[] ones, long[] others, LongBinaryOperator together) {
        return Arrays.stream(ones)
                .flatMap(one -> Arrays.stream(others).map(other -> together.applyAsLong(one, other)))
                .limit(KEYS_MAX)
                .toArray();
    }

    /** What is taken of the values of one part, what cannot be taken left out. */
    private long[] hashes(int part, int record) {
        return values(slots[part], record)
                .mapToLong(value -> hashes[part][value])
                .filter(hash -> hash != 0)
                .toArray();
    }

    private long[] things(int record) {
        return values(manySlot[0], record)
                .mapToObj(value -> many[value])
                .flatMapToLong(Arrays::stream)
                .toArray();
    }

    private static IntStream values(Slot slot, int record) {
        int code = slot.codes()[record];
        return slot.isMany()
                ? IntStream.range(0, slot.sets().count(code))
                        .map(i -> slot.sets().value(slot.sets().start(code) + i))
                : IntStream.of(code);
    }
}
