package org.fourfold.linkage.store;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All pairs that stand: of what several runs say of a pair the newest counts. */
final class EdgeRuns {

    private final List<EdgeRun> runs;

    /** Of runs, oldest first. */
    EdgeRuns(List<EdgeRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /** Whom a record forms pairs with, and their evidence. */
    SortedMap<Integer, Integer> of(int record) {
        SortedMap<Integer, Integer> found = new TreeMap<>();
        for (EdgeRun run : runs) {
            for (long at = run.lower(record); at < run.size() && EdgeRun.from(run.pair(at)) == record; at++) {
                found.put(EdgeRun.to(run.pair(at)), run.evidence(at));
            }
        }
        found.values().removeIf(evidence -> evidence == EdgeRun.NONE);
        return found;
    }

    /** The same with what is about to be written. */
    SortedMap<Integer, Integer> of(int record, SortedMap<Long, Integer> changes) {
        SortedMap<Integer, Integer> found = of(record);
        Map<Long, Integer> own = changes.subMap(EdgeRun.pair(record, 0), EdgeRun.pair(record + 1, 0));
        own.forEach((pair, evidence) -> {
            if (evidence == EdgeRun.NONE) {
                found.remove(EdgeRun.to(pair));
            } else {
                found.put(EdgeRun.to(pair), evidence);
            }
        });
        return found;
    }

    /** All of them as one run. */
    Merged merged(boolean withNone) {
        Merged merged = new Merged(new long[0], new int[0], 0);
        for (EdgeRun run : runs) {
            merged = merged.with(run);
        }
        return withNone ? merged : merged.standing();
    }

    /** Pairs in order, some of them none. */
    @SuppressWarnings("ArrayRecordComponent")
    record Merged(long[] pairs, int[] evidence, int size) {

        private Merged with(EdgeRun newer) {
            long[] all = new long[size + newer.size()];
            int[] values = new int[all.length];
            int count = 0;
            int i = 0;
            int j = 0;
            while (i < size || j < newer.size()) {
                boolean takesNewer = i == size || (j < newer.size() && newer.pair(j) <= pairs[i]);
                long pair = takesNewer ? newer.pair(j) : pairs[i];
                values[count] = takesNewer ? newer.evidence(j) : evidence[i];
                all[count++] = pair;
                i += i < size && pairs[i] == pair ? 1 : 0;
                j += takesNewer ? 1 : 0;
            }
            return new Merged(all, values, count);
        }

        private Merged standing() {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (evidence[i] != EdgeRun.NONE) {
                    pairs[kept] = pairs[i];
                    evidence[kept++] = evidence[i];
                }
            }
            return new Merged(pairs, evidence, kept);
        }
    }
}
