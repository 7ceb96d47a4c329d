package org.fourfold.linkage.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.model.Interaction;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.train.Weights;

/**
 * Learns how much oftener than by chance people who are not one agree as an interaction says: a term of interaction in the
 * log-linear model of those who are not one (Y. Thibaudeau, 1993), while those who are one keep to independence.
 *
 * <p>The pairs are those of a rule that everybody meets who agrees so. Each is one person, or agrees by chance, or is related, with
 * odds that the fitted weights say; how many seem related says how often that is, which changes the odds, until nothing changes
 * (expectation and maximisation).
 */
public final class TogetherLearner {

    /** Pairs of one rule that are learnt from, about. */
    public static final int PAIRS = 100_000;

    private static final int RANDOM_PAIRS = 20_000;
    private static final int ROUNDS = 100;
    private static final long SEED = 5;

    /** Pairs that seem related are so many fewer: a handful says nothing. */
    private static final double DOUBT = 3;

    private final LinkageModel model;
    private final Weights weights;
    private final Acquainted records;
    private final double[] said;

    public TogetherLearner(LinkageModel model, Weights weights, Acquainted records) {
        this.model = model;
        this.weights = weights;
        this.records = records;
        this.said = said();
    }

    /** The rules whose pairs are asked for. */
    public static List<Rule> rules(LinkageModel model) {
        return model.interactions().stream()
                .flatMap(each -> model.showing(each).stream())
                .distinct()
                .toList();
    }

    /** Per interaction of the model; 0 where nothing can be learnt. */
    public List<Double> learn() {
        Double[] learnt = new Double[model.interactions().size()];
        Arrays.fill(learnt, 0.0);
        for (Rule rule : rules(model)) {
            Acquainted.Sample sample = records.sample(rule, PAIRS);
            for (int k = 0; k < learnt.length; k++) {
                Interaction interaction = model.interactions().get(k);
                if (model.showing(interaction).equals(Optional.of(rule))) {
                    learnt[k] = learn(interaction, sample.holding().get(k), sample.share());
                }
            }
        }
        return List.of(learnt);
    }

    private double learn(Interaction interaction, LongCounts holding, double share) {
        double chance = pairs() * share;
        for (Interaction.Condition condition : interaction.conditions()) {
            int c = condition.comparison();
            chance *= said[c]
                    * condition.levels().stream()
                            .sorted()
                            .mapToDouble(level -> weights.u().get(c)[level])
                            .sum();
        }
        // In the order of the numbers: a sum of fractions depends on it.
        long[] keys = holding.keys();
        double[] one = new double[keys.length];
        double[] rare = new double[keys.length];
        double all = 0;
        for (int i = 0; i < keys.length; i++) {
            one[i] = StrictMath.pow(
                    2, (double) (TogetherCounts.evidence(keys[i]) + weights.priorParts()) / Weights.PARTS);
            rare[i] = StrictMath.pow(2, (double) TogetherCounts.rarity(keys[i]) / Weights.PARTS);
            all += holding.count(keys[i]);
        }
        double related = all / chance;
        for (int round = 0; round < ROUNDS; round++) {
            double found = 0;
            for (int i = 0; i < keys.length; i++) {
                found += holding.count(keys[i]) * (related * rare[i] / (1 + related * rare[i] + one[i]));
            }
            related = Math.max(0, found - DOUBT) / chance;
        }
        return related;
    }

    private double pairs() {
        return (double) records.size() * (records.size() - 1) / 2;
    }

    /** Per comparison in which share of all pairs both say something. */
    private double[] said() {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] a = new int[RANDOM_PAIRS];
        int[] b = new int[RANDOM_PAIRS];
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            a[i] = random.nextInt(records.size());
            b[i] = (a[i] + 1 + random.nextInt(records.size() - 1)) % records.size();
        }
        return records.levels(a, b).stream()
                .mapToDouble(counts -> (double) (RANDOM_PAIRS - counts[0]) / RANDOM_PAIRS)
                .toArray();
    }
}
