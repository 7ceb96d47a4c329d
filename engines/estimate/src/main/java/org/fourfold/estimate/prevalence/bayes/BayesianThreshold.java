package org.fourfold.estimate.prevalence.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.prevalence.chains.Diagnosis;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;

/**
 * How many persons there are by Bayesian thresholding (Silverman 2020, Multiple-systems analysis for the quantification of modern
 * slavery, JRSS A 183, section 6). Flat priors on intercept and lists; on each dependence of two lists a normal one, or a flat one:
 * then a pair that never overlaps stands at minus infinity and its histories leave the likelihood. Dependences whose posterior
 * mean is less than two of its standard deviations from 0 are dropped, and the rest is estimated again.
 *
 * <p>The missing are their expected number, e to the intercept, as in the paper: the interval does not hold the chance of a
 * Poisson draw around it. No number is given before both fits have moved, agreed and said enough.
 */
public final class BayesianThreshold {

    private static final int FIRST = 2;
    private static final int SECOND = 3;
    private static final double TAKEN_MIN = 0.02;
    private static final double TAKEN_MAX = 0.9;
    /** A ratio nearer to the threshold than so many Monte Carlo errors may fall on either side. */
    private static final double NEAR = 3;

    private static final int OTHERS_MAX = 5;
    private static final int OTHER = 10;

    private BayesianThreshold() {}

    /**
     * The posterior of the number of persons.
     *
     * @throws org.fourfold.estimate.run.RefusedException when there is no proper posterior, or chains may not be believed
     */
    public static ThresholdEstimate of(CaptureTable table, ThresholdOptions options, Run run) {
        int[] pairs = pairs(table);
        int[] excluded = options.isImproper()
                ? Arrays.stream(pairs).filter(p -> table.onAll(p) == 0).toArray()
                : new int[0];
        int[] doubted = Arrays.stream(pairs).filter(p -> !contains(excluded, p)).toArray();
        Problems problems = new Problems();
        Fit first = Fit.of(table, doubted, excluded, options, run, FIRST);
        Diagnosis worst = worst(table, first, doubted, options.chains(), problems);
        judge(first, "1", problems);
        List<Dependence> judged = dependences(table, first, doubted, options);
        problems.refuse();
        List<Dependence> near = near(judged, options, problems);
        int[] kept = judged.stream()
                .filter(d -> d.fate() == Dependence.Fate.KEPT)
                .mapToInt(Dependence::pair)
                .toArray();
        Fit second = Fit.of(table, kept, excluded, options, run, SECOND);
        double[][] draws = second.population(table.cases());
        Diagnosis diagnosis = Diagnosis.of(draws);
        diagnosis.judge(options.chains(), "N", problems);
        judge(second, "2", problems);
        problems.refuse();
        List<Dependence> all = new ArrayList<>(judged);
        Arrays.stream(excluded).forEach(p -> all.add(Dependence.neverOverlap(p, name(table, p))));
        return new ThresholdEstimate(
                PopulationQuantiles.of(all(draws)),
                all,
                others(table, near, kept, excluded, options, run),
                diagnosis,
                second.acceptance(),
                worst,
                first.acceptance(),
                List.of(draws),
                problems.all(),
                provenance(table, options, run));
    }

    /** Those whose place beside the threshold is a matter of chance. */
    private static List<Dependence> near(List<Dependence> judged, ThresholdOptions options, Problems problems) {
        List<Dependence> near = judged.stream()
                .filter(d -> Math.abs(d.ratio() - options.threshold()) < NEAR * d.ratioError())
                .toList();
        for (Dependence one : near) {
            problems.add(PrevalenceFault.NEAR_THRESHOLD, one.name(), rounded(one.ratio()), options.threshold());
        }
        return near;
    }

    /** What would be said if chance had put one of them on the other side; left out where that fit may not be believed. */
    private static List<ThresholdEstimate.Other> others(
            CaptureTable table, List<Dependence> near, int[] kept, int[] excluded, ThresholdOptions options, Run run) {
        List<ThresholdEstimate.Other> others = new ArrayList<>();
        for (int i = 0; i < Math.min(OTHERS_MAX, near.size()); i++) {
            int pair = near.get(i).pair();
            int[] without = Arrays.stream(kept).filter(p -> p != pair).toArray();
            int[] pairs = without.length < kept.length
                    ? without
                    : IntStream.concat(Arrays.stream(kept), IntStream.of(pair)).toArray();
            Fit fit = Fit.of(table, pairs, excluded, options, run, OTHER + i);
            double[][] draws = fit.population(table.cases());
            Problems problems = new Problems();
            Diagnosis.of(draws).judge(options.chains(), "N", problems);
            judge(fit, "2", problems);
            if (problems.all().stream().noneMatch(p -> p.fault().refuses())) {
                others.add(new ThresholdEstimate.Other(near.get(i), PopulationQuantiles.of(all(draws))));
            }
        }
        return others;
    }

    private static double[] all(double[][] draws) {
        return Arrays.stream(draws).flatMapToDouble(Arrays::stream).toArray();
    }

    private static Diagnosis worst(CaptureTable table, Fit fit, int[] pairs, ChainOptions options, Problems problems) {
        Diagnosis worst = new Diagnosis(1, Double.MAX_VALUE, Double.MAX_VALUE, 0);
        for (int i = 0; i < pairs.length; i++) {
            Diagnosis one = Diagnosis.of(fit.draws(pairs[i]));
            one.judge(options, name(table, pairs[i]), problems);
            worst = new Diagnosis(
                    Math.max(worst.rHat(), one.rHat()),
                    Math.min(worst.bulkEss(), one.bulkEss()),
                    Math.min(worst.tailEss(), one.tailEss()),
                    Math.max(worst.still(), one.still()));
        }
        return worst;
    }

    private static void judge(Fit fit, String which, Problems problems) {
        if (!(fit.acceptance() >= TAKEN_MIN && fit.acceptance() <= TAKEN_MAX)) {
            problems.add(
                    PrevalenceFault.STEPS_TAKEN,
                    which,
                    Math.round(100 * fit.acceptance()),
                    Math.round(100 * TAKEN_MIN),
                    Math.round(100 * TAKEN_MAX));
        }
    }

    private static List<Dependence> dependences(CaptureTable table, Fit fit, int[] pairs, ThresholdOptions options) {
        return Arrays.stream(pairs)
                .mapToObj(pair -> dependence(name(table, pair), pair, fit.draws(pair), options.threshold()))
                .toList();
    }

    private static Dependence dependence(String name, int pair, double[][] draws, double threshold) {
        Ratio all = Ratio.of(all(draws));
        double error = Arrays.stream(draws)
                .mapToDouble(chain -> Ratio.of(chain).ratio())
                .map(ratio -> (ratio - all.ratio()) * (ratio - all.ratio()))
                .sum();
        return new Dependence(
                pair,
                name,
                all.mean(),
                all.spread(),
                all.ratio(),
                Math.sqrt(error / draws.length / (draws.length - 1)),
                all.ratio() >= threshold ? Dependence.Fate.KEPT : Dependence.Fate.DROPPED);
    }

    /** Mean, standard deviation and the ratio that the threshold is for. */
    private record Ratio(double mean, double spread) {

        static Ratio of(double[] draws) {
            double mean = Arrays.stream(draws).average().orElseThrow();
            double squares =
                    Arrays.stream(draws).map(d -> (d - mean) * (d - mean)).sum();
            return new Ratio(mean, Math.sqrt(squares / (draws.length - 1)));
        }

        double ratio() {
            return Math.abs(mean) / spread;
        }
    }

    private static int[] pairs(CaptureTable table) {
        return IntStream.range(0, table.histories())
                .filter(h -> Integer.bitCount(h) == 2)
                .toArray();
    }

    private static boolean contains(int[] pairs, int pair) {
        return Arrays.stream(pairs).anyMatch(p -> p == pair);
    }

    private static String name(CaptureTable table, int pair) {
        int first = Integer.numberOfTrailingZeros(pair);
        int second = 31 - Integer.numberOfLeadingZeros(pair);
        return table.lists().get(first) + ":" + table.lists().get(second);
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 1000) / 1000.0;
    }

    private static Provenance provenance(CaptureTable table, ThresholdOptions options, Run run) {
        DataDigest digest = new DataDigest();
        digest.text("prevalence.bayes").numbers(options.variance(), options.threshold());
        digest.text(options.chains().toString());
        table.into(digest);
        return Provenance.of(digest, run);
    }
}
