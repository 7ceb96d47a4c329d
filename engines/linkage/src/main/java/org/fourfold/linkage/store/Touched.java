package org.fourfold.linkage.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.fourfold.linkage.cluster.Clusterer;
import org.fourfold.linkage.cluster.Constraints;
import org.fourfold.linkage.cluster.Evidence;
import org.fourfold.linkage.cluster.JoinRule;
import org.fourfold.linkage.model.Clustering;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.train.Weights;

/**
 * Clusters anew the components that a change touched. Two records are in one component when a chain of pairs that may join
 * clusters leads from one to the other; nothing outside of it has a say in how it is clustered, so all others stay as they are.
 */
final class Touched {

    private final Holding holding;
    private final Clustering rules;
    private final int priorParts;
    private final Blocks blocks;
    private final EdgeRuns edges;
    private final SortedMap<Long, Integer> changes;
    private final Judged judged;
    private final int[] clusters;
    private final int least;
    private int components;

    /**
     * For one change.
     *
     * @param judged what is judged after the change
     * @param clusters per row its cluster, -1 for who is gone; is changed
     */
    Touched(Holding holding, Blocks blocks, PairChanges changes, Judged judged, int[] clusters) {
        this.holding = holding;
        this.rules = holding.model().clustering();
        this.priorParts = holding.weights().priorParts();
        this.blocks = blocks;
        this.edges = holding.state().edges();
        this.changes = changes.all();
        this.judged = judged;
        this.clusters = clusters;
        this.least = Weights.parts(rules.edge()) - priorParts;
    }

    /** Clusters all components anew in which one of these records is. */
    void recluster(SortedSet<Integer> seeds) {
        Set<Integer> seen = new HashSet<>();
        for (int seed : seeds) {
            if (clusters[seed] >= 0 && seen.add(seed)) {
                components++;
                component(seed, seen);
            }
        }
    }

    int components() {
        return components;
    }

    private record Edge(int from, int to, int evidence) {}

    private void component(int seed, Set<Integer> seen) {
        List<Integer> found = new ArrayList<>();
        List<Edge> joining = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(seed));
        while (!open.isEmpty()) {
            int row = open.removeFirst();
            found.add(row);
            edges.of(row, changes).forEach((other, evidence) -> {
                if (evidence >= least && clusters[other] >= 0) {
                    joining.add(new Edge(row, other, evidence));
                    if (seen.add(other)) {
                        open.addLast(other);
                    }
                }
            });
            for (int other : judged.sameAs(row)) {
                if (seen.add(other)) {
                    open.addLast(other);
                }
            }
        }
        cluster(found, joining);
    }

    private void cluster(List<Integer> found, List<Edge> joining) {
        List<Integer> rows = found.stream().sorted(this::compare).toList();
        Map<Integer, Integer> placeOf = new HashMap<>();
        Gathering gathering = holding.gathering(rows.size());
        for (int place = 0; place < rows.size(); place++) {
            int row = rows.get(place);
            Integer _ = placeOf.put(row, place);
            gathering.put(place, blocks.portionOf(row), row);
        }
        int[][] local = joining.stream()
                .map(edge -> new int[] {placeOf.get(edge.from()), placeOf.get(edge.to()), edge.evidence()})
                .filter(edge -> edge[0] < edge[1])
                .sorted((x, y) -> x[0] == y[0] ? Integer.compare(x[1], y[1]) : Integer.compare(x[0], y[0]))
                .toArray(int[][]::new);
        Clusterer clusterer = new Clusterer(
                rows.size(),
                rules,
                Evidence.of(gathering.scorer()),
                constraints(rows, placeOf),
                joinRules(rows),
                Optional.empty());
        int[] labels = clusterer.cluster(edges(local), priorParts);
        for (int place = 0; place < labels.length; place++) {
            clusters[rows.get(place)] = rows.get(labels[place]);
        }
    }

    private Constraints constraints(List<Integer> rows, Map<Integer, Integer> placeOf) {
        List<int[]> same = new ArrayList<>();
        List<int[]> different = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            for (int other : judged.sameAs(rows.get(place))) {
                same.add(new int[] {place, placeOf.get(other)});
            }
            for (int other : judged.differentFrom(rows.get(place))) {
                if (placeOf.containsKey(other)) {
                    different.add(new int[] {place, placeOf.get(other)});
                }
            }
        }
        return Constraints.ofPairs(same.toArray(int[][]::new), different.toArray(int[][]::new));
    }

    private List<JoinRule> joinRules(List<Integer> rows) {
        int source = holding.state().manifest().slots().size();
        return holding.meeting()
                .joinRules(rows.stream()
                        .mapToInt(row -> blocks.portionOf(row).code(row, source))
                        .toArray());
    }

    private static Edges edges(int[][] local) {
        int[] a = new int[local.length];
        int[] b = new int[local.length];
        int[] evidence = new int[local.length];
        for (int i = 0; i < local.length; i++) {
            a[i] = local[i][0];
            b[i] = local[i][1];
            evidence[i] = local[i][2];
        }
        return new Edges(a, b, evidence);
    }

    private int compare(int x, int y) {
        long rank = blocks.portionOf(x).rank(x);
        long other = blocks.portionOf(y).rank(y);
        return x == y ? 0 : Matching.isBefore(rank, x, other, y) ? -1 : 1;
    }
}
