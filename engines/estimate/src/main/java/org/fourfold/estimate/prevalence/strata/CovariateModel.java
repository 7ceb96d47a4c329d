package org.fourfold.estimate.prevalence.strata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Draws;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * How many persons there are when covariates change how persons come onto lists, and some lists do not record them (Zwane, van der
 * Heijden 2007; van der Heijden, Whittaker, Cruyff, Bakker, van der Vliet 2012, People born in the Middle East but residing in
 * the Netherlands): a log-linear model of lists and covariates, fitted by EM over the values that are missing.
 *
 * <p>Lists depend on each covariate, except the one list that alone records it (nothing is known of the covariate outside it, so
 * that dependence cannot be seen); covariates depend on each other. Missing values inside a list that records are taken as missing
 * at random. The interval is of a bootstrap that draws the number seen too (Buckland, Garthwaite 1991).
 */
public final class CovariateModel {

    private static final int START = 8;
    private static final int REPLICATE = 9;
    /** Two fits from different starts differ by less, relatively, where the lists settle the number. */
    private static final double SAME = 1e-3;

    private static final double UNSETTLED_MAX = 0.1;

    private CovariateModel() {}

    /**
     * Estimates.
     *
     * @throws org.fourfold.estimate.run.RefusedException when the lists leave the number open or EM does not settle
     */
    public static CovariateEstimate of(CovariateTable table, CovariateOptions options, Run run) {
        CompletedFit.Design design = CompletedFit.Design.of(table, options.dependences());
        Problems problems = new Problems();
        CompletedFit fit = new CompletedFit(table, design);
        double[] counts = Arrays.stream(table.counts()).asDoubleStream().toArray();
        double[] start = fit.start(counts);
        boolean settled = fit.settle(counts, start);
        if (settled && !fit.tellsApart()) {
            problems.add(PrevalenceFault.COVARIATES_UNTOLD, "");
        }
        problems.refuse();
        double[] byProfile = fit.byProfile(counts);
        double[] solution = fit.beta();
        boolean again = fit.settle(counts, shaken(start, Chance.stream(run.seed(), START, 0)));
        double[] other = fit.byProfile(counts);
        if (!settled || !again) {
            problems.add(PrevalenceFault.EM_UNSETTLED, "", CompletedFit.ROUNDS_MAX);
        } else if (apart(byProfile, other)) {
            problems.add(PrevalenceFault.COVARIATES_OPEN, "", Math.round(sum(byProfile)), Math.round(sum(other)));
        }
        problems.refuse();
        List<double[]> replicates = replicates(table, design, solution, sum(byProfile), options.replicates(), run);
        int lost = options.replicates() - replicates.size();
        if (lost > UNSETTLED_MAX * options.replicates()) {
            problems.add(PrevalenceFault.EM_UNSETTLED, "", CompletedFit.ROUNDS_MAX);
        } else if (lost > 0) {
            problems.add(PrevalenceFault.REPLICATES_UNSETTLED, "", lost, options.replicates());
        }
        problems.refuse();
        return new CovariateEstimate(
                new Replicates(
                        sum(byProfile),
                        replicates.stream().mapToDouble(CovariateModel::sum).toArray()),
                levels(table, byProfile, replicates),
                design.terms(),
                problems.all(),
                provenance(table, options, run));
    }

    private static List<double[]> replicates(
            CovariateTable table,
            CompletedFit.Design design,
            double[] solution,
            double population,
            int count,
            Run run) {
        double[][] drawn = new double[count][0];
        Workers.each(run, "covariates", count, () -> new CompletedFit(table, design), (fit, r) -> {
            double[] counts = resampled(table, population, Chance.stream(run.seed(), REPLICATE, r));
            if (fit.settle(counts, solution)) {
                drawn[r] = fit.byProfile(counts);
            }
        });
        return Arrays.stream(drawn).filter(d -> d.length > 0).toList();
    }

    /** So many persons fall into the rows as they did, or onto no list. */
    private static double[] resampled(CovariateTable table, double population, RandomGenerator random) {
        Draws draws = new Draws(random);
        long left = Math.max(table.table().cases(), Math.round(population));
        double share = population;
        double[] counts = new double[table.counts().length];
        for (int row = 0; row < counts.length; row++) {
            long here = draws.binomial(left, Math.min(1, table.counts()[row] / share));
            counts[row] = here;
            left -= here;
            share -= table.counts()[row];
        }
        return counts;
    }

    private static double[] shaken(double[] start, RandomGenerator random) {
        return Arrays.stream(start).map(b -> b + 0.7 * random.nextGaussian()).toArray();
    }

    private static boolean apart(double[] one, double[] other) {
        for (int x = 0; x < one.length; x++) {
            if (Math.abs(one[x] - other[x]) > SAME * sum(one)) {
                return true;
            }
        }
        return false;
    }

    private static List<CovariateEstimate.Level> levels(
            CovariateTable table, double[] byProfile, List<double[]> replicates) {
        List<CovariateEstimate.Level> levels = new ArrayList<>();
        for (int v = 0; v < table.covariates().size(); v++) {
            Covariate covariate = table.covariates().get(v);
            for (int level = 0; level < covariate.levels().size(); level++) {
                int of = v;
                int is = level;
                levels.add(new CovariateEstimate.Level(
                        covariate.name(),
                        covariate.levels().get(level),
                        sumOf(table, byProfile, of, is),
                        PopulationQuantiles.of(replicates.stream()
                                .mapToDouble(r -> sumOf(table, r, of, is))
                                .toArray())));
            }
        }
        return levels;
    }

    private static double sumOf(CovariateTable table, double[] byProfile, int v, int level) {
        double sum = 0;
        for (int x = 0; x < byProfile.length; x++) {
            sum += table.level(x, v) == level ? byProfile[x] : 0;
        }
        return sum;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static Provenance provenance(CovariateTable table, CovariateOptions options, Run run) {
        DataDigest digest = new DataDigest();
        digest.text("prevalence.covariates").whole(options.replicates());
        options.dependences().forEach(digest::whole);
        table.into(digest);
        return Provenance.of(digest, run);
    }
}
