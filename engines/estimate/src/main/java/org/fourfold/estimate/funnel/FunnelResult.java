package org.fourfold.estimate.funnel;

import java.util.List;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * How far cases got.
 *
 * @param cases how many were followed
 * @param open how many had not ended on the day of the data
 * @param reached stage by stage, the share that got there, every other end counted
 * @param edges stage by stage, how cases left it, in days since they came to it
 * @param chain in which state cases are, by day
 * @param impunity by horizon, one minus the share that reached the outcome
 * @param cautions what must stand beside the numbers
 */
public record FunnelResult(
        Provenance provenance,
        int cases,
        int open,
        List<Reached> reached,
        List<Edge> edges,
        ChainShares chain,
        List<ShareAt> impunity,
        List<Problem> cautions) {

    /**
     * How many got to a stage.
     *
     * @param shares kind 1 is "got there"
     * @param at by horizon
     */
    public record Reached(String stage, Shares shares, List<ShareAt> at) {
        public Reached {
            at = List.copyOf(at);
        }
    }

    /**
     * How cases left a stage.
     *
     * @param cases how many were seen in it
     * @param open how long they stay, whatever comes then
     * @param shares where they went; the kinds are all states of the road
     */
    public record Edge(String from, int cases, StillOpen open, Shares shares) {}

    public FunnelResult {
        reached = List.copyOf(reached);
        edges = List.copyOf(edges);
        impunity = List.copyOf(impunity);
        cautions = List.copyOf(cautions);
    }
}
