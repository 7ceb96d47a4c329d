package org.fourfold.linkage.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * From match weights to probabilities, learnt from pairs that people judged: isotonic regression (Zadrozny and Elkan 2002),
 * kept as knots. Between two knots the probability runs straight; outside it stays. Monotone: more evidence is never less
 * probable.
 *
 * <p>Departure from plain isotonic regression: the lowest and the highest block are never taken for certain. With n labels
 * in a block that are all of one kind (Kish's effective number where weights differ) the probability stays 1/(2n+2) away from
 * 0 or 1, as far as the neighbouring block allows, because n judgements of one kind do not show that the other cannot happen.
 *
 * <p>As text see {@link CalibrationText}.
 *
 * @param model the model and its version that the match weights are of: weights of another model mean something else
 * @param labels how many labels it was learnt from
 * @param same how many of them were judged to be one entity
 * @param knots ascending in bits, not descending in probability, at least one
 */
public record Calibration(String model, int labels, int same, List<Knot> knots) implements CalibrationOutcome {

    /** Labels that are needed in all. */
    public static final int LABELS_MIN = 200;

    /** Labels that are needed of each kind. */
    public static final int EACH_MIN = 30;

    /** Letters in the name of a model. */
    public static final int MODEL_LETTERS_MAX = 200;

    /** Knots that are kept or read. */
    public static final int KNOTS_MAX = 2 * LabelledWeights.LABELS_MAX;

    /**
     * A match weight and its probability.
     *
     * @param bits the match weight, finite
     * @param probability that two records at this weight are one entity, in (0, 1)
     */
    public record Knot(double bits, double probability) {

        /** Checks the ranges. */
        public Knot {
            if (!Double.isFinite(bits)) {
                throw new IllegalArgumentException("a knot at " + bits + " bits: give a finite weight");
            }
            if (!(probability > 0 && probability < 1)) {
                throw new IllegalArgumentException(
                        "a knot with probability " + probability + ": it lies between 0 and 1 and is never either");
            }
        }
    }

    /** Checks that the knots make a monotone map. */
    public Calibration {
        knots = List.copyOf(knots);
        if (model.isBlank()
                || model.length() > MODEL_LETTERS_MAX
                || model.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the model's name is empty, longer than " + MODEL_LETTERS_MAX + " letters or holds control signs");
        }
        if (knots.isEmpty() || knots.size() > KNOTS_MAX) {
            throw new IllegalArgumentException(knots.size() + " knots: there is at least 1 and at most " + KNOTS_MAX);
        }
        if (same < 0 || labels < same) {
            throw new IllegalArgumentException(
                    same + " of " + labels + " labels are the same: a part is not more than the whole");
        }
        for (int i = 1; i < knots.size(); i++) {
            Knot before = knots.get(i - 1);
            Knot here = knots.get(i);
            if (here.bits() <= before.bits() || here.probability() < before.probability()) {
                throw new IllegalArgumentException("knot " + (i + 1) + " does not rise: " + before + ", " + here);
            }
        }
    }

    /** Learns a calibration for a model, or says what is missing. */
    public static CalibrationOutcome of(String model, LabelledWeights labels) {
        int same = labels.sameCount();
        if (labels.size() < LABELS_MIN) {
            return new CalibrationRefused(CalibrationRefused.Reason.TOO_FEW_LABELS, labels.size(), LABELS_MIN);
        }
        if (same < EACH_MIN) {
            return new CalibrationRefused(CalibrationRefused.Reason.TOO_FEW_SAME, same, EACH_MIN);
        }
        if (labels.size() - same < EACH_MIN) {
            return new CalibrationRefused(CalibrationRefused.Reason.TOO_FEW_DIFFERENT, labels.size() - same, EACH_MIN);
        }
        return new Calibration(model, labels.size(), same, fit(labels));
    }

    /** The probability at a match weight; infinite weights get that of the nearest knot. */
    public double probability(double bits) {
        if (Double.isNaN(bits)) {
            throw new IllegalArgumentException("a match weight that is no number has no probability");
        }
        int low = 0;
        int high = knots.size() - 1;
        if (bits <= knots.getFirst().bits()) {
            return knots.getFirst().probability();
        }
        if (bits >= knots.getLast().bits()) {
            return knots.getLast().probability();
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (knots.get(middle).bits() <= bits) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return between(knots.get(low), knots.get(high), bits);
    }

    private static double between(Knot low, Knot high, double bits) {
        // Halves, so that the width of an interval over the whole range of double does not overflow.
        double part = (bits / 2 - low.bits() / 2) / (high.bits() / 2 - low.bits() / 2);
        double straight = low.probability() + part * (high.probability() - low.probability());
        return Math.clamp(straight, low.probability(), high.probability());
    }

    /** The knots of any labels, however few: the sums are the caller's to defend. */
    static List<Knot> fit(LabelledWeights labels) {
        Tied tied = Tied.of(labels);
        double[] fitted = Isotonic.fit(tied.share(), tied.mass());
        List<Knot> knots = new ArrayList<>();
        int end;
        for (int start = 0; start < tied.size(); start = end) {
            end = endOf(fitted, start);
            double probability = neverCertain(fitted, start, end, tied.effective(start, end));
            knots.add(new Knot(tied.bits(start), probability));
            if (end - start > 1) {
                knots.add(new Knot(tied.bits(end - 1), probability));
            }
        }
        return knots;
    }

    /** Pooling leaves at most one block at 0, the first, and one at 1, the last: these two are kept off certainty. */
    private static double neverCertain(double[] fitted, int start, int end, double effective) {
        double share = fitted[start];
        double margin = 1 / (2 * effective + 2);
        if (share <= 0) {
            return end < fitted.length ? Math.min(fitted[end], margin) : margin;
        }
        if (share >= 1) {
            return start > 0 ? Math.max(fitted[start - 1], 1 - margin) : 1 - margin;
        }
        return share;
    }

    private static int endOf(double[] fitted, int start) {
        int end = start;
        while (end < fitted.length && fitted[end] == fitted[start]) {
            end++;
        }
        return end;
    }
}
