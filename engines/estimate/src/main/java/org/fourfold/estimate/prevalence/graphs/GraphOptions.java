package org.fourfold.estimate.prevalence.graphs;

/**
 * How graphs are averaged.
 *
 * @param delta prior count of each history; 0 for 2 to the power of minus the number of lists, so that the prior is worth one case
 * @param missingPerCaseMax the missing are at most so many times those on the lists
 */
public record GraphOptions(double delta, int missingPerCaseMax) {

    public static final GraphOptions USUAL = new GraphOptions(0, 20);

    public GraphOptions {
        if (!(delta >= 0 && delta <= 100)) {
            throw new IllegalArgumentException("delta: " + delta + "; from 0 to 100");
        }
        if (missingPerCaseMax < 1 || missingPerCaseMax > 1000) {
            throw new IllegalArgumentException("missingPerCaseMax: " + missingPerCaseMax + "; from 1 to 1000");
        }
    }

    double delta(int lists) {
        return delta == 0 ? Math.pow(2, -lists) : delta;
    }
}
