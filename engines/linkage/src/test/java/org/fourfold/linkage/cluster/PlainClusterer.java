package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fourfold.linkage.model.Clustering;

/** The same as {@link Clusterer}, written to be read: nothing is kept, everything is asked again. */
final class PlainClusterer {

    private PlainClusterer() {}

    static int[] cluster(RandomGraph graph, Constraints constraints, List<JoinRule> rules, Optional<Pooling> pooling) {
        List<Set<Integer>> of = new ArrayList<>();
        IntStream.range(0, graph.records()).forEach(record -> of.add(new TreeSet<>(List.of(record))));
        for (int i = 0; i < constraints.sameA().length; i++) {
            join(of, constraints.sameA()[i], constraints.sameB()[i]);
        }
        List<JoinRule> all = new ArrayList<>(rules);
        all.add(constraints.different());
        Clustering limits = RandomGraph.RULES;
        IntStream.range(0, graph.edges().size())
                .boxed()
                .filter(edge -> bits(graph, edge) >= pooling.map(Pooling::from).orElse(limits.edge()))
                .sorted(Comparator.comparingInt(edge -> -graph.edges().evidence()[edge]))
                .forEach(edge -> {
                    int a = graph.edges().a()[edge];
                    int b = graph.edges().b()[edge];
                    boolean strong = bits(graph, edge) >= limits.edge();
                    if (!of.get(a).contains(b)
                            && areFree(of.get(a), of.get(b), all)
                            && (strong
                                    ? agree(graph, of.get(a), of.get(b))
                                    : agreeAsWholes(graph, of.get(a), of.get(b), pooling.orElseThrow()))) {
                        join(of, a, b);
                    }
                });
        return of.stream().mapToInt(Collections::min).toArray();
    }

    private static double bits(RandomGraph graph, int edge) {
        return (graph.edges().evidence()[edge] + RandomGraph.PRIOR) / 1024.0;
    }

    private static boolean areFree(Set<Integer> left, Set<Integer> right, List<JoinRule> rules) {
        return left.stream()
                .allMatch(a -> right.stream().allMatch(b -> rules.stream().noneMatch(rule -> rule.keepsApart(a, b))));
    }

    private static boolean agree(RandomGraph graph, Set<Integer> left, Set<Integer> right) {
        Clustering limits = RandomGraph.RULES;
        double sum = 0;
        int against = 0;
        int pairs = left.size() * right.size();
        for (int a : left) {
            for (int b : right) {
                double bits = evidence(graph, a, b) / 1024.0;
                sum += Math.clamp(bits, limits.least(), limits.most());
                against += bits < 0 ? 1 : 0;
            }
        }
        return pairs <= limits.pairs()
                && sum / pairs >= limits.mean() - RandomGraph.PRIOR / 1024.0
                && against <= limits.against() * pairs;
    }

    private static int evidence(RandomGraph graph, int a, int b) {
        return RandomGraph.evidence(graph.seed(), Math.min(a, b), Math.max(a, b));
    }

    private static boolean agreeAsWholes(RandomGraph graph, Set<Integer> left, Set<Integer> right, Pooling pooling) {
        int pairs = left.size() * right.size();
        long pooled = 0;
        for (int c = 0; c < Said.COMPARISONS; c++) {
            List<Integer> said = new ArrayList<>();
            for (int a : left) {
                for (int b : right) {
                    int part = Said.part(c, Math.min(a, b), Math.max(a, b), evidence(graph, a, b));
                    if (part != 0) {
                        said.add(part);
                    }
                }
            }
            int best = said.stream().mapToInt(each -> each).max().orElse(0);
            int mean = (int)
                    Math.floor(said.stream().mapToInt(each -> each).average().orElse(0));
            if (best < pooling.against() * 1024) {
                return false;
            }
            pooled += Math.floorDiv(best + mean, 2);
        }
        long against = left.stream()
                .flatMap(a -> right.stream().map(b -> evidence(graph, a, b)))
                .filter(each -> each < 0)
                .count();
        return pairs > 1
                && pairs <= RandomGraph.RULES.pairs()
                && pooled >= pooling.least() * 1024 - RandomGraph.PRIOR
                && against <= RandomGraph.RULES.against() * pairs;
    }

    private static void join(List<Set<Integer>> of, int a, int b) {
        Set<Integer> joined = new TreeSet<>(of.get(a));
        joined.addAll(of.get(b));
        joined.forEach(record -> of.set(record, joined));
    }
}
