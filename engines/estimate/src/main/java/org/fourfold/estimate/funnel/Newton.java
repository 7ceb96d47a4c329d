package org.fourfold.estimate.funnel;

import java.util.List;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.RefusedException;

/** Newton's steps to the greatest value of a concave log-likelihood, halved where they go too far. */
final class Newton {

    private static final int STEPS_MAX = 60;
    private static final int HALVES_MAX = 30;
    /** A standardised coefficient beyond this has no end: a ratio of e²⁵ for one standard deviation. */
    private static final double FARTHEST = 25;

    /** A likelihood: fills the score ({@code p}) and information ({@code p × p}) at {@code beta} and gives the logarithm. */
    interface Likelihood {
        double at(double[] beta, double[] score, double[] information);
    }

    final double[] beta;
    /** The inverse of the information at {@code beta}: {@code p × p}. */
    final double[] covariance;

    final double atNought;
    final double atBest;
    /** Of the score test of all coefficients being nought. */
    final double scoreStatistic;

    private Newton(double[] beta, double[] covariance, double atNought, double atBest, double scoreStatistic) {
        this.beta = beta;
        this.covariance = covariance;
        this.atNought = atNought;
        this.atBest = atBest;
        this.scoreStatistic = scoreStatistic;
    }

    static Newton climb(List<String> names, Likelihood likelihood) {
        int p = names.size();
        double[] beta = new double[p];
        double[] score = new double[p];
        double[] information = new double[p * p];
        double best = likelihood.at(beta, score, information);
        double atNought = best;
        double scoreStatistic = Double.NaN;
        for (int step = 0; step < STEPS_MAX; step++) {
            double[] move = score.clone();
            if (step == 0) {
                refuseRedundant(names, information, p);
            }
            if (!Cholesky.factor(information, p, 1e-14)) {
                break;
            }
            Cholesky.solve(information, p, move);
            double gain = 0;
            for (int j = 0; j < p; j++) {
                gain += move[j] * score[j];
            }
            scoreStatistic = step == 0 ? gain : scoreStatistic;
            if (gain <= 1e-18 * (1 + Math.abs(best))) {
                return new Newton(beta, Cholesky.inverse(information, p), atNought, best, scoreStatistic);
            }
            double before = best;
            double share = 1;
            double[] next = beta;
            for (int half = 0; half < HALVES_MAX; half++, share /= 2) {
                next = moved(beta, move, share);
                best = likelihood.at(next, score, information);
                if (best >= before - 1e-12 * Math.abs(before)) {
                    break;
                }
            }
            beta = next;
            refuseFarAway(names, beta);
        }
        throw refused(FunnelFault.COVARIATE_SEPARATES, names.get(farthest(beta)));
    }

    private static double[] moved(double[] beta, double[] move, double share) {
        double[] next = beta.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += share * move[j];
        }
        return next;
    }

    private static void refuseFarAway(List<String> names, double[] beta) {
        int far = farthest(beta);
        if (!(Math.abs(beta[far]) < FARTHEST)) {
            throw refused(FunnelFault.COVARIATE_SEPARATES, names.get(far));
        }
    }

    private static int farthest(double[] beta) {
        int far = 0;
        for (int j = 1; j < beta.length; j++) {
            far = Math.abs(beta[j]) > Math.abs(beta[far]) ? j : far;
        }
        return far;
    }

    /** Refuses, by its name, the first characteristic that those before it determine. */
    private static void refuseRedundant(List<String> names, double[] information, int p) {
        for (int size = 1; size <= p; size++) {
            double[] corner = new double[size * size];
            for (int i = 0; i < size; i++) {
                System.arraycopy(information, i * p, corner, i * size, size);
            }
            if (!Cholesky.factor(corner, size, 1e-11)) {
                throw refused(FunnelFault.COVARIATE_REDUNDANT, names.get(size - 1));
            }
        }
    }

    private static RefusedException refused(FunnelFault fault, String name) {
        Problems problems = new Problems();
        problems.add(fault, "", name);
        return new RefusedException(problems.all());
    }
}
