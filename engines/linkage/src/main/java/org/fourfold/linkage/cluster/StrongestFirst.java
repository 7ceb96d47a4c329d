package org.fourfold.linkage.cluster;

import java.util.Arrays;
import org.fourfold.linkage.score.Edges;

/** The order in which edges may join clusters. */
final class StrongestFirst {

    /** Distinct strengths up to which they are counted, at two passes over the edges; beyond, edges are sorted. */
    private static final int RANGE_MAX = 1 << 20;

    private StrongestFirst() {}

    /** The places of all edges with at least so much evidence, the strongest first; equal ones stay in their order. */
    static int[] of(Edges edges, int least) {
        int[] evidence = edges.evidence();
        int count = 0;
        int most = least;
        for (int each : evidence) {
            if (each >= least) {
                count++;
                most = Math.max(most, each);
            }
        }
        long range = (long) most - least + 1;
        return range > RANGE_MAX ? sorted(edges, count) : counted(evidence, least, most, (int) range, count);
    }

    private static int[] counted(int[] evidence, int least, int most, int range, int count) {
        int[] starts = new int[range + 1];
        for (int each : evidence) {
            if (each >= least) {
                starts[most - each + 1]++;
            }
        }
        for (int i = 1; i <= range; i++) {
            starts[i] += starts[i - 1];
        }
        int[] order = new int[count];
        for (int place = 0; place < evidence.length; place++) {
            if (evidence[place] >= least) {
                order[starts[most - evidence[place]]++] = place;
            }
        }
        return order;
    }

    private static int[] sorted(Edges edges, int count) {
        return Arrays.stream(edges.strongestFirst(), 0, count).mapToInt(each -> (int) each).toArray();
    }

    /** The same for some edges only, given by ascending places. */
    static int[] of(Edges edges, int[] places, int size, int least) {
        int[] evidence = edges.evidence();
        long[] order = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (evidence[places[i]] >= least) {
                order[count++] = ((long) ~evidence[places[i]] << Integer.SIZE) | places[i];
            }
        }
        Arrays.sort(order, 0, count);
        return Arrays.stream(order, 0, count).mapToInt(each -> (int) each).toArray();
    }
}
