package org.fourfold.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.LinkageEngine;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.cluster.Clusterer;
import org.fourfold.linkage.cluster.Constraints;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Weights;

/**
 * One linkage: what is global is counted in whole numbers, in any order; all else happens where the records, their keys or their
 * components lie.
 */
final class SparkRun {

    private final JavaSparkContext context;
    private final LinkageEngine.Job job;
    private final LinkageModel model;
    private final SourceMatrix sources;
    private final Sizes sizes;
    private final int parts;

    SparkRun(JavaSparkContext context, LinkageEngine.Job job, Sizes sizes) {
        this.context = context;
        this.job = job;
        this.model = job.model();
        this.sources = job.known().sources();
        this.sizes = sizes;
        this.parts = sizes.parts(job.records(), context.defaultParallelism());
    }

    LinkageModel model() {
        return model;
    }

    SourceMatrix sources() {
        return sources;
    }

    JavaSparkContext context() {
        return context;
    }

    Sizes sizes() {
        return sizes;
    }

    int parts() {
        return parts;
    }

    LinkageEngine.Done link() throws IOException {
        Reading reading = new Reading(context, job, parts);
        JavaRDD<Portion> portions = reading.portions();
        Broadcast<Words> words = context.broadcast(reading.words(portions));
        JavaRDD<Rows> rows = reading.rows(portions, words).persist(StorageLevel.MEMORY_AND_DISK());
        int[] firsts = reading.firsts(rows);
        portions.unpersist(false);
        int size = firsts[parts];
        Records records = Reading.records(rows, words.value(), size);
        if (size < 2) {
            return new LinkageEngine.Done(
                    Linkage.Result.ofNobody(records), 0, words.value().said(), List.of());
        }
        Weights learnt = new Learning(this, rows, words, firsts).weights();
        Broadcast<Kit> kit = context.broadcast(new Kit(model, words, learnt));
        Keys.Wanted wanted = new Keys.Wanted(model.blocks(), false, sizes.tile(), firsts);
        JavaRDD<Keys.Met> met = met(rows, words, wanted);
        JavaRDD<Found> found = found(rows, met, kit, wanted, Scoring.least(learnt));
        Counted evidence = found.map(each -> Counted.of(each.evidence())).treeReduce(Counted::plus);
        Weights weights = learnt.withPrior(Scoring.prior(evidence.histogram(), learnt, size));
        List<Found> all = found.collect();
        Grouping.Whole whole =
                Grouping.together(grouped(rows, found, kit, records, firsts, weights.priorParts()), size);
        Edges edges = Found.edges(all.stream().map(Found::edges).toList());
        return new LinkageEngine.Done(
                new Linkage.Result(
                        records,
                        weights,
                        edges,
                        whole.clusters(),
                        rules(met, all),
                        whole.refusals(),
                        whole.contradictions(),
                        Optional.empty()),
                repeated(rows),
                words.value().said(),
                Hubs.of(model, rows, words.value(), context.broadcast(whole.clusters()), firsts));
    }

    /** The blocks of some rules, part by part of their keys. */
    JavaRDD<Keys.Met> met(JavaRDD<Rows> rows, Broadcast<Words> words, Keys.Wanted wanted) {
        JavaPairRDD<Integer, Keys.Sent> sent =
                rows.flatMapToPair(each -> Sending.numbered(Keys.send(each, words.value(), wanted)));
        return Sending.each(sent, parts)
                .map(arrived -> Keys.meet(arrived._2(), wanted))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** What was counted of the blocks of each rule. */
    static long[][] counts(JavaRDD<Keys.Met> met, int rules) {
        long[][] all = new long[rules][Keys.COUNTS];
        for (long[][] each : met.map(Keys.Met::counts).collect()) {
            for (int rule = 0; rule < rules; rule++) {
                for (int i = 0; i < Keys.COUNTS; i++) {
                    all[rule][i] = i == 1 ? Math.max(all[rule][i], each[rule][i]) : all[rule][i] + each[rule][i];
                }
            }
        }
        return all;
    }

    /** The rows that share a key, on their way to where it lies. */
    JavaPairRDD<Integer, Travel.Load> loads(
            JavaRDD<Rows> rows, JavaRDD<Keys.Met> met, Broadcast<Words> words, Keys.Wanted wanted, double[] shares) {
        JavaPairRDD<Integer, int[]> places = met.flatMapToPair(each -> Sending.numbered(Arrays.asList(each.places())));
        return rows.zipPartitions(Sending.each(places, parts), (some, theirs) -> {
                    int[] joined = Ints.joined(Sending.listed(theirs.next()._2()));
                    return Sending.numbered(Travel.loads(
                            some.next(), joined, wanted, words.value().layout().step(), shares));
                })
                .mapToPair(each -> each);
    }

    private JavaRDD<Found> found(
            JavaRDD<Rows> rows, JavaRDD<Keys.Met> met, Broadcast<Kit> kit, Keys.Wanted wanted, int least) {
        SourceMatrix all = sources;
        int rules = wanted.rules().size();
        Broadcast<Words> words = kit.value().broadcastWords();
        JavaPairRDD<Integer, Found> kept = Sending.each(loads(rows, met, words, wanted, new double[0]), parts)
                .map(arrived ->
                        kit.value().at(desk -> new Walk(kit.value(), all).score(arrived._2(), rules, least, desk)))
                .flatMapToPair(each -> Sending.numbered(Arrays.asList(each.byPart(wanted.firsts()))));
        return Sending.each(kept, parts)
                .map(arrived -> Found.together(arrived._2(), rules))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private List<Grouping.Grouped> grouped(
            JavaRDD<Rows> rows,
            JavaRDD<Found> found,
            Broadcast<Kit> kit,
            Records records,
            int[] firsts,
            int priorParts) {
        int least = Clusterer.least(model.clustering(), job.known().pooling(), priorParts);
        Constraints.Judged judged =
                Constraints.of(job.known().judged(), records).judged();
        Forest forest = new Forest(records.size());
        found.map(each -> Forest.spanning(each.edges(), least))
                .toLocalIterator()
                .forEachRemaining(edges -> {
                    for (int i = 0; i < edges.length; i += 2) {
                        var _ = forest.join(edges[i], edges[i + 1]);
                    }
                });
        for (long pair : judged.same()) {
            var _ = forest.join((int) (pair >>> Integer.SIZE), (int) pair);
        }
        Broadcast<int[]> components = context.broadcast(forest.components());
        Grouping.Under under =
                new Grouping.Under(model, sources, judged, job.known().pooling().orElse(null), priorParts);
        int count = parts;
        int step = kit.value().words().layout().step();
        JavaPairRDD<Integer, Grouping.Sent> members = rows.flatMapToPair(
                each -> Sending.numbered(Grouping.members(each, firsts[each.part()], components.value(), count, step)));
        JavaPairRDD<Integer, Grouping.Sent> edges =
                found.flatMapToPair(each -> Sending.numbered(Grouping.edges(each, components.value(), count)));
        return Sending.each(members.union(edges), parts)
                .map(arrived -> kit.value()
                        .at(desk -> Grouping.cluster(
                                arrived._2(), under, kit.value().words(), desk)))
                .collect();
    }

    private List<Blocking.RuleCount> rules(JavaRDD<Keys.Met> met, List<Found> found) {
        long[][] counts = counts(met, model.blocks().size());
        List<Blocking.RuleCount> rules = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            int rule = i;
            long pairs = found.stream().mapToLong(each -> each.pairs()[rule]).sum();
            rules.add(new Blocking.RuleCount(
                    model.blocks().get(rule),
                    pairs,
                    counts[rule][0],
                    counts[rule][1],
                    counts[rule][2],
                    counts[rule][4]));
        }
        return rules;
    }

    /** Records that say in every field what another one said, and say something. */
    private long repeated(JavaRDD<Rows> rows) {
        int count = parts;
        return Sending.each(rows.flatMapToPair(each -> Sending.numbered(Repeated.send(each, count))), parts)
                .map(arrived -> Repeated.count(arrived._2()))
                .reduce(Long::sum);
    }
}
