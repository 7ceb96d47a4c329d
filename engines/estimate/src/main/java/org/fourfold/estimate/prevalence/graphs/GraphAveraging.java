package org.fourfold.estimate.prevalence.graphs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;

/**
 * How many persons there are by all decomposable graphical models of three to five lists, weighed (Madigan, York 1997, Bayesian
 * methods for estimation of the size of a closed population): hyper-Dirichlet prior on the histories, prior 1/N on the number of
 * persons, the same prior for each graph. Nothing is drawn: the answer is exact, to nine digits or so.
 *
 * <p>Time: graphs times the nodes of {@link PosteriorGrid}, some hundreds, whatever the number of persons.
 */
public final class GraphAveraging {

    public static final int LISTS_MIN = 3;
    public static final int LISTS_MAX = 5;

    /** An upper limit past this share of what was looked at is one of the looking. */
    private static final double NEAR_THE_END = 0.9;

    private GraphAveraging() {}

    /**
     * The posterior of the number of persons and of the graphs.
     *
     * @throws org.fourfold.estimate.run.RefusedException for fewer than 3 or more than 5 lists
     */
    public static GraphAverage of(CaptureTable table, GraphOptions options, Run run) {
        int lists = table.lists().size();
        Problems problems = new Problems();
        if (lists < LISTS_MIN || lists > LISTS_MAX) {
            problems.add(PrevalenceFault.GRAPHS_LISTS, "", lists, LISTS_MIN, LISTS_MAX);
        }
        problems.refuse();
        List<DecomposableGraph> graphs = DecomposableGraph.of(lists);
        long missingMax = (long) table.cases() * options.missingPerCaseMax();
        PosteriorGrid grid =
                PosteriorGrid.of(new GraphLikelihood(table, graphs, options.delta(lists)), missingMax, run);
        PopulationQuantiles population = grid.population(table.cases());
        if (population.upper95() - table.cases() > NEAR_THE_END * missingMax) {
            problems.add(PrevalenceFault.GRAPHS_NEAR_THE_END, "", table.cases() + missingMax);
        }
        return new GraphAverage(
                population,
                weighed(graphs, grid.graphs(), lists),
                grid.curve(table.cases()),
                table.cases() + missingMax,
                problems.all(),
                provenance(table, options, run));
    }

    private static List<GraphAverage.Graph> weighed(List<DecomposableGraph> graphs, double[] weights, int lists) {
        List<GraphAverage.Graph> weighed = new ArrayList<>(graphs.size());
        for (int g = 0; g < weights.length; g++) {
            DecomposableGraph graph = graphs.get(g);
            weighed.add(new GraphAverage.Graph(weights[g], graph.joined(lists), graph.cliques()));
        }
        weighed.sort(Comparator.comparingDouble(GraphAverage.Graph::weight).reversed());
        return weighed;
    }

    private static Provenance provenance(CaptureTable table, GraphOptions options, Run run) {
        DataDigest digest = new DataDigest();
        digest.text("prevalence.graphs").numbers(options.delta()).whole(options.missingPerCaseMax());
        table.into(digest);
        return Provenance.of(digest, run);
    }
}
