package org.fourfold.estimate.hotspots;

import java.util.List;

/**
 * How near is near, and how soon is soon.
 *
 * @param distances upper limits of the bands in the metric's unit, ascending; 0 as the first is the same place
 * @param days upper limits of the bands of time between two incidents, ascending; 0 as the first is the same day
 * @param permutations how often dates are shuffled among incidents
 */
public record NearRepeatOptions(Metric metric, List<Double> distances, List<Integer> days, int permutations) {

    /** As many bands of each kind as there may be. */
    public static final int BANDS_MAX = 50;
    /** As many permutations as there may be. */
    public static final int PERMUTATIONS_MAX = 99_999;

    public NearRepeatOptions {
        distances = List.copyOf(distances);
        days = List.copyOf(days);
    }
}
