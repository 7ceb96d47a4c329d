package org.fourfold.estimate.prevalence.chains;

import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.run.Problems;

/**
 * Whether chains may be believed (Vehtari, Gelman, Simpson, Carpenter, Bürkner 2021, Rank-normalization, folding, and
 * localization: an improved R-hat).
 *
 * @param rHat the larger of the rank-normalised split R-hat of the draws and of their distances from the median; 1 is best
 * @param bulkEss effective draws for the middle
 * @param tailEss effective draws for the 5 % and 95 % quantiles, the fewer of both
 * @param still how many chains did not move at all
 */
public record Diagnosis(double rHat, double bulkEss, double tailEss, int still) {

    /** Of draws, a row for each chain, rows of one length, at least 8. */
    public static Diagnosis of(double[][] draws) {
        int still = 0;
        for (double[] chain : draws) {
            still += Chains.isStill(chain) ? 1 : 0;
        }
        double[][] split = Chains.split(draws);
        double[][] ranked = Chains.ranked(split);
        double rHat = Math.max(Chains.rHat(ranked), Chains.rHat(Chains.ranked(Chains.folded(split))));
        double tail = Math.min(Chains.ess(Chains.below(split, .05)), Chains.ess(Chains.below(split, .95)));
        return new Diagnosis(rHat, Chains.ess(ranked), tail, still);
    }

    /** Whether nothing forbids a number. */
    public boolean holds(ChainOptions options) {
        return still == 0 && rHat <= options.rHatMax() && Math.min(bulkEss, tailEss) >= options.essMin();
    }

    /** Adds what forbids a number, or lets it be doubted. {@code what} says of which part of the estimate. */
    public void judge(ChainOptions options, String what, Problems problems) {
        if (still > 0) {
            problems.add(PrevalenceFault.CHAIN_STILL, what, still, options.chains());
            return;
        }
        if (!(rHat <= options.rHatMax())) {
            problems.add(PrevalenceFault.CHAINS_DISAGREE, what, rounded(rHat), options.rHatMax());
        } else if (rHat > ChainOptions.R_HAT_GOOD) {
            problems.add(PrevalenceFault.CHAINS_DIFFER, what, rounded(rHat), ChainOptions.R_HAT_GOOD);
        }
        double fewest = Math.min(bulkEss, tailEss);
        if (!(fewest >= options.essMin())) {
            problems.add(PrevalenceFault.FEW_DRAWS, what, Math.round(fewest), Math.round(options.essMin()));
        }
    }

    private static double rounded(double rHat) {
        return Math.round(rHat * 1000) / 1000.0;
    }
}
