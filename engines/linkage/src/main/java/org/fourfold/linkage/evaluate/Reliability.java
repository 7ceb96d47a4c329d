package org.fourfold.linkage.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Predicted probabilities beside what was observed: {@link #BINS} bins of equal width over [0, 1].
 *
 * @param bins those that hold a label, ascending
 * @param count labels in all
 * @param meanPredicted the weighted mean of the predicted probabilities
 * @param observed the weighted share judged to be one entity
 * @param error the expected calibration error: |predicted - observed| of each bin, averaged by weight (Naeini and others 2015)
 * @param brier the weighted mean of (predicted - judged)², 0 at best (Brier 1950)
 */
public record Reliability(
        List<Bin> bins, int count, double meanPredicted, double observed, double error, double brier) {

    /** Bins over [0, 1]; the last one holds 1. */
    public static final int BINS = 10;

    /**
     * One bin.
     *
     * @param from its lower edge
     * @param to its upper edge
     * @param count labels in it
     * @param weight their weight
     * @param meanPredicted the weighted mean of their predicted probabilities
     * @param observed the weighted share judged to be one entity
     */
    public record Bin(double from, double to, int count, double weight, double meanPredicted, double observed) {}

    /** Keeps a copy of the bins. */
    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Of some labels.
     *
     * @param probability the predicted probability of each label, in [0, 1]
     * @param labels what people judged
     * @throws IllegalArgumentException when lengths differ, nothing is given, or a probability is none
     */
    public static Reliability of(double[] probability, LabelledWeights labels) {
        if (probability.length != labels.size() || probability.length == 0) {
            throw new IllegalArgumentException(probability.length + " probabilities for " + labels.size()
                    + " labels: give one for each label, and at least one");
        }
        Sums[] sums = new Sums[BINS];
        Arrays.setAll(sums, bin -> new Sums());
        Sums all = new Sums();
        for (int label : inOneOrder(probability, labels)) {
            double p = probability[label];
            Shares.require("the probability of label " + label, p);
            sums[Math.min(BINS - 1, (int) (p * BINS))].add(p, labels, label);
            all.add(p, labels, label);
        }
        return of(sums, all);
    }

    /** Sums of floating numbers depend on order in the last digit, so the order is made one. */
    private static int[] inOneOrder(double[] probability, LabelledWeights labels) {
        return Arrays.stream(labels.ascending())
                .boxed()
                .sorted(Comparator.comparingDouble(label -> probability[label]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Reliability of(Sums[] sums, Sums all) {
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int b = 0; b < BINS; b++) {
            Sums sum = sums[b];
            if (sum.count > 0) {
                bins.add(new Bin(
                        (double) b / BINS,
                        (double) (b + 1) / BINS,
                        sum.count,
                        sum.weight,
                        sum.meanPredicted(),
                        sum.observed()));
                error += sum.weight / all.weight * Math.abs(sum.meanPredicted() - sum.observed());
            }
        }
        return new Reliability(
                bins, all.count, all.meanPredicted(), all.observed(), Math.min(1, error), all.squares / all.weight);
    }

    private static final class Sums {

        private int count;
        private double weight;
        private double predicted;
        private double same;
        private double squares;

        void add(double p, LabelledWeights labels, int label) {
            double w = labels.weight(label);
            double judged = labels.same(label) ? 1 : 0;
            count++;
            weight += w;
            predicted += w * p;
            same += w * judged;
            squares += w * (p - judged) * (p - judged);
        }

        double meanPredicted() {
            return Shares.of(predicted, weight);
        }

        double observed() {
            return Shares.of(same, weight);
        }
    }
}
