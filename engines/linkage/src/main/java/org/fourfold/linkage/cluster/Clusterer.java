package org.fourfold.linkage.cluster;

import java.util.Arrays;
import org.fourfold.linkage.model.Clustering;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scorer;
import org.fourfold.linkage.train.Weights;

/**
 * Joins records to clusters, the strongest pair first. Two clusters are joined only when all pairs between them agree well enough
 * on average and few of them contradict: one strong pair does not make a chain of strangers one person.
 */
public final class Clusterer {

    private final Clustering rules;
    private final Scorer scorer;
    private final int[] leader;
    private final int[] size;

    /** The members of a cluster as a ring. */
    private final int[] next;

    private final int[] last;
    private final int[] a;
    private final int[] b;
    private final int[] evidence;
    private int prior;
    private long refusedBySize;
    private long refusedByEvidence;

    public Clusterer(int records, Clustering rules, Scorer scorer) {
        this.rules = rules;
        this.scorer = scorer;
        this.leader = new int[records];
        this.size = new int[records];
        this.next = new int[records];
        this.last = new int[records];
        this.a = new int[rules.pairs()];
        this.b = new int[rules.pairs()];
        this.evidence = new int[rules.pairs()];
        for (int i = 0; i < records; i++) {
            leader[i] = i;
            size[i] = 1;
            next[i] = -1;
            last[i] = i;
        }
    }

    /** Per record its cluster: the number of the cluster's first record. */
    public int[] cluster(Edges edges, int priorParts) {
        prior = priorParts;
        int least = Weights.parts(rules.edge()) - priorParts;
        for (long each : edges.strongestFirst()) {
            int place = (int) each;
            if (edges.evidence()[place] < least) {
                break;
            }
            join(edges.a()[place], edges.b()[place], edges.evidence()[place]);
        }
        int[] first = new int[leader.length];
        Arrays.fill(first, Integer.MAX_VALUE);
        int[] cluster = new int[leader.length];
        for (int i = 0; i < leader.length; i++) {
            int root = find(i);
            first[root] = Math.min(first[root], i);
        }
        for (int i = 0; i < leader.length; i++) {
            cluster[i] = first[find(i)];
        }
        return cluster;
    }

    /** Joins that the guard against giants refused. */
    public long refusedBySize() {
        return refusedBySize;
    }

    /** Joins that were refused because the clusters' other pairs spoke against it. */
    public long refusedByEvidence() {
        return refusedByEvidence;
    }

    private void join(int x, int y, int pair) {
        int left = find(x);
        int right = find(y);
        if (left == right) {
            return;
        }
        long pairs = (long) size[left] * size[right];
        if (pairs > rules.pairs()) {
            refusedBySize++;
            return;
        }
        if (pairs == 1 ? pair + prior < Weights.parts(rules.mean()) : !agree(left, right)) {
            refusedByEvidence++;
            return;
        }
        int large = size[left] > size[right] || (size[left] == size[right] && left < right) ? left : right;
        int small = large == left ? right : left;
        leader[small] = large;
        size[large] += size[small];
        next[last[large]] = small;
        last[large] = last[small];
    }

    private boolean agree(int left, int right) {
        int count = 0;
        for (int i = left; i >= 0; i = next[i]) {
            for (int j = right; j >= 0; j = next[j]) {
                a[count] = Math.min(i, j);
                b[count++] = Math.max(i, j);
            }
        }
        scorer.score(a, b, count, evidence);
        long sum = 0;
        int against = 0;
        int least = Weights.parts(rules.least());
        int most = Weights.parts(rules.most());
        for (int i = 0; i < count; i++) {
            sum += Math.clamp(evidence[i], least, most);
            against += evidence[i] < 0 ? 1 : 0;
        }
        return sum >= (long) (Weights.parts(rules.mean()) - prior) * count && against <= rules.against() * count;
    }

    private int find(int record) {
        int root = record;
        while (leader[root] != root) {
            leader[root] = leader[leader[root]];
            root = leader[root];
        }
        return root;
    }
}
