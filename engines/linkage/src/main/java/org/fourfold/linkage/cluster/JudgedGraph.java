package org.fourfold.linkage.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.fourfold.linkage.cluster.Standing.Pair;
import org.fourfold.linkage.records.RecordName;

/**
 * Records as nodes, joined where a pair was judged to be one. Finds the shortest chain between two of them, and all judgements
 * that lie on any chain: those of the blocks (parts that no single record cuts; J. Hopcroft and R. Tarjan, 1973) on the way from
 * one to the other. In time that grows with the judgements alone, chains apart.
 */
final class JudgedGraph {

    private final List<Pair> edges;
    private final RecordName[] names;
    private final int[] from;
    private final int[] to;

    /** The edges of each node, after one another: those of node i from starts[i] on, by the name of the other end. */
    private final int[] starts;

    private final int[] incident;

    /** Per edge its block. */
    private final int[] block;

    /** Nodes, then blocks, as trees: a node hangs from the block by which it was reached, a block from its upmost node. */
    private final int[] parent;

    private final int[] depth;
    private final int[] shortcut;

    /** Per node the first node of its tree. */
    private final int[] tree;

    private final BitSet disputed = new BitSet();

    JudgedGraph(List<Pair> same) {
        edges = same.stream().sorted().toList();
        TreeSet<RecordName> all = new TreeSet<>();
        edges.forEach(pair -> Collections.addAll(all, pair.a(), pair.b()));
        names = all.toArray(RecordName[]::new);
        from = edges.stream().mapToInt(pair -> node(pair.a())).toArray();
        to = edges.stream().mapToInt(pair -> node(pair.b())).toArray();
        starts = new int[names.length + 1];
        incident = new int[2 * from.length];
        block = new int[from.length];
        tree = new int[names.length];
        parent = new int[2 * names.length];
        depth = new int[2 * names.length];
        shortcut = new int[2 * names.length];
        arrange();
        findBlocks();
    }

    private int node(RecordName name) {
        return Arrays.binarySearch(names, name);
    }

    private void arrange() {
        for (int e = 0; e < from.length; e++) {
            starts[from[e] + 1]++;
            starts[to[e] + 1]++;
        }
        for (int i = 0; i < names.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] free = starts.clone();
        // Edges are in order of (from, to): first those in which the node comes second, then those in which it comes
        // first.
        for (int e = 0; e < from.length; e++) {
            incident[free[to[e]]++] = e;
        }
        for (int e = 0; e < from.length; e++) {
            incident[free[from[e]]++] = e;
        }
    }

    private int other(int edge, int node) {
        return from[edge] == node ? to[edge] : from[edge];
    }

    /** Depth first without recursion: a chain of judgements may be as long as there are judgements. */
    private void findBlocks() {
        int nodes = names.length;
        Arrays.setAll(shortcut, i -> i);
        Arrays.fill(parent, -1);
        Walk walk = new Walk(nodes);
        for (int root = 0; root < nodes; root++) {
            if (walk.entered[root] == 0) {
                walk.from(root);
            }
        }
        for (int node = 0; node < nodes; node++) {
            measure(node);
        }
    }

    private void measure(int node) {
        int steps = 0;
        int top = node;
        while (parent[top] >= 0 && depth[top] == 0) {
            top = parent[top];
            steps++;
        }
        int at = depth[top] + steps;
        for (int each = node; each != top; each = parent[each]) {
            depth[each] = at--;
        }
    }

    private final class Walk {

        private final int[] entered;
        private final int[] low;
        private final int[] next;
        private final int[] by;
        private final int[] open;
        private int openEdges;
        private int clock;
        private int blocks;

        Walk(int nodes) {
            entered = new int[nodes];
            low = new int[nodes];
            next = Arrays.copyOf(starts, nodes);
            by = new int[nodes];
            open = new int[from.length];
        }

        void from(int root) {
            int node = root;
            enter(node, -1);
            while (node >= 0) {
                tree[node] = root;
                if (next[node] < starts[node + 1]) {
                    node = follow(node, incident[next[node]++]);
                } else {
                    node = leave(node);
                }
            }
        }

        private void enter(int node, int edge) {
            entered[node] = ++clock;
            low[node] = clock;
            by[node] = edge;
        }

        private int follow(int node, int edge) {
            int other = other(edge, node);
            if (edge == by[node] || entered[other] > entered[node]) {
                return node;
            }
            open[openEdges++] = edge;
            if (entered[other] == 0) {
                enter(other, edge);
                return other;
            }
            low[node] = Math.min(low[node], entered[other]);
            return node;
        }

        private int leave(int node) {
            if (by[node] < 0) {
                return -1;
            }
            int above = other(by[node], node);
            low[above] = Math.min(low[above], low[node]);
            if (low[node] >= entered[above]) {
                close(by[node], above);
            }
            return above;
        }

        private void close(int last, int above) {
            int number = names.length + blocks++;
            parent[number] = above;
            int edge;
            do {
                edge = open[--openEdges];
                block[edge] = number;
                hang(from[edge], above, number);
                hang(to[edge], above, number);
            } while (edge != last);
        }

        private void hang(int node, int above, int number) {
            if (node != above) {
                parent[node] = number;
            }
        }
    }

    /** Whether a chain leads from one record of the pair to the other. */
    boolean areJoined(Pair pair) {
        int a = node(pair.a());
        int b = node(pair.b());
        return a >= 0 && b >= 0 && tree[a] == tree[b];
    }

    /** Puts all judgements in dispute that lie on a chain between the two. What was climbed once is passed over later. */
    void dispute(Pair pair) {
        int x = top(node(pair.a()));
        int y = top(node(pair.b()));
        while (x != y) {
            int lower = depth[x] >= depth[y] ? x : y;
            disputed.set(lower);
            shortcut[lower] = parent[lower];
            int raised = top(lower);
            x = lower == x ? raised : x;
            y = lower == y ? raised : y;
        }
        disputed.set(x);
    }

    private int top(int node) {
        int top = node;
        while (shortcut[top] != top) {
            shortcut[top] = shortcut[shortcut[top]];
            top = shortcut[top];
        }
        return top;
    }

    List<Pair> disputed() {
        List<Pair> pairs = new ArrayList<>();
        for (int e = 0; e < block.length; e++) {
            if (disputed.get(block[e])) {
                pairs.add(edges.get(e));
            }
        }
        return pairs;
    }

    /** The shortest chain between two joined records, breadth first; of two that serve alike the one whose name comes first. */
    List<RecordName> chain(Pair pair) {
        int start = node(pair.a());
        int goal = node(pair.b());
        int[] before = new int[names.length];
        Arrays.fill(before, -1);
        before[start] = start;
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (before[goal] < 0) {
            int node = queue.remove();
            for (int i = starts[node]; i < starts[node + 1]; i++) {
                int next = other(incident[i], node);
                if (before[next] < 0) {
                    before[next] = node;
                    queue.add(next);
                }
            }
        }
        List<RecordName> chain = new ArrayList<>(List.of(names[goal]));
        for (int node = goal; node != start; node = before[node]) {
            chain.add(names[before[node]]);
        }
        Collections.reverse(chain);
        return chain;
    }
}
