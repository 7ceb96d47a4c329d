package org.fourfold.estimate.prevalence.graphs;

import java.util.List;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * What averaging over decomposable graphs says.
 *
 * @param population how many persons there are, with those on no list
 * @param graphs all graphs, the one with most weight first; the weights sum to 1
 * @param curve the posterior of the number of persons where it was worked out, ascending
 * @param populationMax larger numbers were not looked at
 */
public record GraphAverage(
        PopulationQuantiles population,
        List<Graph> graphs,
        List<Point> curve,
        long populationMax,
        List<Problem> cautions,
        Provenance provenance) {

    public GraphAverage {
        graphs = List.copyOf(graphs);
        curve = List.copyOf(curve);
        cautions = List.copyOf(cautions);
    }

    /**
     * A graph and how much it is believed.
     *
     * @param weight posterior probability
     * @param joined pairs of lists with a line between them, as masks
     * @param cliques the largest sets of lists that all depend on each other, as masks
     */
    public record Graph(double weight, List<Integer> joined, List<Integer> cliques) {
        public Graph {
            joined = List.copyOf(joined);
            cliques = List.copyOf(cliques);
        }
    }

    /**
     * The posterior at one number of persons.
     *
     * @param population how many persons; no whole number where the numbers are many
     * @param probability of exactly that number
     */
    public record Point(double population, double probability) {}
}
