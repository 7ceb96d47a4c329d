package org.fourfold.estimate.hotspots;

import java.util.List;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * What a scan found.
 *
 * @param options how it was scanned: model, windows, their limits, the rule of overlap, replicates
 * @param metric how distances were taken
 * @param timeline the study's points of time
 * @param longestSpan how many points of time a window has at most
 * @param windows how many windows were looked at, equal ones counted once; of ellipses as often as they are drawn
 * @param cases all cases
 * @param expected all expected cases
 * @param adjusted what was taken into account
 * @param clusters the likeliest first; those after the first are told by the rule of overlap
 * @param monteCarlo what they were held against
 * @param cautions what the answer leaves out
 */
public record ScanResult(
        ScanOptions options,
        Metric metric,
        Timeline timeline,
        int longestSpan,
        long windows,
        int cases,
        double expected,
        Adjusted adjusted,
        List<Cluster> clusters,
        MonteCarlo monteCarlo,
        List<Problem> cautions,
        Provenance provenance) {

    public ScanResult {
        clusters = List.copyOf(clusters);
        cautions = List.copyOf(cautions);
    }

    /**
     * What was taken into account; what was not is among the cautions.
     *
     * @param forPopulation whether cases were held against a population, controls or expected numbers
     * @param forStrata such as {@code age}, {@code sex}
     * @param forEffort whether reporting effort was
     * @param source where the denominator comes from
     */
    public record Adjusted(boolean forPopulation, List<String> forStrata, boolean forEffort, String source) {

        public Adjusted {
            forStrata = List.copyOf(forStrata);
        }
    }
}
