package org.fourfold.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.score.Edges;

/**
 * Pairs that have enough evidence.
 *
 * @param edges the lower record, the higher one and the evidence of each
 * @param pairs per rule how many it brought
 */
@SuppressWarnings("ArrayRecordComponent")
record Found(int[] edges, long[] pairs) implements Serializable {

    private static final int EDGE = 3;

    /** Edges as they come. */
    static final class Edging {

        private final Ints edges = new Ints();

        void add(int a, int b, int evidence) {
            edges.add(a);
            edges.add(b);
            edges.add(evidence);
        }

        Found found(long[] pairs) {
            return new Found(edges.toArray(), pairs);
        }
    }

    /** The edges by the part of their lower record; the counts stay with the first part. */
    Found[] byPart(int[] firsts) {
        Edging[] to = new Edging[Keys.parts(firsts)];
        Arrays.setAll(to, part -> new Edging());
        for (int at = 0; at < edges.length; at += EDGE) {
            to[Keys.partOf(firsts, edges[at])].add(edges[at], edges[at + 1], edges[at + 2]);
        }
        Found[] found = new Found[to.length];
        Arrays.setAll(found, part -> to[part].found(part == 0 ? pairs : new long[pairs.length]));
        return found;
    }

    /** What several found, in the engine's order and each edge once. */
    static Found together(Iterable<Found> all, int rules) {
        long[] pairs = new long[rules];
        Ints edges = new Ints();
        for (Found each : all) {
            edges.add(each.edges(), 0, each.edges().length);
            for (int rule = 0; rule < rules; rule++) {
                pairs[rule] += each.pairs()[rule];
            }
        }
        Edges ordered = edges(List.of(edges.toArray()));
        Edging once = new Edging();
        for (int i = 0; i < ordered.size(); i++) {
            once.add(ordered.a()[i], ordered.b()[i], ordered.evidence()[i]);
        }
        return once.found(pairs);
    }

    int[] evidence() {
        int[] evidence = new int[edges.length / EDGE];
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = edges[i * EDGE + 2];
        }
        return evidence;
    }

    /** Edges as the engine takes them: in its order, each once. */
    static Edges edges(List<int[]> parts) {
        int size = Math.toIntExact(parts.stream().mapToLong(part -> part.length).sum() / EDGE);
        int[] a = new int[size];
        int[] b = new int[size];
        int[] evidence = new int[size];
        int i = 0;
        for (int[] part : parts) {
            for (int at = 0; at < part.length; at += EDGE) {
                a[i] = part[at];
                b[i] = part[at + 1];
                evidence[i++] = part[at + 2];
            }
        }
        return Edges.of(a, b, evidence);
    }
}
