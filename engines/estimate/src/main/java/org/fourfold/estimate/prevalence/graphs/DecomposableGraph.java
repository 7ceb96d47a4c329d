package org.fourfold.estimate.prevalence.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A graph without a cycle of four or more that has no chord; its vertices are lists. Two lists without a line between them are
 * independent given those that part them.
 *
 * @param edges bit {@code i} is the {@code i}-th pair in the order 01, 02, 12, 03, 13, 23 ...
 * @param shares by set of lists, how often the likelihood of its margin is a factor: 1 for a clique, less than 0 for a separator
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops, never compared
record DecomposableGraph(int edges, int[] shares) {

    /** All of them for so many lists: 8, 61 and 822 for 3, 4 and 5; fewest edges first, as numbered. */
    static List<DecomposableGraph> of(int lists) {
        int pairs = lists * (lists - 1) / 2;
        return IntStream.range(0, 1 << pairs)
                .mapToObj(edges -> decomposed(lists, edges))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The largest sets of lists that all depend on each other, as masks. */
    List<Integer> cliques() {
        return IntStream.range(1, shares.length)
                .filter(set -> shares[set] > 0)
                .boxed()
                .toList();
    }

    /**
     * Takes away one vertex after the other whose neighbours all know each other (Dirac 1961; Fulkerson, Gross 1965): a graph
     * that can be emptied so is decomposable, and each step is the factor of a vertex given its neighbours.
     */
    private static Optional<DecomposableGraph> decomposed(int lists, int edges) {
        int[] neighbours = neighbours(lists, edges);
        int[] shares = new int[1 << lists];
        int left = (1 << lists) - 1;
        while (left != 0) {
            int vertex = simplicial(neighbours, left);
            if (vertex < 0) {
                return Optional.empty();
            }
            int around = neighbours[vertex] & left;
            shares[around | (1 << vertex)]++;
            shares[around]--;
            left &= ~(1 << vertex);
        }
        shares[0] = 0;
        return Optional.of(new DecomposableGraph(edges, shares));
    }

    private static int simplicial(int[] neighbours, int left) {
        for (int vertex = 0; vertex < neighbours.length; vertex++) {
            int around = neighbours[vertex] & left;
            if ((left >> vertex & 1) == 1 && isComplete(neighbours, around)) {
                return vertex;
            }
        }
        return -1;
    }

    private static boolean isComplete(int[] neighbours, int set) {
        for (int vertex = 0; vertex < neighbours.length; vertex++) {
            if ((set >> vertex & 1) == 1 && (set & ~neighbours[vertex] & ~(1 << vertex)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int[] neighbours(int lists, int edges) {
        int[] neighbours = new int[lists];
        int pair = 0;
        for (int b = 1; b < lists; b++) {
            for (int a = 0; a < b; a++, pair++) {
                if ((edges >> pair & 1) == 1) {
                    neighbours[a] |= 1 << b;
                    neighbours[b] |= 1 << a;
                }
            }
        }
        return neighbours;
    }

    /** The pairs of lists that a line joins, as masks. */
    List<Integer> joined(int lists) {
        List<Integer> joined = new ArrayList<>();
        int pair = 0;
        for (int b = 1; b < lists; b++) {
            for (int a = 0; a < b; a++, pair++) {
                if ((edges >> pair & 1) == 1) {
                    joined.add((1 << a) | (1 << b));
                }
            }
        }
        return joined;
    }
}
