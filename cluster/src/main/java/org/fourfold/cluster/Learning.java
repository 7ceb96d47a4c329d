package org.fourfold.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.fourfold.linkage.block.Sampling;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.score.Acquainted;
import org.fourfold.linkage.score.TogetherLearner;
import org.fourfold.linkage.train.Population;
import org.fourfold.linkage.train.Trainer;
import org.fourfold.linkage.train.Weights;

/** Learns from samples of pairs that are counted where their keys lie; the engine's own classes make weights of the counts. */
final class Learning {

    private final SparkRun run;
    private final LinkageModel model;
    private final JavaRDD<Rows> rows;
    private final Broadcast<Words> words;
    private final int[] firsts;

    Learning(SparkRun run, JavaRDD<Rows> rows, Broadcast<Words> words, int[] firsts) {
        this.run = run;
        this.model = run.model();
        this.rows = rows;
        this.words = words;
        this.firsts = firsts;
    }

    /** What agreement is worth, and what interactions take. */
    Weights weights() {
        SparkPopulation population = population();
        Weights trained = new Trainer(model, population).train();
        return model.interactions().isEmpty()
                ? trained
                : trained.withTogether(
                        new TogetherLearner(model, trained, new SparkAcquainted(population, together(trained)))
                                .learn());
    }

    /** Some blocks of some rules. */
    private final class Sample {

        private final List<Rule> rules;
        private final Keys.Wanted wanted;
        private final JavaRDD<Keys.Met> met;
        private final long[][] counts;
        private final double[] shares;

        Sample(List<Rule> rules, long pairs) {
            this.rules = rules;
            this.wanted = new Keys.Wanted(rules, true, run.sizes().tile(), firsts);
            this.met = run.met(rows, words, wanted);
            this.counts = SparkRun.counts(met, rules.size());
            this.shares = Arrays.stream(counts)
                    .mapToDouble(each -> Sampling.share(each[3], pairs))
                    .toArray();
        }

        /** As {@link Sampling#covered()}. */
        double covered(int rule) {
            return counts[rule][6] == 0 ? 1 : (double) counts[rule][5] / counts[rule][6];
        }
    }

    private SparkPopulation population() {
        Broadcast<Kit> kit = run.context().broadcast(new Kit(model, words, null));
        Sample sample = new Sample(model.teaching(), Trainer.RULE_PAIRS);
        SourceMatrix sources = run.sources();
        int count = sample.rules.size();
        List<List<Counted>> counted = Sending.each(
                        run.loads(rows, sample.met, words, sample.wanted, sample.shares), run.parts())
                .map(arrived -> kit.value().at(desk -> new Walk(kit.value(), sources).count(arrived._2(), count, desk)))
                .collect();
        sample.met.unpersist(false);
        Map<Rule, Population.Sample> samples = new HashMap<>();
        for (int rule = 0; rule < count; rule++) {
            int at = rule;
            Counted sum = sum(counted.stream().map(each -> each.get(at)).toList());
            samples.put(sample.rules.get(rule), new Population.Sample(sum.histogram(), sample.shares[rule]));
        }
        return new SparkPopulation(firsts[run.parts()], kit.value(), this::said, samples);
    }

    /** The pairs for which interactions hold, rule by rule. */
    private Map<Rule, Acquainted.Sample> together(Weights trained) {
        // Weights that were not taught interactions yet: what is scored by them is without.
        Broadcast<Kit> kit = run.context().broadcast(new Kit(model, words, trained));
        Sample sample = new Sample(TogetherLearner.rules(model), TogetherLearner.PAIRS);
        SourceMatrix sources = run.sources();
        ArrayList<Rule> rules = new ArrayList<>(sample.rules);
        List<List<List<Counted>>> counted = Sending.each(
                        run.loads(rows, sample.met, words, sample.wanted, sample.shares), run.parts())
                .map(arrived ->
                        kit.value().at(desk -> new Walk(kit.value(), sources).together(arrived._2(), rules, desk)))
                .collect();
        sample.met.unpersist(false);
        Map<Rule, Acquainted.Sample> samples = new HashMap<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            List<Counted> holding = new ArrayList<>();
            for (int k = 0; k < model.interactions().size(); k++) {
                int at = rule;
                int interaction = k;
                holding.add(sum(counted.stream()
                        .map(each -> each.get(at).get(interaction))
                        .toList()));
            }
            samples.put(
                    rules.get(rule),
                    new Acquainted.Sample(
                            holding.stream().map(Counted::histogram).toList(),
                            sample.shares[rule] * sample.covered(rule)));
        }
        return samples;
    }

    private static Counted sum(List<Counted> all) {
        return all.stream().reduce(new Counted(new long[0], new long[0]), Counted::plus);
    }

    /** What some records say. */
    private int[] said(int[] numbers) {
        int step = words.value().layout().step();
        int[] begin = firsts;
        Broadcast<int[]> asked = run.context().broadcast(numbers);
        List<int[]> found = rows.map(each -> {
                    Ints codes = new Ints();
                    int first = begin[each.part()];
                    int at = Arrays.binarySearch(asked.value(), first);
                    for (int i = at < 0 ? -at - 1 : at;
                            i < asked.value().length && asked.value()[i] < first + each.size();
                            i++) {
                        codes.add(each.codes(), (asked.value()[i] - first) * step, step);
                    }
                    return codes.toArray();
                })
                .collect();
        return Ints.joined(found);
    }
}
