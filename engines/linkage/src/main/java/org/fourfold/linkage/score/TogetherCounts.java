package org.fourfold.linkage.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.block.PairSink;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.model.Interaction;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;

/**
 * Counts the pairs of a rule for which interactions hold that the rule shows, by evidence and rarity: whole numbers, whose sums do
 * not depend on the order of pairs.
 */
public final class TogetherCounts implements PairSink {

    private final LinkageModel model;
    private final Rule rule;
    private final List<Kernel> kernels;
    private final Scorer scorer;
    private final List<LongCounts> holding;
    private int[] evidence = {};
    private byte[][] levels = {};

    /** Takes pairs of the records that kernels and scorer look at; the scorer is without what interactions take. */
    public TogetherCounts(LinkageModel model, Rule rule, List<Kernel> kernels, Scorer scorer) {
        this.model = model;
        this.rule = rule;
        this.kernels = kernels;
        this.scorer = scorer;
        this.holding = Stream.generate(LongCounts::new)
                .limit(model.interactions().size())
                .toList();
    }

    /** Per interaction how often each number of {@link #evidence} and {@link #rarity} was seen. */
    public List<LongCounts> holding() {
        return holding;
    }

    static int evidence(long key) {
        return (int) (key >> Integer.SIZE);
    }

    static int rarity(long key) {
        return (int) key;
    }

    @Override
    public void take(int[] a, int[] b, int size) {
        if (evidence.length < size) {
            evidence = new int[size];
            levels = new byte[kernels.size()][size];
        }
        scorer.score(a, b, size, evidence);
        for (int c = 0; c < levels.length; c++) {
            kernels.get(c).levels(a, b, size, levels[c]);
        }
        for (int k = 0; k < holding.size(); k++) {
            Interaction interaction = model.interactions().get(k);
            if (model.showing(interaction).equals(Optional.of(rule))) {
                count(interaction, a, b, size, holding.get(k));
            }
        }
    }

    private void count(Interaction interaction, int[] a, int[] b, int size, LongCounts counts) {
        boolean[] holds = new boolean[size];
        int[] rarity = new int[size];
        Arrays.fill(holds, true);
        for (Interaction.Condition condition : interaction.conditions()) {
            int c = condition.comparison();
            for (int i = 0; i < size; i++) {
                holds[i] &= condition.levels().contains((int) levels[c][i]);
                if (holds[i]) {
                    rarity[i] += scorer.rarity(c, levels[c][i], a[i], b[i]);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            if (holds[i]) {
                counts.add(((long) evidence[i] << Integer.SIZE) | Integer.toUnsignedLong(rarity[i]), 1);
            }
        }
    }
}
