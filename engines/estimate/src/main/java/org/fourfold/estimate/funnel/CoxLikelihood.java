package org.fourfold.estimate.funnel;

import java.util.Arrays;
import org.fourfold.estimate.numbers.RadixOrder;
import org.fourfold.estimate.run.Problems;

/**
 * Cox's partial likelihood with its score and information, one time of leaving after the other, from the last to the first. Time
 * O(n p²) for n cases and p characteristics; with exact ties times the number tied.
 */
final class CoxLikelihood {

    /** Those who may be tied at one time with exact ties; beyond that the recursion leaves the range of numbers. */
    static final int TIES_MAX = 500;

    /** What one time of leaving adds; the arrays are the walker's own and change afterwards. */
    interface Visitor {
        /** The score has {@code p} numbers, the information {@code p × p}. */
        void at(double time, int left, double logLikelihood, double[] score, double[] information);
    }

    final int p;
    private final Exits exits;
    private final int kind;
    private final double[] x;
    private final CoxTies ties;
    /** Cases by stratum, and in it by their exits. */
    private final int[][] byExit;

    private final int[][] byEntry;

    CoxLikelihood(Exits exits, int kind, Covariates covariates, int[] strata, CoxTies ties) {
        this.p = covariates.names().size();
        this.exits = exits;
        this.kind = kind;
        this.x = covariates.values;
        this.ties = ties;
        int[] in = GroupTest.strataOf(exits.cases(), strata);
        int[] distinct = GroupTest.distinct(in);
        int[] order = RadixOrder.of(exits.exit);
        int[] late = exits.entry == null ? new int[0] : RadixOrder.of(exits.entry);
        byExit = new int[distinct.length][];
        byEntry = new int[distinct.length][];
        for (int s = 0; s < distinct.length; s++) {
            int stratum = distinct[s];
            byExit[s] = Arrays.stream(order).filter(i -> in[i] == stratum).toArray();
            byEntry[s] = Arrays.stream(late).filter(i -> in[i] == stratum).toArray();
        }
        checkTies();
    }

    private void checkTies() {
        Problems problems = new Problems();
        for (int[] order : byExit) {
            for (int first = 0; first < order.length && ties == CoxTies.EXACT; first = after(order, first)) {
                int d = 0;
                for (int i = first; i < after(order, first); i++) {
                    d += exits.kind[order[i]] == kind ? 1 : 0;
                }
                if (d > TIES_MAX) {
                    problems.add(FunnelFault.TOO_MANY_TIES, String.valueOf(exits.exit[order[first]]), d, TIES_MAX);
                }
            }
        }
        problems.refuse();
    }

    private int after(int[] order, int first) {
        int next = first + 1;
        while (next < order.length && exits.exit[order[next]] == exits.exit[order[first]]) {
            next++;
        }
        return next;
    }

    /** Walks all times of leaving, the strata one after the other. */
    void walk(double[] beta, Visitor visitor) {
        for (int s = 0; s < byExit.length; s++) {
            new Walk(beta, visitor).over(byExit[s], byEntry[s]);
        }
    }

    /** Running sums over those at risk. */
    private final class Walk {
        private final double[] beta;
        private final Visitor visitor;
        private final double[] score = new double[p];
        private final double[] information = new double[p * p];
        private final CoxSums atRisk = new CoxSums(p);
        private final CoxSums leaving = new CoxSums(p);
        private final CoxSums part = new CoxSums(p);

        Walk(double[] beta, Visitor visitor) {
            this.beta = beta;
            this.visitor = visitor;
        }

        private double eta(int i) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += x[i * p + j] * beta[j];
            }
            return sum;
        }

        void over(int[] order, int[] entries) {
            int notYet = entries.length;
            for (int last = order.length; last > 0; ) {
                double time = exits.exit[order[last - 1]];
                int first = last;
                leaving.clear();
                double logs = 0;
                int d = 0;
                while (first > 0 && exits.exit[order[first - 1]] == time) {
                    int i = order[--first];
                    double eta = eta(i);
                    atRisk.add(Math.exp(eta), x, i);
                    if (exits.kind[i] == kind) {
                        leaving.add(Math.exp(eta), x, i);
                        logs += eta;
                        d++;
                    }
                }
                double[] entry = exits.entry;
                while (entry != null && notYet > 0 && entry[entries[notYet - 1]] >= time) {
                    int i = entries[--notYet];
                    atRisk.add(-Math.exp(eta(i)), x, i);
                }
                if (d > 0) {
                    at(time, d, logs, order, first, last);
                }
                last = first;
            }
        }

        private void at(double time, int d, double logs, int[] order, int first, int last) {
            Arrays.fill(score, 0);
            Arrays.fill(information, 0);
            double logLikelihood = logs;
            for (int i = first; i < last; i++) {
                if (exits.kind[order[i]] == kind) {
                    for (int j = 0; j < p; j++) {
                        score[j] += x[order[i] * p + j];
                    }
                }
            }
            if (ties == CoxTies.EXACT && d > 1) {
                CoxExact exact = new CoxExact(p, d, atRisk.total());
                for (int i = first; i < order.length; i++) {
                    if (exits.entry == null || exits.entry[order[i]] < time) {
                        exact.add(Math.exp(eta(order[i])), x, order[i]);
                    }
                }
                logLikelihood -= exact.into(score, information);
            } else {
                for (int l = 0; l < d; l++) {
                    part.difference(atRisk, leaving, ties == CoxTies.EFRON ? l / (double) d : 0);
                    logLikelihood -= part.into(score, information);
                }
            }
            visitor.at(time, d, logLikelihood, score, information);
        }
    }
}
