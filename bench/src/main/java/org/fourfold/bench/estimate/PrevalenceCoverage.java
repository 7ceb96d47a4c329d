package org.fourfold.bench.estimate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.Limits;
import org.fourfold.estimate.prevalence.loglinear.Bootstrap;
import org.fourfold.estimate.prevalence.loglinear.ByCriterion;
import org.fourfold.estimate.prevalence.loglinear.FittedModel;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;

/**
 * How often nominal 95 % intervals hold the truth: sets drawn from the model that stepwise choice fits to the five-list table of the
 * United Kingdom, 11,313 persons (Chan, Silverman, Vincent 2021 tell 90 % for stepwise with BCa).
 *
 * <p>Arguments: the folder with the tables, how many sets (500 if none), how many threads (2).
 */
final class PrevalenceCoverage {

    private PrevalenceCoverage() {}

    static void main(String... arguments) throws IOException {
        CaptureTable table = Tables.read(Path.of(arguments[0]), "UKdat_5");
        int sets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        FittedModel model = Stepwise.choose(table, 0.02);
        int truth = (int) Math.round(model.population());
        double[] upTo = shares(model, table.histories());
        Map<String, Integer> met = new TreeMap<>();
        for (int set = 0; set < sets; set++) {
            CaptureTable drawn = drawn(table.lists(), truth, upTo, Chance.stream(1, 50, set));
            Run run = Run.of(set).with(threads);
            Stepwise.Estimate step = Stepwise.estimate(drawn, Stepwise.Options.USUAL, run);
            count(met, "stepwise", step.fitted(), step.bootstrap(), truth);
            ByCriterion.Estimate schwarz = ByCriterion.estimate(drawn, new ByCriterion.Options(2, 50, 1000, 0), run);
            count(met, "Schwarz, order 2, top 50", schwarz.fitted(), schwarz.bootstrap(), truth);
        }
        met.forEach((what, times) ->
                System.out.printf(Locale.ROOT, "%-50s %5.1f %% of %d sets%n", what, 100.0 * times / sets, sets));
    }

    private static void count(Map<String, Integer> met, String method, FittedModel fitted, Bootstrap b, int truth) {
        count(met, method + ", BCa", b.bca(), truth);
        count(met, method + ", percentile", b.percentile(), truth);
        count(met, method + ", studentised log", b.studentisedLog(), truth);
        count(met, method + ", model alone", fitted.limits(), truth);
    }

    private static void count(Map<String, Integer> met, String what, Limits limits, int truth) {
        int _ = met.merge(what, limits.lower95() <= truth && truth <= limits.upper95() ? 1 : 0, Integer::sum);
    }

    /** The chance of a history up to each, the unseen one first. */
    private static double[] shares(FittedModel model, int histories) {
        double[] upTo = new double[histories];
        double sum = 0;
        for (int history = 0; history < histories; history++) {
            double log = 0;
            for (FittedModel.Coefficient c : model.coefficients()) {
                log += (c.mask() & history) == c.mask() ? c.value() : 0;
            }
            sum += Math.exp(log) / model.population();
            upTo[history] = sum;
        }
        return upTo;
    }

    private static CaptureTable drawn(List<String> lists, int persons, double[] upTo, RandomGenerator chance) {
        long[] counts = new long[upTo.length];
        for (int i = 0; i < persons; i++) {
            double u = chance.nextDouble() * upTo[upTo.length - 1];
            int history = 0;
            while (upTo[history] < u) {
                history++;
            }
            counts[history]++;
        }
        List<Integer> seen = new ArrayList<>();
        for (int history = 1; history < counts.length; history++) {
            seen.add(history);
        }
        return CaptureTable.of(
                lists,
                seen.stream().mapToInt(Integer::intValue).toArray(),
                seen.stream().mapToLong(h -> counts[h]).toArray());
    }
}
