package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.fourfold.linkage.model.Clustering;
import org.fourfold.linkage.score.Edges;

/**
 * Invented evidence: records belong to small groups, pairs of a group mostly agree, a few pairs of strangers do too. Evidence
 * depends on the pair alone, so that what is no edge can be asked for.
 */
record RandomGraph(int records, long seed, Edges edges) {

    /** Evidence in whole bits, prior of -10 bits: an edge of 11 bits may join. */
    static final int PRIOR = -10 * 1024;

    static final Clustering RULES = new Clustering(1, -6, 0.34, -15, 25, 40, false);

    static RandomGraph of(int records, long seed) {
        Random lot = new Random(seed);
        TreeMap<Long, Integer> kept = new TreeMap<>();
        for (int i = 0; i < records * 4; i++) {
            int a = lot.nextInt(records);
            int b = Math.floorMod(a + lot.nextInt(9) - 4, records);
            if (a != b) {
                int lower = Math.min(a, b);
                int higher = Math.max(a, b);
                kept.put(((long) lower << 32) | higher, evidence(seed, lower, higher));
            }
        }
        kept.values().removeIf(each -> each < 4 * 1024);
        return new RandomGraph(records, seed, edges(kept));
    }

    private static Edges edges(TreeMap<Long, Integer> kept) {
        return new Edges(
                kept.keySet().stream().mapToInt(pair -> (int) (pair >>> 32)).toArray(),
                kept.keySet().stream().mapToInt(Long::intValue).toArray(),
                kept.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** Between -12 and 28 bits, few distinct values so that ties are common. */
    static int evidence(long seed, int a, int b) {
        long mixed = org.fourfold.linkage.table.ByteDictionary.mix(seed * 31 + a * 1_000_003L + b);
        boolean near = a / 4 == b / 4;
        int bits = (int) Math.floorMod(mixed, 20L);
        return (near ? bits + 6 : bits - 8) * 1024;
    }

    Evidence evidence() {
        return Said.of((a, b) -> evidence(seed, a, b));
    }

    Clusterer clusterer(Constraints constraints, JoinRule... rules) {
        return new Clusterer(records, RULES, evidence(), constraints, List.of(rules), Optional.empty());
    }

    /** Looks twice. */
    Clusterer clusterer(Constraints constraints, Pooling pooling) {
        return new Clusterer(records, RULES, evidence(), constraints, List.of(), Optional.of(pooling));
    }

    /** Without the edges of some records. */
    RandomGraph without(int... gone) {
        TreeMap<Long, Integer> kept = new TreeMap<>();
        for (int i = 0; i < edges.size(); i++) {
            int at = i;
            if (java.util.Arrays.stream(gone).noneMatch(each -> each == edges.a()[at] || each == edges.b()[at])) {
                kept.put(((long) edges.a()[i] << 32) | edges.b()[i], edges.evidence()[i]);
            }
        }
        return new RandomGraph(records, seed, edges(kept));
    }

    /** Pairs of records, a few of each kind, for judgements that do not contradict each other. */
    Judged judged(int count) {
        Random lot = new Random(seed + 7);
        List<int[]> same = new ArrayList<>();
        List<int[]> different = new ArrayList<>();
        Partition together = new Partition(records);
        for (int i = 0; i < count; i++) {
            int a = lot.nextInt(records);
            int b = Math.floorMod(a + 1 + lot.nextInt(12), records);
            int left = together.find(a);
            int right = together.find(b);
            if (a != b && left != right && lot.nextInt(3) == 0) {
                together.join(left, right);
                same.add(new int[] {a, b});
            }
        }
        for (int i = 0; i < count; i++) {
            int a = lot.nextInt(records);
            int b = Math.floorMod(a + 1 + lot.nextInt(6), records);
            if (together.find(a) != together.find(b)) {
                different.add(new int[] {a, b});
            }
        }
        Collections.shuffle(same, lot);
        return new Judged(same, different);
    }

    /** Pairs that were judged. */
    record Judged(List<int[]> same, List<int[]> different) {

        Constraints constraints() {
            return Constraints.ofPairs(same.toArray(int[][]::new), different.toArray(int[][]::new));
        }

        Judged withDifferent(int a, int b) {
            List<int[]> more = new ArrayList<>(different);
            more.add(new int[] {a, b});
            return new Judged(same, more);
        }

        Judged withoutSame(int place) {
            List<int[]> fewer = new ArrayList<>(same);
            fewer.remove(place);
            return new Judged(fewer, different);
        }
    }

    /** Every record of one of so many sources. */
    int[] classes(int count) {
        return new Random(seed + 9).ints(records, 0, count).toArray();
    }
}
