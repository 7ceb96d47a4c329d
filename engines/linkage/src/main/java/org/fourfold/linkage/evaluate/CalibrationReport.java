package org.fourfold.linkage.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How honest a calibration is, over all labels and over named parts of them: names of each rarity, each sex, script and
 * source. Each label is predicted by a calibration that did not see it.
 *
 * @param calibration what is reported on
 * @param overall over all labels
 * @param parts by slice, in the given order
 */
public record CalibrationReport(Calibration calibration, Reliability overall, List<Part> parts) {

    /** Labels that a slice must hold before its error is told: with fewer, the error is mostly chance. */
    public static final int SLICE_LABELS_MIN = 30;

    /** Slices in one report. */
    public static final int SLICES_MAX = 1_000;

    /**
     * A named part of the labels.
     *
     * @param kind what they are parted by, such as {@code sex}
     * @param name which part, such as {@code F}
     * @param members the labels in it, by their number
     */
    public record Slice(String kind, String name, BitSet members) {

        /** Keeps a copy. */
        public Slice {
            members = (BitSet) members.clone();
        }

        /** The members, as a copy. */
        @Override
        public BitSet members() {
            return (BitSet) members.clone();
        }
    }

    /**
     * A slice and what was found.
     *
     * @param kind as in the slice
     * @param name as in the slice
     * @param count labels in it
     * @param reliability empty where there are fewer than {@link #SLICE_LABELS_MIN}
     */
    public record Part(String kind, String name, int count, Optional<Reliability> reliability) {}

    /** Keeps a copy of the parts. */
    public CalibrationReport {
        parts = List.copyOf(parts);
    }

    /**
     * The report of a calibration on the labels it was learnt from.
     *
     * @throws IllegalArgumentException when the labels are not those, there are more than {@link #SLICES_MAX} slices, or a
     *     slice names a label that is not there
     */
    public static CalibrationReport of(Calibration calibration, LabelledWeights labels, List<Slice> slices) {
        if (calibration.labels() != labels.size() || calibration.same() != labels.sameCount()) {
            throw new IllegalArgumentException("the calibration was learnt from " + calibration.labels() + " labels, "
                    + calibration.same() + " of them the same; give those, not " + labels.size());
        }
        if (slices.size() > SLICES_MAX) {
            throw new IllegalArgumentException(slices.size() + " slices; at most " + SLICES_MAX + " are told");
        }
        double[] probability = HeldOut.probabilities(labels);
        List<Part> parts = new ArrayList<>();
        for (Slice slice : slices) {
            parts.add(part(slice, probability, labels));
        }
        return new CalibrationReport(calibration, Reliability.of(probability, labels), parts);
    }

    private static Part part(Slice slice, double[] probability, LabelledWeights labels) {
        int[] rows = slice.members().stream().toArray();
        if (rows.length > 0 && rows[rows.length - 1] >= labels.size()) {
            throw new IllegalArgumentException("slice " + slice.kind() + " " + slice.name() + " names label "
                    + rows[rows.length - 1] + " of " + labels.size() + ": labels are counted from 0");
        }
        Optional<Reliability> found = Optional.empty();
        if (rows.length >= SLICE_LABELS_MIN) {
            double[] some = new double[rows.length];
            Arrays.setAll(some, i -> probability[rows[i]]);
            found = Optional.of(Reliability.of(some, labels.only(rows)));
        }
        return new Part(slice.kind(), slice.name(), rows.length, found);
    }
}
