package org.fourfold.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.block.SourcePairs;
import org.fourfold.linkage.cluster.Clusterer;
import org.fourfold.linkage.cluster.Constraints;
import org.fourfold.linkage.cluster.Contradiction;
import org.fourfold.linkage.cluster.Evidence;
import org.fourfold.linkage.cluster.JoinRule;
import org.fourfold.linkage.cluster.Pooling;
import org.fourfold.linkage.cluster.Refusals;
import org.fourfold.linkage.cluster.Standing;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Trainer;
import org.fourfold.linkage.train.Weights;

/** A model and records: scored pairs and clusters. */
public final class Linkage {

    /**
     * What is known beside the records.
     *
     * @param sources which sources may be linked with which
     * @param judged what persons judged
     * @param pooling how clusters are looked at again as wholes; empty if they are not
     */
    public record Conditions(SourceMatrix sources, Standing judged, Optional<Pooling> pooling) {

        /** Nothing is. */
        public static final Conditions NONE = new Conditions(SourceMatrix.ALL, Standing.NOTHING, Optional.empty());
    }

    /** What pairs were found and scored by. */
    public record Made(Scorers scorers, Blocking blocking) {}

    /**
     * What came of it.
     *
     * @param clusters per record the first record of its cluster
     * @param refusals what was not joined although pairs asked for it
     * @param contradictions what persons judged one way and the other
     * @param made by what pairs were found and scored, to explain them; empty where there were none
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Result(
            Records records,
            Weights weights,
            Edges edges,
            int[] clusters,
            List<Blocking.RuleCount> rules,
            Refusals refusals,
            List<Contradiction> contradictions,
            Optional<Made> made) {

        public Result {
            rules = List.copyOf(rules);
            contradictions = List.copyOf(contradictions);
        }

        /** Of records that are not compared: each stands alone. */
        public static Result ofNobody(Records records) {
            int[] none = {};
            return new Result(
                    records,
                    new Weights(List.of(), List.of(), 0.5),
                    new Edges(none, none, none),
                    IntStream.range(0, records.size()).toArray(),
                    List.of(),
                    new Refusals(Map.of()),
                    List.of(),
                    Optional.empty());
        }
    }

    private Linkage() {}

    public static Result link(LinkageModel model, Records records, Threads threads) {
        return link(model, records, Conditions.NONE, threads);
    }

    /** Links under what is known beside the records. */
    public static Result link(LinkageModel model, Records records, Conditions known, Threads threads) {
        if (records.size() < 2) {
            return Result.ofNobody(records);
        }
        Kernels kernels = new Kernels(model, records);
        Weights weights = new Trainer(model, records, kernels).train();
        Scorers scorers = new Scorers(model, records, kernels, weights);
        SourcePairs sources = known.sources().over(records);
        Blocking blocking = new Blocking(model, records, sources, threads);
        Scoring.Scored scored = Scoring.of(blocking, scorers, weights, records.size(), threads);
        Clusterer clusterer = new Clusterer(
                records.size(),
                model.clustering(),
                Evidence.of(scorers.make()),
                Constraints.of(known.judged(), records),
                joinRules(model, records, sources),
                known.pooling());
        int[] clusters = clusterer.cluster(scored.edges(), scored.weights().priorParts());
        return new Result(
                records,
                scored.weights(),
                scored.edges(),
                clusters,
                scored.rules(),
                clusterer.refusals(),
                clusterer.contradictions(),
                Optional.of(new Made(scorers, blocking)));
    }

    /** Who must not come together by the model and by the sources. */
    public static List<JoinRule> joinRules(LinkageModel model, Records records, SourcePairs sources) {
        List<JoinRule> rules = new ArrayList<>();
        if (!sources.isAll()) {
            rules.add(JoinRule.sources(records, sources));
        }
        if (!model.clustering().once().isEmpty()) {
            rules.add(JoinRule.onePerSource(records, model.clustering()::isOnce));
        }
        return rules;
    }
}
