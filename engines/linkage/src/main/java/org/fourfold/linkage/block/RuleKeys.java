package org.fourfold.linkage.block;

import java.util.List;
import org.fourfold.linkage.model.Part;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.table.ByteDictionary;

/** Works out by which number a rule finds a record. */
final class RuleKeys {

    private RuleKeys() {}

    /**
     * Per record the key under one rule, 0 where it lacks a part. Two records with all parts the same have the same key; of a
     * million others some hundred pairs share one by chance, which costs a look and nothing else.
     */
    static void fill(Rule rule, Records records, int[] keys, int at, int step) {
        List<List<Part>> groups = rule.groups();
        int[][][] codes = new int[groups.size()][][];
        long[][][] hashes = new long[groups.size()][][];
        for (int g = 0; g < codes.length; g++) {
            List<Part> parts = groups.get(g);
            codes[g] = new int[parts.size()][];
            hashes[g] = new long[parts.size()][];
            for (int p = 0; p < parts.size(); p++) {
                Slot slot = records.slot(parts.get(p).slot());
                codes[g][p] = slot.codes();
                hashes[g][p] =
                        slot.vocabulary().derived(parts.get(p).derivation()).hash();
            }
        }
        for (int record = 0; record < records.size(); record++) {
            keys[record * step + at] = key(record, codes, hashes);
        }
    }

    private static int key(int record, int[][][] codes, long[][][] hashes) {
        long key = 0;
        for (int g = 0; g < codes.length; g++) {
            long group = 0;
            for (int p = 0; p < codes[g].length; p++) {
                long hash = hashes[g][p][codes[g][p][record]];
                if (hash == 0) {
                    return 0;
                }
                group += codes[g].length == 1 ? hash : ByteDictionary.mix(hash);
            }
            key = ByteDictionary.mix(key ^ (group + g));
        }
        int folded = (int) (key ^ (key >>> 32));
        return folded == 0 ? 1 : folded;
    }
}
