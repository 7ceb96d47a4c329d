package org.fourfold.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.fourfold.linkage.model.Counting;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Frequencies;
import org.fourfold.linkage.score.FrequencyTable;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Labels;
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
     * @param frequencies by slot how often values are said among all people, in the place of counting these records
     * @param labels pairs that were judged for learning; they bind nobody, as judgements do
     */
    public record Conditions(
            SourceMatrix sources,
            Standing judged,
            Optional<Pooling> pooling,
            Map<String, FrequencyTable> frequencies,
            Labels labels) {

        /** Nothing is. */
        public static final Conditions NONE =
                new Conditions(SourceMatrix.ALL, Standing.NOTHING, Optional.empty(), Map.of(), Labels.NONE);

        public Conditions {
            frequencies = Map.copyOf(frequencies);
        }

        /** The same under judgements. */
        public Conditions with(Standing other) {
            return new Conditions(sources, other, pooling, frequencies, labels);
        }

        /** The same where sources may be linked so. */
        public Conditions with(SourceMatrix other) {
            return new Conditions(other, judged, pooling, frequencies, labels);
        }

        /** The same with tables of frequencies. */
        public Conditions with(Map<String, FrequencyTable> other) {
            return new Conditions(sources, judged, pooling, other, labels);
        }

        /** The same with labels to learn from. */
        public Conditions with(Labels other) {
            return new Conditions(sources, judged, pooling, frequencies, other);
        }
    }

    /** What pairs were found and scored by. */
    public record Made(Scorers scorers, Blocking blocking) {}

    /**
     * What came of it.
     *
     * @param clusters per record the first record of its cluster
     * @param refusals what was not joined although pairs asked for it
     * @param contradictions what only a person can decide: judgements that contradict each other (the first of them), a judged
     *     name that several records have, records judged to be one whose sources must not be linked
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

    private final LinkageModel model;
    private final Records records;
    private final Conditions known;
    private final SourcePairs sources;
    private final Threads threads;

    private Linkage(LinkageModel model, Records records, Conditions known, Threads threads) {
        this.model = model;
        this.records = records;
        this.known = known;
        this.sources = known.sources().over(records);
        this.threads = threads;
    }

    public static Result link(LinkageModel model, Records records, Threads threads) {
        return link(model, records, Conditions.NONE, threads);
    }

    /** Links under what is known beside the records. */
    public static Result link(LinkageModel model, Records records, Conditions known, Threads threads) {
        if (records.size() < 2) {
            return Result.ofNobody(records);
        }
        return new Linkage(model, records, known, threads).link();
    }

    private Result link() {
        Kernels kernels = new Kernels(model, records);
        Weights trained = new Trainer(model, records, kernels, known.labels()).train();
        Frequencies frequencies = Frequencies.RECORDS.with(known.frequencies());
        Scorers scorers = new Scorers(model, records, kernels, trained, frequencies).learnt(records);
        Weights weights = scorers.weights();
        Blocking blocking = new Blocking(model, records, sources, threads);
        Scoring.Scored scored = Scoring.of(blocking, scorers, weights, records.size(), threads);
        Constraints judged = Constraints.of(known.judged(), records);
        Clusterer clusterer = clusterer(scorers, judged);
        int[] clusters = clusterer.cluster(scored.edges(), scored.weights().priorParts());
        if (model.counting() == Counting.CLUSTERS) {
            // Who was recorded often made what they say look common: counted once each, what is rare is rare.
            Frequencies once = Frequencies.perCluster(clusters).with(known.frequencies());
            scorers = new Scorers(model, records, kernels, trained, once).learnt(records);
            scored = Scoring.again(scored, scorers, scorers.weights(), records.size());
            clusterer = clusterer(scorers, judged);
            clusters = clusterer.cluster(scored.edges(), scored.weights().priorParts());
        }
        return new Result(
                records,
                scored.weights(),
                scored.edges(),
                clusters,
                scored.rules(),
                clusterer.refusals(),
                Stream.concat(judged.contradictions().stream(), clusterer.contradictions().stream())
                        .toList(),
                Optional.of(new Made(scorers, blocking)));
    }

    private Clusterer clusterer(Scorers scorers, Constraints judged) {
        return new Clusterer(
                records.size(),
                model.clustering(),
                Evidence.of(scorers.make()),
                judged,
                joinRules(model, records, sources),
                known.pooling());
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
