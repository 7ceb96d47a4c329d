package org.fourfold.linkage.evaluate;

import java.util.stream.IntStream;

/**
 * The probability of each label by a calibration that never saw it: labels are dealt into folds, and each fold is predicted
 * from the others. A calibration measured on its own labels looks better than it is.
 */
final class HeldOut {

    /** Folds; with the fewest labels allowed each calibration still learns from 160. */
    static final int FOLDS = 5;

    private HeldOut() {}

    /**
     * One probability for each label, in the labels' order. Labels are dealt by rank of their match weight, so that every fold
     * has the whole range and the order of the input does not count; labels that are equal in everything get the mean of what
     * their folds say.
     */
    static double[] probabilities(LabelledWeights labels) {
        int[] ascending = labels.ascending();
        double[] found = new double[labels.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] others = others(ascending, fold);
            if (others.length > 0) {
                Calibration learnt = new Calibration(
                        "held out",
                        others.length,
                        labels.only(others).sameCount(),
                        Calibration.fit(labels.only(others)));
                for (int rank = fold; rank < ascending.length; rank += FOLDS) {
                    found[ascending[rank]] = learnt.probability(labels.bits(ascending[rank]));
                }
            }
        }
        evenOut(labels, ascending, found);
        return found;
    }

    private static int[] others(int[] ascending, int fold) {
        return IntStream.range(0, ascending.length)
                .filter(rank -> rank % FOLDS != fold)
                .map(rank -> ascending[rank])
                .toArray();
    }

    private static void evenOut(LabelledWeights labels, int[] ascending, double[] found) {
        int end;
        for (int start = 0; start < ascending.length; start = end) {
            double sum = 0;
            end = start;
            while (end < ascending.length && equal(labels, ascending[start], ascending[end])) {
                sum += found[ascending[end]];
                end++;
            }
            for (int rank = start; rank < end; rank++) {
                found[ascending[rank]] = sum / (end - start);
            }
        }
    }

    private static boolean equal(LabelledWeights labels, int one, int other) {
        return labels.bits(one) == labels.bits(other)
                && labels.same(one) == labels.same(other)
                && labels.weight(one) == labels.weight(other);
    }
}
