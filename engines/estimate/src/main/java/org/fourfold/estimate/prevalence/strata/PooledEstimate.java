package org.fourfold.estimate.prevalence.strata;

import java.util.List;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * An estimate over draws of who is who.
 *
 * @param population quantiles over all draws of linkage and estimate together
 * @param pooled exp of the mean of the logarithms of the points, with the interval of variances within and between draws
 * @param linkageShare of the variance of the logarithm, how much comes from linkage; 0 to 1
 * @param points one for each draw of linkage that has an estimate
 * @param cases fewest and most persons that the lists have in a draw
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops, never compared
public record PooledEstimate(
        PopulationQuantiles population,
        Interval pooled,
        double linkageShare,
        double[] points,
        Range cases,
        List<Problem> cautions,
        Provenance provenance) {

    public PooledEstimate {
        points = points.clone();
        cautions = List.copyOf(cautions);
    }

    /** A 95 % interval around a point. */
    public record Interval(double point, double lower, double upper) {}

    /** From and to, both reached. */
    public record Range(int fewest, int most) {}
}
