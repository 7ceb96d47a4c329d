package org.fourfold.estimate.policy;

/**
 * The model of a series with controls.
 *
 * @param expectedControls how many controls are expected to matter, before they are looked at
 * @param levelDeviation expected standard deviation of the level's step, in standard deviations of the series before the policy
 * @param chains that run apart, from 2
 * @param draws kept, all chains together
 * @param level of the intervals
 */
public record StructuralOptions(double expectedControls, double levelDeviation, int chains, int draws, double level) {

    private static final int DRAWS_MAX = 1_000_000;

    public StructuralOptions {
        if (!(expectedControls > 0
                && levelDeviation > 0
                && chains >= 2
                && draws >= 100 * chains
                && draws <= DRAWS_MAX
                && level > 0.5
                && level < 1)) {
            throw new IllegalArgumentException(
                    "more than no control expected, a step more than nought, two chains or more of 100 draws or more, level from 0.5 to 1");
        }
    }

    /** Three controls, a hundredth (Brodersen et al. 2015), four chains of 1,000 draws, 95 %. */
    public static StructuralOptions usual() {
        return new StructuralOptions(3, 0.01, 4, 4000, 0.95);
    }
}
