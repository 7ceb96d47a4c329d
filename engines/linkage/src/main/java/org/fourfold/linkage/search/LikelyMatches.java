package org.fourfold.linkage.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.RuleBlocks;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Part;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.train.Trainer;
import org.fourfold.linkage.train.Weights;

/**
 * Pairs that rules should bring together: some that look like one entity, or that people judged to be.
 *
 * @param a one record of each
 * @param b the other one
 * @param weight what each counts: its probability, or 1
 * @param expected how many there are among all records, those that were not drawn included
 */
@SuppressWarnings("ArrayRecordComponent")
public record LikelyMatches(int[] a, int[] b, double[] weight, double expected) {

    /** Pairs that are looked at; more make no rule better. */
    static final int PAIRS_MAX = 20_000;

    /** Pairs a record that one rule of the beginning may give. */
    private static final int PAIRS_OF_RECORD = 1;

    /** The model's own rules may give more, or there would be no sense in them. */
    private static final int PAIRS_OF_RECORD_OWN = 30;

    private static final int SEEDS_MAX = 60;
    private static final int TEACHERS = 6;
    private static final int[] LIMITS = {Rule.MOST_USUAL, 1_000, 300, 100, 30, 10, 4};

    /** Of judged pairs each counts once. */
    public static LikelyMatches judged(int[] a, int[] b) {
        double[] weight = new double[a.length];
        Arrays.fill(weight, 1);
        return new LikelyMatches(a.clone(), b.clone(), weight, a.length);
    }

    /**
     * Pairs that the model finds likely: by its own rules, and by rules that need no care, each of two strong parts that not many
     * share. So a model whose rules are poor, or lie, is not asked for what it cannot see.
     */
    static LikelyMatches found(LinkageModel model, Records records, List<Element> elements, Threads threads) {
        List<Seed> seeds = seeds(model, records, elements, threads);
        List<Rule> teachers = model.training();
        if (teachers.isEmpty()) {
            teachers = seeds.stream()
                    .sorted(Comparator.comparingLong(Seed::pairs))
                    .limit(TEACHERS)
                    .map(Seed::rule)
                    .toList();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Rule rule : model.blocks()) {
            Seed own = seed(rule.groups(), records, model.acrossOnly(), (long) PAIRS_OF_RECORD_OWN * records.size());
            if (own.pairs() > 0) {
                rules.add(rule.most() < own.rule().most() ? rule : own.rule());
            }
        }
        seeds.forEach(seed -> rules.add(seed.rule()));
        return rules.isEmpty()
                ? judged(new int[0], new int[0])
                : scored(model.withRules(List.copyOf(rules), teachers), records, threads);
    }

    private record Seed(Rule rule, long pairs) {}

    private static List<Seed> seeds(LinkageModel model, Records records, List<Element> elements, Threads threads) {
        List<Element> strong = elements.stream().filter(Element::strong).toList();
        List<Callable<Seed>> tasks = new ArrayList<>();
        for (int i = 0; i < strong.size(); i++) {
            for (int j = i + 1; j < strong.size() && tasks.size() < SEEDS_MAX; j++) {
                List<List<Part>> groups =
                        List.of(strong.get(i).group(), strong.get(j).group());
                tasks.add(() -> seed(groups, records, model.acrossOnly(), (long) PAIRS_OF_RECORD * records.size()));
            }
        }
        return threads.all(tasks).stream().filter(seed -> seed.pairs() > 0).toList();
    }

    /** The widest limit under which the rule gives no more pairs than that. */
    private static Seed seed(List<List<Part>> groups, Records records, boolean acrossOnly, long pairsMax) {
        RuleBlocks blocks = new RuleBlocks(new Rule(groups, Rule.MOST_USUAL), records, acrossOnly);
        for (int most : LIMITS) {
            long pairs = blocks.pairs(most);
            if (pairs > 0 && pairs <= pairsMax) {
                return new Seed(new Rule(groups, most), pairs);
            }
        }
        return new Seed(new Rule(groups, LIMITS[LIMITS.length - 1]), 0);
    }

    private static LikelyMatches scored(LinkageModel model, Records records, Threads threads) {
        Kernels kernels = new Kernels(model, records);
        Weights weights = new Trainer(model, records, kernels).train();
        Scorers scorers = new Scorers(model, records, kernels, weights);
        Blocking blocking = new Blocking(model, records, SourceMatrix.ALL.over(records), threads);
        Scoring.Scored scored = Scoring.of(blocking, scorers, weights, records.size(), threads);
        return drawn(scored.edges(), scored.weights().priorParts());
    }

    private static LikelyMatches drawn(Edges edges, int prior) {
        int[] a = new int[edges.size()];
        int[] b = new int[edges.size()];
        double[] weight = new double[edges.size()];
        double expected = 0;
        int likely = 0;
        for (int edge = 0; edge < edges.size(); edge++) {
            // A pair that is rather two than one asks for no rule.
            if (edges.evidence()[edge] + prior >= 0) {
                a[likely] = edges.a()[edge];
                b[likely] = edges.b()[edge];
                weight[likely] = Weights.probability(edges.evidence()[edge] + prior);
                expected += weight[likely++];
            }
        }
        double share = Math.min(1, (double) PAIRS_MAX / Math.max(1, likely));
        long limit = (long) (share * (1L << 32));
        int size = 0;
        for (int i = 0; i < likely; i++) {
            if (ByteDictionary.mix(((long) a[i] << 32) | b[i]) >>> 32 < limit) {
                a[size] = a[i];
                b[size] = b[i];
                weight[size++] = weight[i];
            }
        }
        return new LikelyMatches(Arrays.copyOf(a, size), Arrays.copyOf(b, size), Arrays.copyOf(weight, size), expected);
    }

    int size() {
        return a.length;
    }

    /** What all that were drawn count together. */
    double total() {
        double sum = 0;
        for (double each : weight) {
            sum += each;
        }
        return sum;
    }
}
