package org.fourfold.linkage;

import java.util.List;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.cluster.Clusterer;
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

    /** What came of it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Result(
            Records records, Weights weights, Edges edges, int[] clusters, List<Blocking.RuleCount> rules) {}

    private Linkage() {}

    public static Result link(LinkageModel model, Records records, Threads threads) {
        Kernels kernels = new Kernels(model, records);
        Weights weights = new Trainer(model, records, kernels).train(threads);
        Scorers scorers = new Scorers(model, records, kernels, weights);
        Blocking blocking = new Blocking(model, records, threads);
        Scoring.Scored scored = Scoring.of(blocking, scorers, weights, records.size(), threads);
        Clusterer clusterer = new Clusterer(records.size(), model.clustering(), scorers.make());
        int[] clusters = clusterer.cluster(scored.edges(), scored.weights().priorParts());
        return new Result(records, scored.weights(), scored.edges(), clusters, scored.rules());
    }
}
