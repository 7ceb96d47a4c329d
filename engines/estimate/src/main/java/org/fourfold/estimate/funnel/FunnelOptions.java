package org.fourfold.estimate.funnel;

import java.util.List;

/**
 * What is asked of a funnel.
 *
 * @param outcome the stage whose absence is impunity
 * @param horizons at which days since a case was reported shares are told, ascending
 * @param level of all intervals
 */
public record FunnelOptions(String outcome, List<Double> horizons, double level) {

    private static final double YEAR = 365.25;

    public FunnelOptions {
        horizons = List.copyOf(horizons);
        if (horizons.isEmpty() || !(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException("at least one horizon, and a level between 0.5 and 1: " + level);
        }
    }

    /** Convictions after one, two, three and five years, 95 %. */
    public static FunnelOptions usual() {
        return new FunnelOptions("convicted", List.of(YEAR, 2 * YEAR, 3 * YEAR, 5 * YEAR), 0.95);
    }
}
