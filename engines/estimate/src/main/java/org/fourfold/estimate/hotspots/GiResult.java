package org.fourfold.estimate.hotspots;

import java.util.List;
import java.util.OptionalDouble;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * Where values are high or low together.
 *
 * @param mean of all values
 * @param deviation their standard deviation, over n
 * @param meanNeighbours how many neighbours a region has, itself not counted
 * @param scores one a region, in the order of the ids
 * @param cautions what the answer leaves out
 */
public record GiResult(
        GiOptions options,
        Metric metric,
        double mean,
        double deviation,
        double meanNeighbours,
        List<Score> scores,
        List<Problem> cautions,
        Provenance provenance) {

    public GiResult {
        scores = List.copyOf(scores);
        cautions = List.copyOf(cautions);
    }

    /** What a region is told as, after the correction for so many tests. */
    public enum Level {
        HOT,
        COLD,
        NEITHER
    }

    /**
     * One region.
     *
     * @param value its own
     * @param neighbours how many, itself not counted
     * @param z Gi* as a standard normal deviate
     * @param p two-sided, by the normal approximation
     * @param permutedP two-sided, by permutations; empty without them
     * @param adjustedP corrected for all regions (Benjamini, Hochberg 1995): of {@code permutedP} where there are permutations
     */
    public record Score(
            String region,
            double value,
            int neighbours,
            double z,
            double p,
            OptionalDouble permutedP,
            double adjustedP,
            Level level) {}
}
