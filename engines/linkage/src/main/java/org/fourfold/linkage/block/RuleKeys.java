package org.fourfold.linkage.block;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.model.Part;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.table.ByteDictionary;

/**
 * By which numbers a rule finds the records. Two records with all parts the same share one; of a million others some hundred
 * pairs share one by chance, which costs a look and nothing else. A record has one key under a rule, or none where it lacks a
 * part, or several where a part is many things.
 */
public final class RuleKeys {

    private static final int ENTRIES_START = 1 << 12;

    private final Records records;
    private final int[][] codes;
    private final long[][] hashes;

    /** Where the groups begin among the parts. */
    private final int[] groups;

    /** The keys of the part that is many things, by value; empty if there is none. */
    private final long[][] many;

    private final int[] manyCodes;

    public RuleKeys(Rule rule, Records records) {
        this.records = records;
        List<Part> parts = rule.parts();
        List<Part> single =
                parts.stream().filter(part -> !part.derivation().isMany()).toList();
        this.codes = new int[single.size()][];
        this.hashes = new long[single.size()][];
        for (int p = 0; p < codes.length; p++) {
            Slot slot = records.slot(single.get(p).slot());
            codes[p] = slot.codes();
            hashes[p] = slot.vocabulary().derived(single.get(p).derivation()).hash();
        }
        this.groups = groups(rule);
        List<Part> several =
                parts.stream().filter(part -> part.derivation().isMany()).toList();
        if (several.size() > 1) {
            throw new IllegalArgumentException("a rule has one part at most that is many things: " + rule);
        }
        if (several.isEmpty()) {
            this.many = new long[0][];
            this.manyCodes = new int[0];
        } else {
            Slot slot = records.slot(several.getFirst().slot());
            this.many = slot.vocabulary().keys(several.getFirst().derivation());
            this.manyCodes = slot.codes();
        }
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
        return many.length > 0;
    }

    /** The key of one record, 0 if it lacks a part. Not for a rule with many. */
    public int key(int record) {
        long key = mixed(record);
        return key == 0 ? 0 : folded(key);
    }

    /** All keys with their records: the key above, the record below. */
    public long[] entries() {
        long[] entries = new long[isMany() ? ENTRIES_START : records.size()];
        int size = 0;
        for (int record = 0; record < records.size(); record++) {
            long key = mixed(record);
            if (key == 0) {
                continue;
            }
            long[] several = isMany() ? many[manyCodes[record]] : new long[] {0};
            if (size + several.length > entries.length) {
                entries = Arrays.copyOf(entries, Math.max(entries.length * 2, size + several.length));
            }
            for (long each : several) {
                entries[size++] = ((long) folded(ByteDictionary.mix(key ^ each)) << 32) | record;
            }
        }
        return Arrays.copyOf(entries, size);
    }

    /** Whether two records have one of several keys in common. For a rule with many. */
    boolean share(int a, int b) {
        long key = mixed(a);
        if (key == 0 || key != mixed(b)) {
            return false;
        }
        long[] others = many[manyCodes[b]];
        return Arrays.stream(many[manyCodes[a]])
                .anyMatch(each -> Arrays.stream(others).anyMatch(other -> other == each));
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
}
