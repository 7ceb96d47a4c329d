package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.linkage.score.Edges;

/** The edges that were refused, four bytes each: which clusters they stand for is known only in the end. */
final class RefusalLog {

    private static final int START = 64;

    private final int[][] places = new int[Refusal.Reason.values().length][START];
    private final int[] sizes = new int[places.length];

    void add(Refusal.Reason reason, int place) {
        int of = reason.ordinal();
        if (sizes[of] == places[of].length) {
            places[of] = Arrays.copyOf(places[of], sizes[of] * 2);
        }
        places[of][sizes[of]++] = place;
    }

    long edges(Refusal.Reason reason) {
        return sizes[reason.ordinal()];
    }

    void clear() {
        Arrays.fill(sizes, 0);
    }

    Refusals refusals(Edges edges, Partition clusters) {
        Map<Refusal.Reason, Refusals.Told> told = new EnumMap<>(Refusal.Reason.class);
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            if (edges(reason) > 0) {
                told.put(reason, Refusals.told(reason, edges(reason), refused(reason, edges, clusters)));
            }
        }
        return new Refusals(told);
    }

    /** Once for each two clusters, by the strongest edge, which came first; what came together by another way is not refused. */
    private List<Refusal> refused(Refusal.Reason reason, Edges edges, Partition clusters) {
        Set<Long> seen = new HashSet<>();
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < sizes[reason.ordinal()]; i++) {
            int place = places[reason.ordinal()][i];
            int a = edges.a()[place];
            int b = edges.b()[place];
            int left = clusters.find(a);
            int right = clusters.find(b);
            long pair = ((long) Math.min(left, right) << Integer.SIZE) | Math.max(left, right);
            if (left != right && seen.add(pair)) {
                refused.add(new Refusal(
                        reason, a, b, edges.evidence()[place], clusters.size(left), clusters.size(right)));
            }
        }
        return refused;
    }
}
