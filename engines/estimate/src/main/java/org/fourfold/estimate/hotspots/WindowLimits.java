package org.fourfold.estimate.hotspots;

/**
 * How large a window may be; printed with each result, for the limit may decide which cluster comes first.
 *
 * @param populationShare of all population (controls and cases, or expected cases), above 0, at most 0.5 is usual
 * @param timeShare of the study's length, rounded down, at least one point of time
 * @param radius in the metric's unit, infinite for none (of an ellipse the shorter half axis)
 * @param neighbours how many places, the centre with them
 * @param casesLeast a window with fewer cases is none
 */
public record WindowLimits(double populationShare, double timeShare, double radius, int neighbours, int casesLeast) {

    /** Half the population, half the time, two cases. */
    public static WindowLimits usual() {
        return new WindowLimits(0.5, 0.5, Double.POSITIVE_INFINITY, Integer.MAX_VALUE, 2);
    }

    public WindowLimits withPopulationShare(double share) {
        return new WindowLimits(share, timeShare, radius, neighbours, casesLeast);
    }

    public WindowLimits withTimeShare(double share) {
        return new WindowLimits(populationShare, share, radius, neighbours, casesLeast);
    }

    public WindowLimits withRadius(double most) {
        return new WindowLimits(populationShare, timeShare, most, neighbours, casesLeast);
    }

    public WindowLimits withNeighbours(int most) {
        return new WindowLimits(populationShare, timeShare, radius, most, casesLeast);
    }

    public WindowLimits withCasesLeast(int least) {
        return new WindowLimits(populationShare, timeShare, radius, neighbours, least);
    }
}
