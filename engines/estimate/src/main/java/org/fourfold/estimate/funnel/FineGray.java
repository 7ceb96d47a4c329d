package org.fourfold.estimate.funnel;

import java.util.Arrays;
import java.util.List;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.numbers.RadixOrder;
import org.fourfold.estimate.run.Problems;

/**
 * How the share that leaves in one way differs with characteristics: proportional subdistribution hazards (Fine, Gray 1999). Those
 * who left in another way stay in the comparison, each weighing as much as the chance of still being under observation had they
 * stayed: G(t-) / G(X-), G the Kaplan–Meier of loss from sight. Errors are robust, with what estimating G adds.
 *
 * <p>A positive coefficient means a larger share at every time; its exponential is no ratio of shares, nor of rates among those
 * still there. Time O(n p²).
 */
public final class FineGray {

    private FineGray() {}

    /**
     * A fit.
     *
     * @param coefficients logarithms of ratios of subdistribution hazards, robust errors
     * @param logLikelihoodNull of the weighted partial likelihood with all coefficients nought
     * @param logLikelihood of it at the coefficients
     */
    public record Fit(List<Coefficient> coefficients, double logLikelihoodNull, double logLikelihood) {
        public Fit {
            coefficients = List.copyOf(coefficients);
        }
    }

    /**
     * Fits the share of one kind of exit; equal times by Breslow's rule.
     *
     * @param kind whose share: 1 for the first kind of exit
     * @throws org.fourfold.estimate.run.RefusedException for late entries, and when the coefficients are not determined
     */
    public static Fit fit(Exits exits, int kind, Covariates covariates) {
        Problems problems = new Problems();
        if (exits.isTruncated()) {
            problems.add(FunnelFault.LATE_ENTRY_NOT_SUPPORTED, "");
        }
        Cox.check(exits, kind, covariates, new int[0], problems);
        FineGrayWalk walk = new FineGrayWalk(exits, kind, covariates);
        int p = covariates.names().size();
        Newton found = Newton.climb(covariates.names(), walk::likelihood);
        double[] meat = walk.meat(found.beta);
        double[] robust = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p * p; k++) {
                    robust[i * p + j] += found.covariance[i * p + k / p] * meat[k] * found.covariance[k % p * p + j];
                }
            }
        }
        return new Fit(Cox.coefficients(covariates, found.beta, robust), found.atNought, found.atBest);
    }

    /** Times, weights and sums of the regression; cases in the order of their exits. */
    private static final class FineGrayWalk {
        private final int n;
        private final int p;
        private final double[] x;
        private final int[] order;
        private final int[] kinds;
        private final int kind;
        /** First and next-after-last case of each distinct time, by place in the order. */
        private final int[] start;

        private final int distinct;
        /** The share not yet lost from sight, just before each distinct time. */
        private final double[] seen;

        FineGrayWalk(Exits exits, int kind, Covariates covariates) {
            this.n = exits.cases();
            this.p = covariates.names().size();
            this.x = covariates.values;
            this.kind = kind;
            this.kinds = exits.kind;
            this.order = RadixOrder.of(exits.exit);
            this.start = new int[n + 1];
            int k = 0;
            for (int i = 0; i < n; i++) {
                if (i == 0 || exits.exit[order[i]] != exits.exit[order[i - 1]]) {
                    start[k++] = i;
                }
            }
            start[k] = n;
            this.distinct = k;
            this.seen = new double[k];
            double g = 1;
            for (int t = 0; t < k; t++) {
                seen[t] = g;
                g *= 1 - lost(t) / (double) stillSeen(t);
            }
        }

        private int lost(int t) {
            int sum = 0;
            for (int i = start[t]; i < start[t + 1]; i++) {
                sum += kinds[order[i]] == Exits.OPEN ? 1 : 0;
            }
            return sum;
        }

        /** Those from whom a loss at this time could come: of those who leave at it, the ones who leave are not lost. */
        private int stillSeen(int t) {
            int left = 0;
            for (int i = start[t]; i < start[t + 1]; i++) {
                left += kinds[order[i]] == Exits.OPEN ? 0 : 1;
            }
            return Math.max(1, n - start[t] - left);
        }

        private double weight(double[] beta, int i) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += x[i * p + j] * beta[j];
            }
            return Math.exp(sum);
        }

        private boolean isOther(int i) {
            return kinds[i] != Exits.OPEN && kinds[i] != kind;
        }

        /** The risk set's sums at each distinct time: those still there, and those who left otherwise before, thinned. */
        private CoxSums[] riskSets(double[] beta) {
            CoxSums[] sets = new CoxSums[distinct];
            CoxSums there = new CoxSums(p);
            for (int t = distinct - 1; t >= 0; t--) {
                for (int i = start[t]; i < start[t + 1]; i++) {
                    there.add(weight(beta, order[i]), x, order[i]);
                }
                sets[t] = new CoxSums(p);
                sets[t].difference(there, there, 0);
            }
            CoxSums gone = new CoxSums(p);
            for (int t = 0; t < distinct; t++) {
                sets[t].difference(sets[t], gone, -seen[t]);
                for (int i = start[t]; i < start[t + 1]; i++) {
                    if (isOther(order[i])) {
                        gone.add(weight(beta, order[i]) / seen[t], x, order[i]);
                    }
                }
            }
            return sets;
        }

        double likelihood(double[] beta, double[] score, double[] information) {
            Arrays.fill(score, 0);
            Arrays.fill(information, 0);
            CoxSums[] sets = riskSets(beta);
            double log = 0;
            for (int t = 0; t < distinct; t++) {
                for (int i = start[t]; i < start[t + 1]; i++) {
                    int one = order[i];
                    if (kinds[one] == kind) {
                        for (int j = 0; j < p; j++) {
                            score[j] += x[one * p + j];
                        }
                        log += Math.log(weight(beta, one)) - sets[t].into(score, information);
                    }
                }
            }
            return log;
        }

        /** Σ (η + ψ)(η + ψ)ᵀ over cases: what each says of the score, by itself and by way of G. */
        double[] meat(double[] beta) {
            CoxSums[] sets = riskSets(beta);
            // Cumulated over times: dΛ and e dΛ, and the same thinned by G for those who left otherwise.
            double[] hazard = new double[distinct + 1];
            double[] thinned = new double[distinct + 1];
            double[] means = new double[(distinct + 1) * p];
            double[] thinnedMeans = new double[(distinct + 1) * p];
            for (int t = 0; t < distinct; t++) {
                double step = leaving(t) / sets[t].total();
                hazard[t + 1] = hazard[t] + step;
                thinned[t + 1] = thinned[t] + seen[t] * step;
                for (int j = 0; j < p; j++) {
                    means[(t + 1) * p + j] = means[t * p + j] + sets[t].mean(j) * step;
                    thinnedMeans[(t + 1) * p + j] = thinnedMeans[t * p + j] + seen[t] * sets[t].mean(j) * step;
                }
            }
            double[] each = new double[n * p];
            double[] q = new double[distinct * p];
            for (int t = 0; t < distinct; t++) {
                for (int i = start[t]; i < start[t + 1]; i++) {
                    int one = order[i];
                    double w = weight(beta, one);
                    for (int j = 0; j < p; j++) {
                        double xj = x[one * p + j];
                        double own = kinds[one] == kind ? xj - sets[t].mean(j) : 0;
                        each[one * p + j] = own - w * (xj * hazard[t + 1] - means[(t + 1) * p + j]);
                        if (isOther(one)) {
                            double after = xj * (thinned[distinct] - thinned[t + 1])
                                    - (thinnedMeans[distinct * p + j] - thinnedMeans[(t + 1) * p + j]);
                            each[one * p + j] -= w / seen[t] * after;
                        }
                    }
                }
            }
            lost(beta, thinned, thinnedMeans, q);
            addLoss(each, q);
            return squares(each);
        }

        private int leaving(int t) {
            int sum = 0;
            for (int i = start[t]; i < start[t + 1]; i++) {
                sum += kinds[order[i]] == kind ? 1 : 0;
            }
            return sum;
        }

        /** q(u): how the score moves with G at u, by those who left otherwise before u and would be at risk after it. */
        private void lost(double[] beta, double[] thinned, double[] thinnedMeans, double[] q) {
            double[] sum = new double[p + 1];
            for (int u = 0; u < distinct; u++) {
                for (int i = start[u]; i < start[u + 1]; i++) {
                    int one = order[i];
                    double w = isOther(one) ? weight(beta, one) / seen[u] : 0;
                    for (int j = 0; j < p; j++) {
                        sum[j] += w * x[one * p + j];
                    }
                    sum[p] += w;
                }
                for (int j = 0; j < p; j++) {
                    q[u * p + j] = sum[j] * (thinned[distinct] - thinned[u + 1])
                            - sum[p] * (thinnedMeans[distinct * p + j] - thinnedMeans[(u + 1) * p + j]);
                }
            }
        }

        /** ψ: each case's part in the error of G, a martingale of being lost, times q over those seen. */
        private void addLoss(double[] each, double[] q) {
            double[] cumulated = new double[p];
            for (int u = 0; u < distinct; u++) {
                double y = stillSeen(u);
                double step = lost(u) / y;
                for (int i = start[u]; i < start[u + 1]; i++) {
                    int one = order[i];
                    boolean isLost = kinds[one] == Exits.OPEN;
                    for (int j = 0; j < p; j++) {
                        double own = isLost ? q[u * p + j] / y * (1 - step) : 0;
                        each[one * p + j] += own - cumulated[j];
                    }
                }
                for (int j = 0; j < p; j++) {
                    cumulated[j] += q[u * p + j] / y * step;
                }
            }
        }

        private double[] squares(double[] each) {
            double[] sum = new double[p * p];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < p; j++) {
                    for (int l = 0; l < p; l++) {
                        sum[j * p + l] += each[i * p + j] * each[i * p + l];
                    }
                }
            }
            return sum;
        }
    }
}
