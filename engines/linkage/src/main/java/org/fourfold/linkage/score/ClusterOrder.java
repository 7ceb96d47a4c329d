package org.fourfold.linkage.score;

/** Records by their clusters. */
final class ClusterOrder {

    private ClusterOrder() {}

    /** All records, those of one cluster side by side. */
    static int[] of(int[] clusters) {
        int[] starts = new int[clusters.length + 1];
        for (int cluster : clusters) {
            starts[cluster + 1]++;
        }
        for (int i = 0; i < clusters.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[clusters.length];
        for (int record = 0; record < clusters.length; record++) {
            order[starts[clusters[record]]++] = record;
        }
        return order;
    }
}
