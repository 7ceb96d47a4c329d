package org.fourfold.cluster;

import java.util.Arrays;

/** Which records are in reach of one another. Four bytes a record. */
final class Forest {

    private final int[] above;

    /** Every record alone. */
    Forest(int records) {
        above = new int[records];
        Arrays.setAll(above, record -> record);
    }

    /** The lowest record of those in reach. */
    int find(int record) {
        int at = record;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }

    /** Brings two into reach; whether they were not before. */
    boolean join(int a, int b) {
        int left = find(a);
        int right = find(b);
        above[Math.max(left, right)] = Math.min(left, right);
        return left != right;
    }

    /** Of some edges those that reach further, two records each: what several machines send here is small. */
    static int[] spanning(int[] edges, int least) {
        int[] members = new int[edges.length / 3 * 2];
        int size = 0;
        for (int at = 0; at < edges.length; at += 3) {
            if (edges[at + 2] >= least) {
                members[size++] = edges[at];
                members[size++] = edges[at + 1];
            }
        }
        int[] distinct = Arrays.stream(members, 0, size).sorted().distinct().toArray();
        Forest forest = new Forest(distinct.length);
        Ints spanning = new Ints();
        for (int i = 0; i < size; i += 2) {
            int left = Arrays.binarySearch(distinct, members[i]);
            int right = Arrays.binarySearch(distinct, members[i + 1]);
            if (forest.join(left, right)) {
                spanning.add(members[i]);
                spanning.add(members[i + 1]);
            }
        }
        return spanning.toArray();
    }

    /** Per record the lowest one in its reach; -1 where it is alone. */
    int[] components() {
        int[] component = new int[above.length];
        boolean[] several = new boolean[above.length];
        for (int record = 0; record < above.length; record++) {
            component[record] = find(record);
            several[component[record]] |= component[record] != record;
        }
        for (int record = 0; record < above.length; record++) {
            component[record] = several[component[record]] ? component[record] : -1;
        }
        return component;
    }
}
