package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edges that were refused, eight bytes each: which clusters they stand for is known only in the end. */
final class RefusalLog {

    private static final int START = 64;

    private final Map<Refusal.Reason, Growing> log = new EnumMap<>(Refusal.Reason.class);

    /** Edges by their records, in the order in which they were refused. */
    private static final class Growing {

        private long[] pairs = new long[START];
        private int size;

        void add(long pair) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = pair;
        }
    }

    /** An edge, its lower record above. */
    void add(Refusal.Reason reason, long pair) {
        log.computeIfAbsent(reason, each -> new Growing()).add(pair);
    }

    long edges(Refusal.Reason reason) {
        Growing growing = log.get(reason);
        return growing == null ? 0 : growing.size;
    }

    void clear() {
        log.clear();
    }

    Refusals refusals(EdgeIndex edges, Partition clusters) {
        Map<Refusal.Reason, Refusals.Told> told = new EnumMap<>(Refusal.Reason.class);
        log.forEach((reason, growing) ->
                told.put(reason, Refusals.told(reason, growing.size, refused(reason, growing, edges, clusters))));
        return new Refusals(told);
    }

    /** Once for each two clusters, by the strongest edge, which came first; what came together by another way is not refused. */
    private static List<Refusal> refused(Refusal.Reason reason, Growing growing, EdgeIndex edges, Partition clusters) {
        Set<Long> seen = new HashSet<>();
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < growing.size; i++) {
            int a = (int) (growing.pairs[i] >>> Integer.SIZE);
            int b = (int) growing.pairs[i];
            int left = clusters.find(a);
            int right = clusters.find(b);
            long both = ((long) Math.min(left, right) << Integer.SIZE) | Math.max(left, right);
            if (left != right && seen.add(both)) {
                refused.add(new Refusal(reason, a, b, edges.evidence(a, b), clusters.size(left), clusters.size(right)));
            }
        }
        return refused;
    }
}
