package org.fourfold.linkage.evaluate;

/**
 * Why labels do not carry a calibration.
 *
 * @param reason what there is too little of
 * @param found how many labels of that kind there are
 * @param needed how many there must be
 */
public record CalibrationRefused(Reason reason, int found, int needed) implements CalibrationOutcome {

    /** What there is too little of. */
    public enum Reason {
        /** Labels of any kind. */
        TOO_FEW_LABELS,
        /** Pairs judged to be one entity. */
        TOO_FEW_SAME,
        /** Pairs judged to be two entities. */
        TOO_FEW_DIFFERENT
    }
}
