package org.fourfold.linkage.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What contradicts itself among judgements: pairs judged both ways, and pairs judged different whose records are one by the
 * other judgements.
 *
 * @param count how many there are
 * @param told the first {@link #TOLD_MAX}, by record number
 */
public record Contradictions(int count, List<Contradiction> told) implements SampleOutcome, ClusterSampleOutcome {

    /** Contradictions that are told; more are counted. */
    public static final int TOLD_MAX = 100;

    /** Keeps a copy. */
    public Contradictions {
        told = List.copyOf(told);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The contradictions among judgements; their order does not count. */
    public static Contradictions in(List<Judged> judgements) {
        TreeMap<Pair, Boolean> same =
                new TreeMap<>(Comparator.comparingInt(Pair::a).thenComparingInt(Pair::b));
        List<Pair> bothWays = new ArrayList<>();
        for (Judged judged : judgements) {
            Boolean before = same.putIfAbsent(new Pair(judged.a(), judged.b()), judged.same());
            if (before != null && before != judged.same()) {
                bothWays.add(new Pair(judged.a(), judged.b()));
            }
        }
        Collected collected = new Collected();
        bothWays.stream().distinct().sorted(same.comparator()).forEach(pair -> {
            collected.count(new Contradiction.BothWays(pair.a(), pair.b()));
            same.remove(pair);
        });
        Graph graph = new Graph(same);
        same.forEach((pair, isSame) -> {
            if (!isSame && graph.areJoined(pair)) {
                collected.count(collected.isFull() ? null : new Contradiction.Chain(graph.chain(pair)));
            }
        });
        return collected.contradictions();
    }

    private record Pair(int a, int b) {}

    /** Counts all, keeps the first. */
    static final class Collected {

        private final List<Contradiction> told = new ArrayList<>();
        private int count;

        boolean isFull() {
            return told.size() == TOLD_MAX;
        }

        void count(@Nullable Contradiction contradiction) {
            count++;
            if (contradiction != null && !isFull()) {
                told.add(contradiction);
            }
        }

        Contradictions contradictions() {
            return new Contradictions(count, told);
        }
    }

    /** Records as nodes, joined where a pair was judged the same. */
    private static final class Graph {

        private final int[] records;
        private final List<List<Integer>> neighbours = new ArrayList<>();
        private final int[] component;

        Graph(Map<Pair, Boolean> same) {
            records = same.keySet().stream()
                    .flatMapToInt(pair -> IntStream.of(pair.a(), pair.b()))
                    .sorted()
                    .distinct()
                    .toArray();
            for (int i = 0; i < records.length; i++) {
                neighbours.add(new ArrayList<>());
            }
            same.forEach((pair, isSame) -> {
                if (isSame) {
                    neighbours.get(node(pair.a())).add(node(pair.b()));
                    neighbours.get(node(pair.b())).add(node(pair.a()));
                }
            });
            component = new int[records.length];
            Arrays.fill(component, -1);
            for (int node = 0; node < records.length; node++) {
                if (component[node] < 0) {
                    mark(node);
                }
            }
        }

        boolean areJoined(Pair pair) {
            return component[node(pair.a())] == component[node(pair.b())];
        }

        /** The shortest chain from one record to the other, breadth first; the smaller record of two that serve alike. */
        List<Integer> chain(Pair pair) {
            int[] from = new int[records.length];
            Arrays.fill(from, -1);
            int start = node(pair.a());
            int goal = node(pair.b());
            from[start] = start;
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
            while (from[goal] < 0) {
                int node = queue.remove();
                for (int next : neighbours.get(node)) {
                    if (from[next] < 0) {
                        from[next] = node;
                        queue.add(next);
                    }
                }
            }
            List<Integer> chain = new ArrayList<>(List.of(records[goal]));
            for (int node = goal; node != start; node = from[node]) {
                chain.add(records[from[node]]);
            }
            Collections.reverse(chain);
            return chain;
        }

        private void mark(int root) {
            ArrayDeque<Integer> open = new ArrayDeque<>(List.of(root));
            component[root] = root;
            while (!open.isEmpty()) {
                for (int next : neighbours.get(open.remove())) {
                    if (component[next] < 0) {
                        component[next] = root;
                        open.add(next);
                    }
                }
            }
        }

        private int node(int record) {
            return Arrays.binarySearch(records, record);
        }
    }
}
