package org.fourfold.estimate.prevalence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.estimate.prevalence.MethodResult.Answer;
import org.fourfold.estimate.prevalence.MethodResult.ModelShare;
import org.fourfold.estimate.prevalence.bayes.BayesianThreshold;
import org.fourfold.estimate.prevalence.bayes.Dependence;
import org.fourfold.estimate.prevalence.bayes.ThresholdEstimate;
import org.fourfold.estimate.prevalence.bayes.ThresholdOptions;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.prevalence.graphs.GraphAverage;
import org.fourfold.estimate.prevalence.graphs.GraphAveraging;
import org.fourfold.estimate.prevalence.graphs.GraphOptions;
import org.fourfold.estimate.prevalence.latent.LatentClasses;
import org.fourfold.estimate.prevalence.latent.LatentEstimate;
import org.fourfold.estimate.prevalence.latent.LatentOptions;
import org.fourfold.estimate.prevalence.loglinear.Interactions;
import org.fourfold.estimate.prevalence.strata.Replicates;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Run;

/** Answers of the Bayesian methods for the panel: the median, and shares of the posterior as limits. */
final class Posteriors {

    /** The use of chance: draws from an exact curve, for the picture. */
    private static final int PART = 5;

    private static final int CURVE_DRAWS = 2_000;
    private static final int DIP_DRAWS = 2_000;
    private static final int MODELS_SHOWN = 20;

    private Posteriors() {}

    static Answer threshold(CaptureTable table, ThresholdOptions options, Run run) {
        ThresholdEstimate estimate = BayesianThreshold.of(table, options, run);
        String model = estimate.dependences().stream()
                .filter(each -> each.fate() != Dependence.Fate.DROPPED)
                .map(each -> Interactions.of(each.pair()).text(table.lists()))
                .collect(Collectors.joining(", "));
        return answer(
                Method.THRESHOLD,
                estimate.population(),
                Replicates.of(estimate).draws(),
                model,
                List.of(),
                estimate.cautions());
    }

    static Answer latent(CaptureTable table, LatentOptions options, Run run) {
        LatentEstimate estimate = LatentClasses.of(table, options, run);
        return answer(
                Method.LATENT,
                estimate.population(),
                Replicates.of(estimate).draws(),
                "",
                List.of(),
                estimate.cautions());
    }

    static Answer graphs(CaptureTable table, GraphOptions options, Run run) {
        GraphAverage average = GraphAveraging.of(table, options, run);
        List<ModelShare> models = average.graphs().stream()
                .limit(MODELS_SHOWN)
                .map(graph -> new ModelShare(
                        graph.joined().stream()
                                .map(pair -> Interactions.of(pair).text(table.lists()))
                                .collect(Collectors.joining(", ")),
                        graph.weight()))
                .toList();
        double[] draws = Replicates.of(average, CURVE_DRAWS, Chance.stream(run.seed(), PART, 0))
                .draws();
        return answer(Method.GRAPHS, average.population(), draws, "", models, average.cautions());
    }

    private static Answer answer(
            Method method,
            PopulationQuantiles population,
            double[] draws,
            String model,
            List<ModelShare> models,
            List<Problem> cautions) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new Answer(
                method,
                population.median(),
                new Limits(population.lower80(), population.upper80(), population.lower95(), population.upper95()),
                List.of(),
                model,
                Optional.empty(),
                Histogram.of(sorted),
                Dip.of(thinned(sorted)),
                models,
                Optional.empty(),
                cautions);
    }

    /** Logarithms of some draws, evenly over all: neighbours in a chain are alike, and the dip would take them for many. */
    private static double[] thinned(double[] sorted) {
        int count = Math.min(DIP_DRAWS, sorted.length);
        double[] some = new double[count];
        for (int i = 0; i < count; i++) {
            some[i] = Math.log(sorted[(int) ((long) i * sorted.length / count)]);
        }
        return some;
    }
}
