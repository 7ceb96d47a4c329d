package org.fourfold.estimate.prevalence.loglinear;

/**
 * Whether a model has an estimate from a table.
 *
 * <p>Existence and identifiability fail independently of each other (Chan, Silverman, Vincent 2021).
 */
public enum Verdict {
    /** There is exactly one estimate. */
    SOUND(0),
    /** Not even the extended maximum likelihood estimate exists: the likelihood grows for ever. */
    NO_EXTENDED_MLE(1),
    /** Different parameters fit all cells alike. */
    NOT_IDENTIFIABLE(2),
    NEITHER(3);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    /** The code that the literature's programs use: 0 sound, 1 no estimate, 2 not identifiable, 3 both. */
    public int code() {
        return code;
    }

    public boolean isSound() {
        return this == SOUND;
    }

    static Verdict of(boolean exists, boolean identifiable) {
        if (exists) {
            return identifiable ? SOUND : NOT_IDENTIFIABLE;
        }
        return identifiable ? NO_EXTENDED_MLE : NEITHER;
    }
}
