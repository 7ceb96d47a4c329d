package org.fourfold.linkage.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.evaluate.Unseen;
import org.fourfold.linkage.train.Weights;

/**
 * What each rule found, and what all of them seem to have missed. A match is counted by its probability: sums are expected
 * matches, found without anybody's judgement. Of more than {@link #COUNTED_MAX} pairs each so-many-th is counted for all.
 *
 * @param yields rule by rule, in the model's order
 * @param matchesBy expected matches by how many rules found them, from one rule on; those that only neighbours in an over-large
 *     block met are among the first
 * @param unseen what no rule found; empty where there is one rule, or less than one match
 * @param outside records that stand in no block
 */
public record RuleYields(
        List<Yield> yields, List<Double> matchesBy, Optional<Unseen> unseen, Blocking.Outside outside) {

    /** Pairs that are counted one by one. */
    static final int COUNTED_MAX = 500_000;

    /**
     * What one rule found.
     *
     * @param kept pairs of at least {@link Scoring#KEPT_BITS} that it gives, whether or not a rule above it does
     * @param matches expected among them
     * @param alone expected among those that no other rule gives
     */
    public record Yield(Blocking.RuleCount count, long kept, double matches, double alone) {}

    /** Keeps copies. */
    public RuleYields {
        yields = List.copyOf(yields);
        matchesBy = List.copyOf(matchesBy);
    }

    /** Of records that were not compared. */
    public static RuleYields none() {
        return new RuleYields(List.of(), List.of(), Optional.empty(), new Blocking.Outside(0, 0));
    }

    /** Expected matches that were found. */
    public double matches() {
        return matchesBy.stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Counts. A kept pair costs one comparison of keys for each rule.
     *
     * @param blocking after its pairs were walked
     * @param weights with the prior that belongs to the edges
     */
    public static RuleYields of(Blocking blocking, List<Blocking.RuleCount> counts, Edges edges, Weights weights) {
        int rules = counts.size();
        long[] kept = new long[rules];
        double[] matches = new double[rules];
        double[] alone = new double[rules];
        double[] by = new double[rules + 1];
        int[] places = new int[rules];
        int prior = weights.priorParts();
        int least = Weights.parts(Scoring.KEPT_BITS);
        int step = Math.max(1, Math.ceilDiv(edges.size(), COUNTED_MAX));
        for (int edge = 0; edge < edges.size(); edge += step) {
            int parts = edges.evidence()[edge] + prior;
            if (parts < least) {
                continue;
            }
            double match = Weights.probability(parts);
            int met = blocking.meetings(edges.a()[edge], edges.b()[edge], places);
            by[Math.max(1, met)] += match;
            for (int i = 0; i < met; i++) {
                kept[places[i]]++;
                matches[places[i]] += match;
            }
            if (met == 1) {
                alone[places[0]] += match;
            }
        }
        List<Yield> yields = new ArrayList<>();
        for (int rule = 0; rule < rules; rule++) {
            yields.add(new Yield(counts.get(rule), step * kept[rule], step * matches[rule], step * alone[rule]));
        }
        return new RuleYields(yields, trimmed(by, step), unseen(by, step), blocking.outside());
    }

    private static List<Double> trimmed(double[] by, int step) {
        int last = by.length - 1;
        while (last > 0 && by[last] == 0) {
            last--;
        }
        List<Double> found = new ArrayList<>();
        for (int i = 1; i <= last; i++) {
            found.add(by[i] * step);
        }
        return found;
    }

    private static Optional<Unseen> unseen(double[] by, int step) {
        double all = 0;
        for (double each : by) {
            all += each;
        }
        return by.length < 3 || all < 1
                ? Optional.empty()
                : Optional.of(Unseen.of(all, by[1], by[2], by.length - 1).times(step));
    }
}
