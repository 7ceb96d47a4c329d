package org.fourfold.linkage.cluster;

/**
 * Records in disjoint clusters, each with its members as a chain. Four numbers a record, which stand side by side: who asks for
 * one of them asks for the others next, and at a million records a look into memory is what takes the time.
 */
final class Partition {

    private static final int LEADER = 0;
    private static final int SIZE = 1;
    private static final int NEXT = 2;
    private static final int LAST = 3;
    private static final int SHIFT = 2;

    /** Records that fit. */
    private static final int RECORDS_MAX = Integer.MAX_VALUE >> SHIFT;

    private final int records;
    private final int[] cells;

    /** Every record alone. */
    Partition(int records) {
        if (records > RECORDS_MAX) {
            throw new IllegalArgumentException(
                    records + " records; at most " + RECORDS_MAX + " are clustered at once: link them in parts");
        }
        this.records = records;
        this.cells = new int[records << SHIFT];
        for (int i = 0; i < records; i++) {
            alone(i);
        }
    }

    int records() {
        return records;
    }

    /** Makes a record a cluster of its own; the rest of its cluster must be made so too. */
    void alone(int record) {
        int at = record << SHIFT;
        cells[at + LEADER] = record;
        cells[at + SIZE] = 1;
        cells[at + NEXT] = -1;
        cells[at + LAST] = record;
    }

    /** The leader of a record's cluster. */
    int find(int record) {
        int at = record;
        int above = cells[at << SHIFT];
        while (above != at) {
            int top = cells[above << SHIFT];
            cells[at << SHIFT] = top;
            at = above;
            above = top;
        }
        return at;
    }

    int size(int root) {
        return cells[(root << SHIFT) + SIZE];
    }

    /** The member after this one, from the leader on; -1 after the last. */
    int next(int member) {
        return cells[(member << SHIFT) + NEXT];
    }

    /** Which of two leaders would lead both: the larger cluster's, the lower one's of equal ones. */
    int larger(int left, int right) {
        int more = size(left) - size(right);
        return more > 0 || (more == 0 && left < right) ? left : right;
    }

    /** Puts the members of one leader under another. */
    void join(int into, int from) {
        int large = into << SHIFT;
        int small = from << SHIFT;
        cells[small + LEADER] = into;
        cells[large + SIZE] += cells[small + SIZE];
        cells[(cells[large + LAST] << SHIFT) + NEXT] = from;
        cells[large + LAST] = cells[small + LAST];
    }

    /** Per record the lowest record of its cluster. */
    int[] lowest() {
        int[] lowest = new int[records];
        int[] first = new int[records];
        for (int i = 0; i < records; i++) {
            int root = find(i);
            if (first[root] == 0) {
                first[root] = i + 1;
            }
            lowest[i] = first[root] - 1;
        }
        return lowest;
    }
}
