package org.fourfold.estimate.prevalence.chains;

/**
 * How long Markov chains run and when they are believed.
 *
 * @param chains how many, each from a start of its own; at least 4
 * @param burnIn steps of each that are thrown away
 * @param kept draws of each that are kept
 * @param thin steps between two kept draws
 * @param rHatMax beyond it the chains disagree and no number is given (Vehtari et al. 2021 would have 1.01)
 * @param essMin fewer effective draws, in the middle or in the tails, give no number
 */
public record ChainOptions(int chains, int burnIn, int kept, int thin, double rHatMax, double essMin) {

    /** Past it a caution is told even where a number is given. */
    public static final double R_HAT_GOOD = 1.01;

    private static final long STEPS_MAX = 2_000_000_000L;

    public ChainOptions {
        if (chains < 4 || chains > 1000) {
            throw new IllegalArgumentException("chains: " + chains + "; from 4 to 1,000");
        }
        if (burnIn < 0 || kept < 100 || thin < 1) {
            throw new IllegalArgumentException(
                    "burnIn: " + burnIn + ", kept: " + kept + ", thin: " + thin + "; at least 0, 100 and 1");
        }
        if (chains * ((long) burnIn + (long) kept * thin) > STEPS_MAX) {
            throw new IllegalArgumentException("more than " + STEPS_MAX + " steps");
        }
        if (!(rHatMax > 1) || !(essMin >= 0)) {
            throw new IllegalArgumentException("rHatMax: " + rHatMax + ", essMin: " + essMin);
        }
    }

    /** As many steps of one chain as there are. */
    public int steps() {
        return burnIn + kept * thin;
    }
}
