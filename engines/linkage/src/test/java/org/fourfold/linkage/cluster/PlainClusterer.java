package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fourfold.linkage.model.Clustering;

/** The same as {@link Clusterer}, written to be read: nothing is kept, everything is asked again. */
final class PlainClusterer {

    private PlainClusterer() {}

    static int[] cluster(RandomGraph graph, Constraints constraints, List<JoinRule> rules) {
        List<TreeSet<Integer>> of = new ArrayList<>();
        IntStream.range(0, graph.records()).forEach(record -> of.add(new TreeSet<>(List.of(record))));
        for (int i = 0; i < constraints.sameA().length; i++) {
            join(of, constraints.sameA()[i], constraints.sameB()[i]);
        }
        List<JoinRule> all = new ArrayList<>(rules);
        all.add(constraints.different());
        Clustering limits = RandomGraph.RULES;
        IntStream.range(0, graph.edges().size())
                .boxed()
                .filter(edge -> graph.edges().evidence()[edge] >= limits.edge() * 1024 - RandomGraph.PRIOR)
                .sorted(Comparator.comparingInt(edge -> -graph.edges().evidence()[edge]))
                .forEach(edge -> {
                    int a = graph.edges().a()[edge];
                    int b = graph.edges().b()[edge];
                    if (of.get(a) != of.get(b) && mayJoin(graph, of.get(a), of.get(b), all)) {
                        join(of, a, b);
                    }
                });
        return of.stream().mapToInt(TreeSet::first).toArray();
    }

    private static boolean mayJoin(
            RandomGraph graph, TreeSet<Integer> left, TreeSet<Integer> right, List<JoinRule> rules) {
        Clustering limits = RandomGraph.RULES;
        double sum = 0;
        int against = 0;
        int pairs = left.size() * right.size();
        for (int a : left) {
            for (int b : right) {
                if (rules.stream().anyMatch(rule -> rule.keepsApart(a, b))) {
                    return false;
                }
                double bits = RandomGraph.evidence(graph.seed(), Math.min(a, b), Math.max(a, b)) / 1024.0;
                sum += Math.clamp(bits, limits.least(), limits.most());
                against += bits < 0 ? 1 : 0;
            }
        }
        return pairs <= limits.pairs()
                && sum / pairs >= limits.mean() - RandomGraph.PRIOR / 1024.0
                && against <= limits.against() * pairs;
    }

    private static void join(List<TreeSet<Integer>> of, int a, int b) {
        TreeSet<Integer> joined = new TreeSet<>(of.get(a));
        joined.addAll(of.get(b));
        joined.forEach(record -> of.set(record, joined));
    }
}
