package org.fourfold.estimate.prevalence.loglinear;

/** A rule that chooses a model for a table and fits it. Scratch memory of one worker; holds what was chosen last. */
interface Chooser {

    /**
     * Chooses and fits.
     *
     * @param counts by history
     * @return whether there is any model with an estimate
     */
    boolean choose(int[] counts);

    /** How many there are, with those that some list has. */
    double population();

    double logUnseen();

    /** Standard error of {@link #logUnseen()}. */
    double logUnseenError();

    Interactions model();
}
