package org.fourfold.linkage.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.compare.ManyKernel;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/**
 * Learns what agreement is worth (I. P. Fellegi and A. B. Sunter, 1969): how often random records agree from frequencies and a
 * sample, how often those of one person do by expectation and maximisation over the pairs of a few rules (W. E. Winkler, 1988).
 */
public final class Trainer {

    private static final int RANDOM_PAIRS = 300_000;

    /** Pairs of one rule that are learnt from, about. */
    public static final int RULE_PAIRS = 100_000;

    private static final int ROUNDS = 40;
    private static final double USUAL_PAIRS = 20;
    private static final double LEAST = 1e-7;
    private static final long SEED = 4;

    private final LinkageModel model;
    private final Population population;

    /** Without labels. */
    public Trainer(LinkageModel model, Records records, Kernels kernels) {
        this(model, records, kernels, Labels.NONE);
    }

    /**
     * With what people judged of these records.
     *
     * @param labels not in contradiction to each other: that is the caller's to tell
     */
    public Trainer(LinkageModel model, Records records, Kernels kernels, Labels labels) {
        this(model, new RecordsPopulation(model, records, kernels, labels));
    }

    /** The same for records that lie elsewhere. */
    public Trainer(LinkageModel model, Population population) {
        this.model = model;
        this.population = population;
    }

    public Weights train() {
        List<double[]> u = chance();
        List<double[]> outcomes = outcomes(u);
        int[] radices = outcomes.stream().mapToInt(each -> each.length).toArray();
        List<double[]> sums = new ArrayList<>();
        int[] learnt = new int[u.size()];
        u.forEach(each -> sums.add(new double[each.length]));
        double pairs = (double) population.size() * (population.size() - 1) / 2;
        double found = 1;
        List<double[]> known = population.known();
        for (Rule rule : model.teaching()) {
            Set<Integer> given = model.given(rule);
            Population.Sample sample = population.sample(rule, RULE_PAIRS);
            if (sample.histogram().size() == 0) {
                continue;
            }
            Expectation em = new Expectation(u, outcomes, given, known);
            em.run(sample.histogram(), radices, ROUNDS);
            found = Math.max(found, em.matches() / sample.share());
            for (int c = 0; c < u.size(); c++) {
                if (!given.contains(c)) {
                    learnt[c]++;
                    for (int l = 1; l < sums.get(c).length; l++) {
                        sums.get(c)[l] += Math.log(em.m(c)[l] / u.get(c)[l]);
                    }
                }
            }
        }
        List<double[]> m = new ArrayList<>();
        for (int c = 0; c < u.size(); c++) {
            m.add(learnt[c] == 0 ? usual(known.get(c)) : averaged(sums.get(c), u.get(c), learnt[c]));
        }
        return new Weights(m, u, Math.min(0.5, found / Math.max(1, pairs)));
    }

    /** What chance gives for what training counts: of records that say several values, class by class. */
    private List<double[]> outcomes(List<double[]> u) {
        int[] sizes = population.outcomes();
        List<double[]> outcomes = new ArrayList<>();
        for (int c = 0; c < u.size(); c++) {
            double[] all = Arrays.copyOf(u.get(c), sizes[c]);
            int levels = u.get(c).length - 1;
            double[] pairs = ManyKernel.pairsOfClasses();
            for (int first = levels; first < all.length - 1; first += levels) {
                double[] best = BestOfPairs.chances(u.get(c), pairs[first / levels]);
                System.arraycopy(best, 1, all, 1 + first, levels);
            }
            outcomes.add(all);
        }
        return outcomes;
    }

    /** Averaged in log odds, then made a share again. */
    private static double[] averaged(double[] sums, double[] u, int times) {
        double[] m = new double[u.length];
        double total = 0;
        for (int l = 1; l < u.length; l++) {
            m[l] = u[l] * Math.exp(sums[l] / times);
            total += m[l];
        }
        for (int l = 1; l < u.length; l++) {
            m[l] = Math.max(LEAST, m[l] / total);
        }
        return m;
    }

    /** What no rule could teach: as it usually is, and what was judged beside it, as if that were some pairs of one person. */
    private static double[] usual(double[] known) {
        double[] m = known.clone();
        double all = Arrays.stream(known).skip(1).sum() + USUAL_PAIRS;
        for (int l = 1; l < m.length; l++) {
            double usual = l == 1 ? 0.9 : 0.1 / Math.max(1, m.length - 2);
            m[l] = (m[l] + USUAL_PAIRS * usual) / all;
        }
        return m;
    }

    private List<double[]> chance() {
        int records = population.size();
        int size = Math.min(RANDOM_PAIRS, 10 * records);
        int[] a = new int[size];
        int[] b = new int[size];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < size; i++) {
            a[i] = random.nextInt(records);
            b[i] = records == 1 ? 0 : (a[i] + 1 + random.nextInt(records - 1)) % records;
        }
        List<double[]> u = new ArrayList<>();
        for (long[] counts : population.levels(a, b)) {
            u.add(shares(counts, exact(u.size())));
        }
        return u;
    }

    private static double[] shares(long[] counts, double same) {
        long said = Arrays.stream(counts).sum() - counts[0];
        boolean exact = same >= 0;
        double rest = said - (exact ? counts[1] : 0);
        double[] u = new double[counts.length];
        for (int l = 1; l < counts.length; l++) {
            double share = rest == 0 ? 0 : counts[l] / rest * (exact ? 1 - same : 1);
            u[l] = Math.max(LEAST, l == 1 && exact ? same : Math.max(share, 0.5 / Math.max(1, said)));
        }
        return u;
    }

    /** How often two records say the same, from how often each value is said; -1 where the first level is not that. */
    private double exact(int comparison) {
        Level first = model.comparisons().get(comparison).levels().getFirst();
        String slot = model.comparisons().get(comparison).slot();
        if (first.kind() != Level.Kind.SAME || first.amount() > 0) {
            return -1;
        }
        int[] counts = population.counts(slot);
        double all = 0;
        double same = 0;
        for (int code = 1; code < counts.length; code++) {
            same += (double) counts[code] * (counts[code] - 1);
            all += counts[code];
        }
        return all < 2 ? 0 : same / (all * (all - 1));
    }
}
