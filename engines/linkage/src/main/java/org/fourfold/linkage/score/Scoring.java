package org.fourfold.linkage.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.PairSink;
import org.fourfold.linkage.train.Weights;

/** Scores all pairs that blocking brings together. */
public final class Scoring {

    /** Pairs below this, prior included, are not kept: a probability of one in a hundred. */
    public static final double KEPT_BITS = -Math.log(99) / Math.log(2);

    private static final double MARGIN = 2;
    private static final int ROUNDS = 30;

    /**
     * What was found.
     *
     * @param weights with the prior that the pairs themselves say
     */
    public record Scored(Edges edges, Weights weights, List<Blocking.RuleCount> rules) {}

    private Scoring() {}

    public static Scored of(Blocking blocking, Scorers scorers, Weights weights, int records, Threads threads) {
        int least = least(weights);
        List<EdgeSink> all = new ArrayList<>();
        Queue<EdgeSink> free = new ConcurrentLinkedQueue<>();
        List<Blocking.RuleCount> rules = blocking.walk(threads, () -> {
            EdgeSink sink = free.poll();
            EdgeSink taken = sink == null ? new EdgeSink(scorers.make(), least) : sink;
            if (sink == null) {
                synchronized (all) {
                    all.add(taken);
                }
            }
            return new Lent(taken, free);
        });
        Edges edges = Edges.of(all);
        return new Scored(edges, weights.withPrior(prior(edges, weights, records)), rules);
    }

    /** Evidence from which on a pair is kept, in parts of a bit; the prior is not known well yet. */
    public static int least(Weights weights) {
        return Weights.parts(KEPT_BITS - MARGIN) - weights.priorParts();
    }

    /** The pairs that were kept, scored anew. */
    public static Scored again(Scored before, Scorers scorers, Weights weights, int records) {
        Edges edges = before.edges();
        int[] evidence = new int[edges.size()];
        scorers.make().score(edges.a(), edges.b(), edges.size(), evidence);
        Edges again = new Edges(edges.a(), edges.b(), evidence);
        return new Scored(again, weights.withPrior(prior(again, weights, records)), before.rules());
    }

    private static double prior(Edges edges, Weights weights, int records) {
        LongCounts evidence = new LongCounts();
        for (int each : edges.evidence()) {
            evidence.add(each, 1);
        }
        return prior(evidence, weights, records);
    }

    /** Given back by its last portion. */
    private record Lent(EdgeSink sink, Queue<EdgeSink> free) implements PairSink {
        @Override
        public void take(int[] a, int[] b, int size) {
            sink.take(a, b, size);
        }

        @Override
        public void done() {
            free.add(sink);
        }
    }

    /**
     * The share of all pairs that are one person: what the kept pairs expect, by expectation and maximisation.
     *
     * @param evidence how many of them have so much evidence, in parts of a bit
     */
    public static double prior(LongCounts evidence, Weights weights, int records) {
        double pairs = (double) records * (records - 1) / 2;
        double prior = weights.prior();
        long[] said = evidence.keys();
        for (int round = 0; round < ROUNDS; round++) {
            int parts = weights.withPrior(prior).priorParts();
            double expected = 0;
            for (long each : said) {
                expected += evidence.count(each) * Weights.probability((int) each + parts);
            }
            double next = Math.clamp(expected / pairs, 1e-15, 0.5);
            if (Math.abs(next - prior) < prior * 1e-4) {
                break;
            }
            prior = next;
        }
        return prior;
    }
}
