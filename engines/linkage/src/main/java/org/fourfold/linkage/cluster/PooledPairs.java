package org.fourfold.linkage.cluster;

import org.fourfold.linkage.model.Clustering;
import org.fourfold.linkage.train.Weights;

/** What two clusters as wholes say: see {@link Pooling}. */
final class PooledPairs {

    private final Clustering rules;
    private final Partition clusters;
    private final Evidence evidence;
    private final int against;
    private final int[] a;
    private final int[] b;
    private final int[][] scored;

    PooledPairs(Clustering rules, Pooling pooling, Partition clusters, Evidence evidence) {
        this.rules = rules;
        this.clusters = clusters;
        this.evidence = evidence;
        this.against = Weights.parts(pooling.against());
        this.a = new int[rules.pairs()];
        this.b = new int[rules.pairs()];
        this.scored = new int[evidence.comparisons()][rules.pairs()];
    }

    /** Whether the pooled evidence reaches so many parts of a bit, the prior left out, and nothing contradicts. */
    boolean agree(int left, int right, int least) {
        int count = 0;
        for (int i = left; i >= 0; i = clusters.next(i)) {
            for (int j = right; j >= 0; j = clusters.next(j)) {
                a[count] = Math.min(i, j);
                b[count++] = Math.max(i, j);
            }
        }
        evidence.scoreEach(a, b, count, scored);
        long sum = 0;
        for (int[] comparison : scored) {
            int pooled = pooled(comparison, count);
            if (pooled == Integer.MIN_VALUE) {
                return false;
            }
            sum += pooled;
        }
        return sum >= least && contradicting(count) <= rules.against() * count;
    }

    /** Half the best and half the average of what is said; the least number when the best speaks against it alone. */
    private int pooled(int[] comparison, int count) {
        int best = Integer.MIN_VALUE;
        long sum = 0;
        int said = 0;
        for (int i = 0; i < count; i++) {
            if (comparison[i] != 0) {
                best = Math.max(best, comparison[i]);
                sum += comparison[i];
                said++;
            }
        }
        if (said == 0) {
            return 0;
        }
        return best < against ? Integer.MIN_VALUE : (int) Math.floorDiv(best + Math.floorDiv(sum, said), 2L);
    }

    private int contradicting(int count) {
        int contradicting = 0;
        for (int i = 0; i < count; i++) {
            int sum = 0;
            for (int[] comparison : scored) {
                sum += comparison[i];
            }
            contradicting += sum < 0 ? 1 : 0;
        }
        return contradicting;
    }
}
