package org.fourfold.estimate.prevalence.loglinear;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Forward choice of pairs of lists (Chan, Silverman, Vincent 2021, section 3): from the model of independent lists on, the pair is added
 * whose overlap is least likely under the model so far, as long as that chance is at most a threshold and the model with it has an
 * estimate.
 *
 * <p>How many persons stand on both lists of a pair is a Poisson variable under a model without it, whose mean the fit gives; its
 * one-sided probability decides. A pair without overlap that is improbable enough enters at minus infinity. Where the first choice has no
 * estimate the next one is tried. One fit a step. Scratch memory of one worker.
 */
final class StepwiseChoice {

    final PoissonFit fit;
    private final int[] pairs;
    /** Logarithm of each pair's chance; 1 once it is not to be tried again in this step. */
    private final double[] chance;

    private final int[] chosen;
    private final double[] before;
    private int count;

    StepwiseChoice(int lists) {
        fit = new PoissonFit(lists);
        pairs = Interactions.all(lists, 2).raw();
        chance = new double[pairs.length];
        chosen = new int[pairs.length];
        before = new double[1 << lists];
    }

    /**
     * Chooses and fits a model for the table that the fit's data hold now: {@link #fit} holds the estimate if the verdict is sound.
     *
     * @param threshold a pair enters when its overlap's chance is at most this; 0 for none
     * @param start coefficients to begin the first fit with, by mask, or none
     * @return the verdict on the model of independent lists: not sound when no model is
     */
    Verdict choose(double threshold, double @Nullable [] start) {
        count = 0;
        Verdict verdict = fit.fit(chosen, 0, start);
        if (!verdict.isSound() || threshold <= 0) {
            return verdict;
        }
        double limit = Math.log(threshold);
        boolean added = true;
        while (added && count < pairs.length) {
            added = isOneAdded(limit);
        }
        return verdict;
    }

    /** Adds the most improbable pair that may enter. */
    private boolean isOneAdded(double limit) {
        for (int i = 0; i < pairs.length; i++) {
            int mask = pairs[i];
            chance[i] = isChosen(mask) ? 1 : PoissonTail.log((int) fit.data.onAll[mask], fit.expected[mask]);
        }
        System.arraycopy(fit.beta, 0, before, 0, before.length);
        boolean fitIsSpoilt = false;
        for (int best = smallest(); chance[best] <= limit; best = smallest()) {
            chosen[count] = pairs[best];
            if (fit.fit(chosen, count + 1, before).isSound()) {
                count++;
                return true;
            }
            chance[best] = 1;
            fitIsSpoilt = true;
        }
        if (fitIsSpoilt) {
            var _ = fit.fit(chosen, count, before);
        }
        return false;
    }

    private int smallest() {
        int best = 0;
        for (int i = 1; i < pairs.length; i++) {
            if (chance[i] < chance[best]) {
                best = i;
            }
        }
        return best;
    }

    private boolean isChosen(int mask) {
        for (int i = 0; i < count; i++) {
            if (chosen[i] == mask) {
                return true;
            }
        }
        return false;
    }

    /** What was chosen. */
    Interactions model() {
        return Interactions.of(Arrays.copyOf(chosen, count));
    }
}
