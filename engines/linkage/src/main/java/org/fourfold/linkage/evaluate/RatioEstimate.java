package org.fourfold.linkage.evaluate;

import java.util.Optional;

/** The ratio of two sums over sampled clusters, parts of a whole each, with its interval. */
final class RatioEstimate {

    private final double[] parts;
    private final double[] wholes;
    private int size;

    RatioEstimate(int clusters) {
        parts = new double[clusters];
        wholes = new double[clusters];
    }

    void add(double part, double whole) {
        parts[size] = part;
        wholes[size] = whole;
        size++;
    }

    /** Empty when there is no whole to be part of. */
    Optional<Estimate> estimate() {
        double part = 0;
        double whole = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            part += parts[i];
            whole += wholes[i];
            squares += wholes[i] * wholes[i];
        }
        if (whole == 0) {
            return Optional.empty();
        }
        double ratio = Shares.of(part, whole);
        double worth = whole * whole / squares;
        double variance = variance(ratio, part, whole);
        double judgements = variance > 0 && ratio > 0 && ratio < 1 ? ratio * (1 - ratio) / variance : worth;
        return Optional.of(Estimate.wilson(ratio, judgements, student(size - 1.0)));
    }

    /** By leaving out one cluster at a time: wider than by linearisation where few large clusters carry the sums. */
    private double variance(double ratio, double part, double whole) {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double rest = whole - wholes[i];
            double away = (rest > 0 ? (part - parts[i]) / rest : ratio) - ratio;
            squares += away * away;
        }
        return squares * (size - 1) / size;
    }

    /** Student's quantile for 95 %, by its expansion in 1/freedom (Abramowitz and Stegun 26.7.5), good from 10 on. */
    static double student(double freedom) {
        double z = Estimate.Z;
        double third = z * z * z;
        double fifth = third * z * z;
        return z + (third + z) / (4 * freedom) + (5 * fifth + 16 * third + 3 * z) / (96 * freedom * freedom);
    }
}
