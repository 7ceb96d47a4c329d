package org.fourfold.estimate.prevalence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourfold.estimate.prevalence.loglinear.Bootstrap;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;

/**
 * An estimate over several ways in which the lists may have been linked: whether two records are one person is seldom certain, and
 * each doubtful pair moves somebody between histories. The tables are draws of who is who; each is estimated and drawn anew in turn, and
 * all replicates are taken together, so that both uncertainties are in the limits (law of total probability).
 */
public final class LinkageUncertainty {

    private static final int PART = 4;
    private static final int REPLICATES_MIN = 20;

    /**
     * What came of all draws.
     *
     * @param draws how many tables
     * @param withoutEstimate how many of them have none: they count as without an upper end
     * @param median of all replicates, in persons
     * @param limits quantiles of all replicates
     * @param estimates the least and the greatest of the draws' own estimates
     * @param linkageShare which share of the variance of the estimate's logarithm comes from linkage, 0 to 1
     */
    public record Estimate(
            Provenance provenance,
            int draws,
            int withoutEstimate,
            double median,
            Limits limits,
            MethodResult.Range estimates,
            double linkageShare,
            Histogram spread,
            Dip dip) {}

    private LinkageUncertainty() {}

    /**
     * Estimates each table step by step.
     *
     * @param drawn tables of the same lists, two at least
     * @param options as for one table; its replicates are shared out among the tables, 20 each at least
     * @throws RefusedException where no table has an estimate
     */
    public static Estimate estimate(List<CaptureTable> drawn, Stepwise.Options options, Run run) {
        check(drawn);
        int each = Math.max(REPLICATES_MIN, options.replicates() / drawn.size());
        Stepwise.Options shared = new Stepwise.Options(options.threshold(), each);
        List<Double> replicates = new ArrayList<>();
        List<Double> estimates = new ArrayList<>();
        double within = 0;
        List<RefusedException> refused = new ArrayList<>();
        DataDigest digest = new DataDigest();
        for (int draw = 0; draw < drawn.size(); draw++) {
            drawn.get(draw).into(digest);
            long seed = Chance.stream(run.seed(), PART, draw).nextLong();
            try {
                Stepwise.Estimate one =
                        Stepwise.estimate(drawn.get(draw), shared, new Run(seed, run.threads(), run.listener()));
                Bootstrap bootstrap = one.bootstrap();
                replicates.addAll(bootstrap.estimates());
                estimates.add(one.fitted().population());
                within += logVariance(bootstrap.estimates());
            } catch (RefusedException e) {
                refused.add(e);
                replicates.addAll(java.util.Collections.nCopies(each, Double.POSITIVE_INFINITY));
            }
        }
        if (estimates.isEmpty()) {
            throw refused.getFirst();
        }
        return summed(Provenance.of(digest, run), drawn.size(), replicates, estimates, within / estimates.size());
    }

    private static void check(List<CaptureTable> drawn) {
        if (drawn.size() < 2) {
            throw new IllegalArgumentException("two tables or more, not " + drawn.size());
        }
        if (drawn.stream().map(CaptureTable::lists).distinct().count() > 1) {
            throw new IllegalArgumentException("the tables are not of the same lists");
        }
    }

    private static Estimate summed(
            Provenance provenance, int draws, List<Double> replicates, List<Double> estimates, double within) {
        double[] sorted =
                replicates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] own =
                estimates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] finite = Arrays.stream(sorted).filter(Double::isFinite).toArray();
        boolean isSome = finite.length > 0;
        double between = logVariance(estimates);
        return new Estimate(
                provenance,
                draws,
                draws - estimates.size(),
                Bootstrap.quantile(sorted, 0.5),
                Limits.of(share -> Bootstrap.quantile(sorted, share)),
                new MethodResult.Range(own[0], own[own.length - 1]),
                between > 0 ? between / (between + within) : 0,
                Histogram.of(isSome ? sorted : own),
                Dip.of(Arrays.stream(isSome ? finite : own).map(Math::log).toArray()));
    }

    /** Of those that are finite. */
    private static double logVariance(List<Double> values) {
        double[] logs = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .map(Math::log)
                .toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        return Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }
}
