package org.fourfold.linkage.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.Interaction;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.train.Weights;

/** Makes what scores pairs, for each thread its own. */
public final class Scorers {

    private final Kernels kernels;
    private final int[][] weights;
    private final List<int[][]> rarity;

    /** Per comparison; empty where nobody says several values. */
    private final List<Optional<SetSizes>> sizes;

    private final LinkageModel model;
    private final Weights learnt;

    private Scorers(Scorers of, Weights learnt) {
        this.kernels = of.kernels;
        this.model = of.model;
        this.rarity = of.rarity;
        this.sizes = of.sizes;
        this.weights = of.weights;
        this.learnt = learnt;
    }

    /** The same with what interactions take, learnt from these records. */
    public Scorers learnt(Records records) {
        return model.interactions().isEmpty()
                ? this
                : new Scorers(
                        this,
                        learnt.withTogether(new TogetherLearner(
                                        model, learnt, new RecordsAcquainted(model, records, kernels, plain()))
                                .learn()));
    }

    /** By what they score. */
    public Weights weights() {
        return learnt;
    }

    public Scorers(LinkageModel model, Records records, Kernels kernels, Weights learnt) {
        this(model, records, kernels, learnt, Frequencies.RECORDS);
    }

    /** The same with rarity that was counted elsewhere: at the last training. */
    public Scorers(LinkageModel model, Records records, Kernels kernels, Weights learnt, Frequencies frequencies) {
        this.kernels = kernels;
        this.model = model;
        this.learnt = learnt;
        this.rarity = new Rarity(model, records, learnt, frequencies).tables();
        this.sizes = IntStream.range(0, model.comparisons().size())
                .mapToObj(c -> Optional.ofNullable(
                                records.slots().get(model.comparisons().get(c).slot()))
                        .filter(Slot::isMany)
                        .map(slot -> new SetSizes(learnt.u().get(c))))
                .toList();
        this.weights = new int[model.comparisons().size()][];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = new int[model.comparisons().get(c).levels().size() + 1];
            for (int l = 1; l < weights[c].length; l++) {
                weights[c][l] = learnt.of(c, l);
            }
        }
    }

    /** Without what interactions take. */
    private Scorer plain() {
        return scorer(kernels, List.of());
    }

    public Scorer make() {
        return make(kernels);
    }

    /** The same over other records that say things by the same numbers. */
    public Scorer make(Kernels others) {
        // Weights that were never taught interactions take nothing by them.
        return scorer(others, learnt.together().isEmpty() ? List.of() : model.interactions());
    }

    private Scorer scorer(Kernels others, List<Interaction> interactions) {
        return new Scorer(others.make(), weights, rarity, sizes, this::share, interactions, learnt);
    }

    /**
     * The share of the records that say something which a rarity stands for: how many say the value, or for a level of sound
     * another one that sounds the same; where the level is about two values, their geometric mean.
     *
     * @param rarity what {@link Scorer#rarity} gave, in parts of a bit
     */
    public double share(int comparison, int level, int rarity) {
        Level holds = model.comparisons().get(comparison).levels().get(level - 1);
        double chance = Rarity.chance(learnt, comparison, level, holds);
        return Math.clamp(chance * StrictMath.pow(2, -(double) rarity / Weights.PARTS), 0, 1);
    }
}
