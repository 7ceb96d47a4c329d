package org.fourfold.linkage.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.fourfold.linkage.block.PairSink;
import org.fourfold.linkage.block.Sampling;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.Interaction;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.train.Weights;

/**
 * Learns how much oftener than by chance people who are not one agree as an interaction says: a term of interaction in the
 * log-linear model of those who are not one (Y. Thibaudeau, 1993), while those who are one keep to independence.
 *
 * <p>The pairs are those of a rule that everybody meets who agrees so. Each is one person, or agrees by chance, or is related, with
 * odds that the fitted weights say; how many seem related says how often that is, which changes the odds, until nothing changes
 * (expectation and maximisation).
 */
final class TogetherLearner {

    private static final int PAIRS = 100_000;
    private static final int RANDOM_PAIRS = 20_000;
    private static final int ROUNDS = 100;
    private static final long SEED = 5;

    /** Pairs that seem related are so many fewer: a handful says nothing. */
    private static final double DOUBT = 3;

    private final LinkageModel model;
    private final Records records;
    private final List<Kernel> kernels;
    private final Scorer scorer;
    private final Weights weights;
    private final double[] said;

    TogetherLearner(LinkageModel model, Records records, Kernels kernels, Scorer scorer, Weights weights) {
        this.model = model;
        this.records = records;
        this.kernels = kernels.make();
        this.scorer = scorer;
        this.weights = weights;
        this.said = said();
    }

    /** Per interaction of the model; 0 where nothing can be learnt. */
    List<Double> learn() {
        Double[] learnt = new Double[model.interactions().size()];
        Arrays.fill(learnt, 0.0);
        for (Rule rule : model.interactions().stream()
                .flatMap(each -> model.showing(each).stream())
                .distinct()
                .toList()) {
            Sample sample = new Sample(rule);
            for (int k = 0; k < learnt.length; k++) {
                Interaction interaction = model.interactions().get(k);
                if (model.showing(interaction).equals(java.util.Optional.of(rule))) {
                    learnt[k] = learn(interaction, sample);
                }
            }
        }
        return List.of(learnt);
    }

    /** Pairs of a rule and their evidence. */
    private final class Sample {

        private int[] a = {};
        private int[] b = {};
        private int size;
        private final int[] evidence;

        /** Which part of those who are related is among them. */
        private final double share;

        Sample(Rule rule) {
            Sampling sampling = new Sampling(rule, records, model.acrossOnly());
            PairSink sink = (x, y, count) -> {
                if (size + count > a.length) {
                    a = Arrays.copyOf(a, 2 * (size + count));
                    b = Arrays.copyOf(b, a.length);
                }
                System.arraycopy(x, 0, a, size, count);
                System.arraycopy(y, 0, b, size, count);
                size += count;
            };
            this.share = sampling.walk(PAIRS, sink) * sampling.covered();
            this.evidence = new int[size];
            scorer.score(a, b, size, evidence);
        }
    }

    private double learn(Interaction interaction, Sample sample) {
        boolean[] holds = new boolean[sample.size];
        int[] rarity = new int[sample.size];
        Arrays.fill(holds, true);
        byte[] levels = new byte[sample.size];
        double chance = pairs() * sample.share;
        for (Interaction.Condition condition : interaction.conditions()) {
            int c = condition.comparison();
            kernels.get(c).levels(sample.a, sample.b, sample.size, levels);
            for (int i = 0; i < sample.size; i++) {
                holds[i] &= condition.levels().contains((int) levels[i]);
                if (holds[i]) {
                    rarity[i] += scorer.rarity(c, levels[i], sample.a[i], sample.b[i]);
                }
            }
            chance *= said[c]
                    * condition.levels().stream()
                            .mapToDouble(level -> weights.u().get(c)[level])
                            .sum();
        }
        List<double[]> odds = new ArrayList<>();
        for (int i = 0; i < sample.size; i++) {
            if (holds[i]) {
                double one = StrictMath.pow(2, (double) (sample.evidence[i] + weights.priorParts()) / Weights.PARTS);
                odds.add(new double[] {one, StrictMath.pow(2, (double) rarity[i] / Weights.PARTS)});
            }
        }
        double related = odds.size() / chance;
        double found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            found = 0;
            for (double[] pair : odds) {
                found += related * pair[1] / (1 + related * pair[1] + pair[0]);
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
        double[] shares = new double[kernels.size()];
        byte[] levels = new byte[RANDOM_PAIRS];
        for (int c = 0; c < shares.length; c++) {
            kernels.get(c).levels(a, b, RANDOM_PAIRS, levels);
            for (byte level : levels) {
                shares[c] += level == 0 ? 0 : 1.0 / RANDOM_PAIRS;
            }
        }
        return shares;
    }
}
