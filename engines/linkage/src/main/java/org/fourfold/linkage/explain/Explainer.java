package org.fourfold.linkage.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.Interaction;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Scorer;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.train.Weights;

/**
 * Explains pairs and clusters of records that were linked. A pair takes some microseconds, a cluster of n members n(n-1)/2
 * looks. For one thread; several explainers may share what they are made of.
 */
public final class Explainer {

    /** Members of a cluster that is explained as a whole. */
    public static final int MEMBERS_MAX = 1_000;

    private final Linked linked;
    private final Manner manner;
    private final Scorer scorer;
    private final Values values;
    private final boolean persons;

    /**
     * What is explained.
     *
     * @param weights with the prior that was used
     */
    public record Linked(LinkageModel model, Records records, Weights weights, Scorers scorers, Meetings meetings) {}

    /**
     * How it is explained.
     *
     * @param judgements all that apply; those on other records are passed over
     * @param calibration from the weight in bits to the probability that the records are one; must be of this model
     */
    public record Manner(
            Masking masking, List<AppliedJudgement> judgements, Optional<DoubleUnaryOperator> calibration) {

        /** Everything masked, nobody judged, no calibration. */
        public static final Manner CAREFUL = new Manner(Masking.ALL, List.of(), Optional.empty());

        public Manner {
            judgements = judgements.stream()
                    .sorted(Comparator.comparing(AppliedJudgement::on)
                            .thenComparing(AppliedJudgement::a)
                            .thenComparing(AppliedJudgement::b)
                            .thenComparing(AppliedJudgement::same)
                            .thenComparing(AppliedJudgement::by)
                            .thenComparing(AppliedJudgement::reason))
                    .toList();
        }
    }

    public Explainer(Linked linked, Manner manner) {
        this.linked = linked;
        this.manner = manner;
        this.scorer = linked.scorers().make();
        this.values = new Values(linked.model(), linked.records(), manner.masking());
        this.persons = linked.model().fields().stream().anyMatch(field -> field.kind() == FieldKind.PERSON);
    }

    /**
     * Explains two records, given by their numbers in any order.
     *
     * @throws IllegalArgumentException when they are one
     */
    public PairExplanation pair(int x, int y) {
        if (x == y) {
            throw new IllegalArgumentException("a pair has two records: give two numbers");
        }
        int a = Math.min(x, y);
        int b = Math.max(x, y);
        int[] levels = scorer.levels(a, b);
        List<Finding> findings = new ArrayList<>();
        for (int c = 0; c < levels.length; c++) {
            findings.add(finding(c, levels[c], a, b));
        }
        scorer.together(levels, a, b).ifPresent(taken -> findings.add(together(taken)));
        RecordName left = values.name(a);
        RecordName right = values.name(b);
        PairExplanation bare = new PairExplanation(
                linked.model().name(),
                linked.model().version(),
                persons,
                left,
                right,
                findings,
                linked.meetings().rulesOf(a, b),
                judgements(left, right),
                linked.weights().priorParts(),
                OptionalDouble.empty());
        return manner.calibration().isEmpty() ? bare : calibrated(bare);
    }

    private PairExplanation calibrated(PairExplanation bare) {
        double probability = manner.calibration().orElseThrow().applyAsDouble(bare.weightBits());
        return new PairExplanation(
                bare.model(),
                bare.version(),
                bare.persons(),
                bare.a(),
                bare.b(),
                bare.findings(),
                bare.rules(),
                bare.judgements(),
                bare.priorParts(),
                OptionalDouble.of(probability));
    }

    private Finding together(Scorer.Taken taken) {
        Interaction interaction = linked.model().interactions().get(taken.number());
        List<String> slots = interaction.conditions().stream()
                .map(Interaction.Condition::slot)
                .toList();
        return new Finding.Together(interaction.name(), slots, taken.parts());
    }

    private Finding finding(int comparison, int level, int a, int b) {
        Comparison compared = linked.model().comparisons().get(comparison);
        Level holds = level == 0 ? Level.OTHERWISE : compared.levels().get(level - 1);
        Optional<Scorer.Agreed> agreed = scorer.agreed(comparison, level, a, b);
        boolean alike = agreed.isPresent() && holds.kind() != Level.Kind.ELSE;
        String left = alike
                ? values.value(compared.slot(), a, agreed.orElseThrow().left())
                : values.shown(compared.slot(), holds, a, b);
        String right = alike
                ? values.value(compared.slot(), b, agreed.orElseThrow().right())
                : values.shown(compared.slot(), holds, b, a);
        if (level == 0) {
            return new Finding.NotSaid(compared.slot(), left, right);
        }
        int rarity = scorer.rarity(comparison, level, a, b);
        OptionalDouble share = scorer.isRarityCounted(comparison, level)
                ? OptionalDouble.of(linked.scorers().share(comparison, level, rarity))
                : OptionalDouble.empty();
        return new Finding.Compared(
                compared.slot(),
                level,
                holds,
                left,
                right,
                scorer.weight(comparison, level),
                rarity,
                share,
                agreed.map(each ->
                        new Finding.Among(each.ofLeft(), each.ofRight(), scorer.ofSizes(comparison, level, a, b))));
    }

    private List<AppliedJudgement> judgements(RecordName a, RecordName b) {
        return manner.judgements().stream()
                .filter(each -> each.isAbout(a, b))
                .map(this::shown)
                .toList();
    }

    private AppliedJudgement shown(AppliedJudgement judgement) {
        return manner.masking().showsReasons()
                ? judgement
                : new AppliedJudgement(
                        judgement.a(), judgement.b(), judgement.same(), judgement.by(), judgement.on(), "");
    }

    /**
     * Explains a cluster.
     *
     * @param records its members' numbers in any order, each once
     * @throws IllegalArgumentException when there is none, one comes twice, or there are more than {@link #MEMBERS_MAX}
     */
    public ClusterExplanation cluster(int... records) {
        int[] members = records.clone();
        Arrays.sort(members);
        if (members.length == 0
                || members.length > MEMBERS_MAX
                || Arrays.stream(members).distinct().count() < members.length) {
            throw new IllegalArgumentException("a cluster of " + members.length + ": give 1 to " + MEMBERS_MAX
                    + " records, each once; explain pairs of a larger one");
        }
        return new ClusterTree(members, linked, this, values, scorer, among(members)).explained();
    }

    /** The judgements on two of these. */
    private List<AppliedJudgement> among(int[] members) {
        Set<RecordName> names = new HashSet<>();
        Arrays.stream(members).forEach(member -> names.add(values.name(member)));
        return manner.judgements().stream()
                .filter(each -> names.contains(each.a()) && names.contains(each.b()))
                .map(this::shown)
                .toList();
    }
}
