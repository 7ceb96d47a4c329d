package org.fourfold.linkage.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fourfold.linkage.score.Edges;

/** Finds an edge by its two records, and the edges of a record as the lower one. Four bytes a record. */
final class EdgeIndex {

    private static final int SHORT = 12;

    private final Edges edges;
    private final int[] other;
    private final int[] starts;

    EdgeIndex(Edges edges, int records) {
        this.edges = edges;
        this.other = edges.b();
        this.starts = new int[records + 1];
        int[] lower = edges.a();
        int record = 0;
        for (int place = 0; place < lower.length; place++) {
            while (record < lower[place]) {
                starts[++record] = place;
            }
        }
        Arrays.fill(starts, record + 1, starts.length, lower.length);
    }

    Edges edges() {
        return edges;
    }

    /** Where the edges are whose lower record is one of these, in the order of the records. */
    int[] placesOf(int[] members) {
        return Arrays.stream(members)
                .flatMap(member -> IntStream.range(starts[member], starts[member + 1]))
                .toArray();
    }

    /** The evidence of an edge that is there. */
    int evidence(int lower, int higher) {
        return edges.evidence()[find(lower, higher)];
    }

    /** Where the edge between two records is; negative when there is none. */
    int find(int lower, int higher) {
        int from = starts[lower];
        int to = starts[lower + 1];
        if (to - from > SHORT) {
            return Arrays.binarySearch(other, from, to, higher);
        }
        for (int place = from; place < to; place++) {
            if (other[place] == higher) {
                return place;
            }
        }
        return -1;
    }
}
