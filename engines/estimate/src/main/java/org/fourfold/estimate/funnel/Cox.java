package org.fourfold.estimate.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.numbers.Printed;
import org.fourfold.estimate.run.Problems;

/** Proportional rates (Cox 1972): stratified, with late entries, and three rules for ties. */
public final class Cox {

    /** A p below this is told as a caution. */
    private static final double NOT_PROPORTIONAL_BELOW = 0.01;

    private Cox() {}

    /**
     * Fits rates of one kind of exit.
     *
     * @param kind 1 for the first kind of exit; those who leave otherwise are at risk until then, which is right for rates
     * @param strata of each case, each with a rate of its own over time; empty for none
     * @throws org.fourfold.estimate.run.RefusedException when the coefficients are not determined, naming the characteristic
     */
    public static CoxFit fit(Exits exits, int kind, Covariates covariates, int[] strata, CoxTies ties) {
        Problems problems = new Problems();
        check(exits, kind, covariates, strata, problems);
        CoxLikelihood likelihood = new CoxLikelihood(exits, kind, covariates, strata, ties);
        int p = likelihood.p;
        Newton found = Newton.climb(covariates.names(), (beta, score, information) -> {
            Arrays.fill(score, 0);
            Arrays.fill(information, 0);
            double[] sum = new double[1];
            likelihood.walk(beta, (time, left, log, u, v) -> {
                sum[0] += log;
                for (int j = 0; j < p; j++) {
                    score[j] += u[j];
                }
                for (int j = 0; j < p * p; j++) {
                    information[j] += v[j];
                }
            });
            return sum[0];
        });
        ProportionalityTest proportionality =
                proportionality(likelihood, found, covariates.names(), StillOpen.of(exits));
        for (ProportionalityTest.Line line : proportionality.each()) {
            if (line.p() < NOT_PROPORTIONAL_BELOW) {
                problems.add(FunnelFault.NOT_PROPORTIONAL, "", line.name(), Printed.p(line.p()));
            }
        }
        return new CoxFit(
                ties,
                coefficients(covariates, found.beta, found.covariance),
                found.atNought,
                found.atBest,
                found.scoreStatistic,
                proportionality,
                problems.all());
    }

    static void check(Exits exits, int kind, Covariates covariates, int[] strata, Problems problems) {
        if (covariates.cases() != exits.cases()) {
            problems.add(FunnelFault.LENGTHS_DIFFER, "", covariates.cases(), exits.cases());
        }
        if (strata.length != 0 && strata.length != exits.cases()) {
            problems.add(FunnelFault.LENGTHS_DIFFER, "", strata.length, exits.cases());
        }
        if (exits.left(kind) == 0) {
            problems.add(FunnelFault.NOBODY_ENDED, "");
        }
        problems.refuse();
    }

    static List<Coefficient> coefficients(Covariates covariates, double[] beta, double[] covariance) {
        int p = beta.length;
        List<Coefficient> made = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            double scale = covariates.scale(j);
            made.add(new Coefficient(
                    covariates.names().get(j), beta[j] / scale, Math.sqrt(covariance[j * p + j]) / scale));
        }
        return made;
    }

    private static ProportionalityTest proportionality(
            CoxLikelihood likelihood, Newton found, List<String> names, StillOpen clock) {
        int p = names.size();
        double[] score = new double[p];
        double[] i11 = new double[p * p];
        double[] i12 = new double[p * p];
        double[] i22 = new double[p * p];
        likelihood.walk(found.beta, (time, left, log, u, v) -> {
            double g = 1 - clock.before(time);
            for (int j = 0; j < p; j++) {
                score[j] += g * u[j];
            }
            for (int j = 0; j < p * p; j++) {
                i11[j] += v[j];
                i12[j] += g * v[j];
                i22[j] += g * g * v[j];
            }
        });
        List<ProportionalityTest.Line> each = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            each.add(ProportionalityTest.Line.of(names.get(j), statistic(p, new int[] {j}, score, i11, i12, i22), 1));
        }
        int[] all = IntStream.range(0, p).toArray();
        return new ProportionalityTest(
                each, ProportionalityTest.Line.of("", statistic(p, all, score, i11, i12, i22), p));
    }

    /** The score test of those chosen: what they say beyond the coefficients that are fitted. */
    private static double statistic(int p, int[] chosen, double[] u, double[] i11, double[] i12, double[] i22) {
        double[] factor = i11.clone();
        var _ = Cholesky.factor(factor, p, 1e-14);
        int m = chosen.length;
        double[] v = new double[m * m];
        double[] score = new double[m];
        for (int a = 0; a < m; a++) {
            double[] column = new double[p];
            for (int j = 0; j < p; j++) {
                column[j] = i12[j * p + chosen[a]];
            }
            Cholesky.solve(factor, p, column);
            score[a] = u[chosen[a]];
            for (int b = 0; b < m; b++) {
                v[a * m + b] = i22[chosen[a] * p + chosen[b]];
                for (int j = 0; j < p; j++) {
                    v[a * m + b] -= column[j] * i12[j * p + chosen[b]];
                }
            }
        }
        double[] solved = score.clone();
        if (!Cholesky.factor(v, m, 1e-11)) {
            return 0;
        }
        Cholesky.solve(v, m, solved);
        double sum = 0;
        for (int a = 0; a < m; a++) {
            sum += score[a] * solved[a];
        }
        return sum;
    }
}
