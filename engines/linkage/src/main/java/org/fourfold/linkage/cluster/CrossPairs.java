package org.fourfold.linkage.cluster;

import org.fourfold.linkage.model.Clustering;
import org.fourfold.linkage.train.Weights;

/**
 * What the pairs between two clusters say together. A pair that is an edge was scored before and is looked up; the others are
 * scored now.
 */
final class CrossPairs {

    private final Clustering rules;
    private final Partition clusters;
    private final Evidence evidence;
    private final int least;
    private final int most;
    private final int[] a;
    private final int[] b;
    private final int[] scored;

    CrossPairs(Clustering rules, Partition clusters, Evidence evidence) {
        this.rules = rules;
        this.clusters = clusters;
        this.evidence = evidence;
        this.least = Weights.parts(rules.least());
        this.most = Weights.parts(rules.most());
        this.a = new int[rules.pairs()];
        this.b = new int[rules.pairs()];
        this.scored = new int[rules.pairs()];
    }

    /** Whether the pairs agree on average by the least mean, in parts of a bit without the prior, and few contradict. */
    boolean agree(EdgeIndex edges, int left, int right, int mean) {
        int pairs = clusters.size(left) * clusters.size(right);
        double againstMax = rules.against() * pairs;
        long wanted = (long) mean * pairs;
        int[] known = edges.edges().evidence();
        long sum = 0;
        int against = 0;
        int unknown = 0;
        for (int i = left; i >= 0; i = clusters.next(i)) {
            for (int j = right; j >= 0; j = clusters.next(j)) {
                int lower = Math.min(i, j);
                int higher = Math.max(i, j);
                int place = edges.find(lower, higher);
                if (place >= 0) {
                    sum += cut(known[place]);
                    against += known[place] >>> (Integer.SIZE - 1);
                } else {
                    a[unknown] = lower;
                    b[unknown++] = higher;
                }
            }
        }
        if (against > againstMax || sum + (long) unknown * most < wanted) {
            return false;
        }
        if (unknown > 0) {
            evidence.score(a, b, unknown, scored);
            for (int i = 0; i < unknown; i++) {
                sum += cut(scored[i]);
                against += scored[i] >>> (Integer.SIZE - 1);
            }
        }
        return sum >= wanted && against <= againstMax;
    }

    private int cut(int parts) {
        return Math.min(Math.max(parts, least), most);
    }
}
