package org.fourfold.linkage.cluster;

/** Records in disjoint clusters, each with its members as a chain. Four numbers a record. */
final class Partition {

    private final int[] leader;
    private final int[] size;
    private final int[] next;
    private final int[] last;

    /** Every record alone. */
    Partition(int records) {
        leader = new int[records];
        size = new int[records];
        next = new int[records];
        last = new int[records];
        for (int i = 0; i < records; i++) {
            alone(i);
        }
    }

    int records() {
        return leader.length;
    }

    /** Makes a record a cluster of its own; the rest of its cluster must be made so too. */
    void alone(int record) {
        leader[record] = record;
        size[record] = 1;
        next[record] = -1;
        last[record] = record;
    }

    /** The leader of a record's cluster. */
    int find(int record) {
        int root = record;
        while (leader[root] != root) {
            leader[root] = leader[leader[root]];
            root = leader[root];
        }
        return root;
    }

    int size(int root) {
        return size[root];
    }

    /** The member after this one, from the leader on; -1 after the last. */
    int next(int member) {
        return next[member];
    }

    /** Which of two leaders would lead both: the larger cluster's, the lower one's of equal ones. */
    int larger(int left, int right) {
        return size[left] > size[right] || (size[left] == size[right] && left < right) ? left : right;
    }

    /** Puts the members of one leader under another. */
    void join(int into, int from) {
        leader[from] = into;
        size[into] += size[from];
        next[last[into]] = from;
        last[into] = last[from];
    }

    /** Per record the lowest record of its cluster. */
    int[] lowest() {
        int[] lowest = new int[leader.length];
        int[] first = new int[leader.length];
        for (int i = 0; i < lowest.length; i++) {
            int root = find(i);
            if (first[root] == 0) {
                first[root] = i + 1;
            }
            lowest[i] = first[root] - 1;
        }
        return lowest;
    }
}
