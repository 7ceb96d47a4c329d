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
        long t0 = System.nanoTime();
        Weights weights = new Trainer(model, records, kernels).train(threads);
        long t1 = System.nanoTime();
        Scorers scorers = new Scorers(model, records, kernels, weights);
        Blocking blocking = new Blocking(model, records, threads);
        long t2 = System.nanoTime();
        Scoring.Scored scored = Scoring.of(blocking, scorers, weights, records.size(), threads);
        long t3 = System.nanoTime();
        Clusterer clusterer = new Clusterer(records.size(), model.clustering(), scorers.make());
        int[] clusters = clusterer.cluster(scored.edges(), scored.weights().priorParts());
        long t4 = System.nanoTime();
        System.err.printf(
                "train %.2f keys %.2f score %.2f cluster %.2f%n",
                (t1 - t0) / 1e9, (t2 - t1) / 1e9, (t3 - t2) / 1e9, (t4 - t3) / 1e9);
        return new Result(records, scored.weights(), scored.edges(), clusters, scored.rules());
    }
}
