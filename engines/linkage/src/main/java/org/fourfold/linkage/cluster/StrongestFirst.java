package org.fourfold.linkage.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fourfold.linkage.score.Edges;

/** The order in which edges may join clusters; each is given by its two records, the lower one above. */
final class StrongestFirst {

    /** Distinct strengths up to which they are counted, at two passes over the edges; beyond, edges are sorted. */
    private static final int RANGE_MAX = 1 << 20;

    private StrongestFirst() {}

    /** All edges with at least so much evidence and less than so much; equal ones stay in their order. */
    static long[] of(Edges edges, int least, int below) {
        int[] evidence = edges.evidence();
        int count = 0;
        int most = least;
        for (int each : evidence) {
            if (each >= least && each < below) {
                count++;
                most = Math.max(most, each);
            }
        }
        long range = (long) most - least + 1;
        return range > RANGE_MAX
                ? of(edges, IntStream.range(0, edges.size()).toArray(), least, below)
                : counted(edges, least, most, (int) range, count);
    }

    private static long[] counted(Edges edges, int least, int most, int range, int count) {
        int[] evidence = edges.evidence();
        int[] starts = new int[range + 1];
        for (int each : evidence) {
            if (each >= least && each <= most) {
                starts[most - each + 1]++;
            }
        }
        for (int i = 1; i <= range; i++) {
            starts[i] += starts[i - 1];
        }
        long[] order = new long[count];
        for (int place = 0; place < evidence.length; place++) {
            int each = evidence[place];
            if (each >= least && each <= most) {
                order[starts[most - each]++] = pair(edges, place);
            }
        }
        return order;
    }

    /** The same for some edges only, given by their places. */
    static long[] of(Edges edges, int[] places, int least, int below) {
        int[] evidence = edges.evidence();
        return Arrays.stream(places)
                .filter(place -> evidence[place] >= least && evidence[place] < below)
                .mapToLong(place -> ((long) ~evidence[place] << Integer.SIZE) | place)
                .sorted()
                .map(each -> pair(edges, (int) each))
                .toArray();
    }

    private static long pair(Edges edges, int place) {
        return ((long) edges.a()[place] << Integer.SIZE) | edges.b()[place];
    }
}
