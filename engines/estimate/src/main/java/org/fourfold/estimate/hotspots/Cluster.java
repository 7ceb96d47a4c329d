package org.fourfold.estimate.hotspots;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A window with more cases than expected, and why it is told.
 *
 * @param rank 1 for the likeliest
 * @param centre the id of the region it was drawn around
 * @param members ids of its regions, the centre's first, by distance
 * @param span when; empty for a purely spatial scan
 * @param expected cases, had nothing special happened
 * @param population persons at risk, the mean over the study; empty where none was given
 * @param ratio observed by expected
 * @param relativeRisk rate inside by rate outside; infinite where all cases are inside
 * @param logLikelihoodRatio with the penalty of an ellipse's shape, where one was asked for
 * @param p Monte Carlo, of the largest ratio anywhere; empty without replicates
 * @param gumbelP an approximation of the same; empty below 99 replicates
 * @param recurrence in units of the timeline, how often so much comes by chance if the scan is done again at each point of time;
 *     of prospective scans only
 */
public record Cluster(
        int rank,
        String centre,
        List<String> members,
        Footprint footprint,
        Optional<Span> span,
        int observed,
        double expected,
        OptionalDouble population,
        double ratio,
        double relativeRisk,
        double logLikelihoodRatio,
        OptionalDouble p,
        OptionalDouble gumbelP,
        OptionalDouble recurrence,
        Why why) {

    public Cluster {
        members = List.copyOf(members);
    }

    /** Where it lies, in the units of the coordinates; distances in the metric's unit. */
    public sealed interface Footprint {

        /** Around a point. */
        record Disc(double x, double y, double radius) implements Footprint {}

        /** Around a point; {@code degrees} of the long axis counted from east to north. */
        record Oval(double x, double y, double shorterHalfAxis, double longerHalfAxis, double degrees)
                implements Footprint {}

        /** Its regions and nothing simpler. */
        record Patch() implements Footprint {}
    }

    /**
     * When.
     *
     * @param from its first day
     * @param to its last day
     * @param points how many points of time
     */
    public record Span(LocalDate from, LocalDate to, int points) {}

    /**
     * What speaks for it.
     *
     * @param observedOutside cases that are not in it
     * @param expectedOutside cases expected there
     * @param replicatesReached how many data sets without clusters have a window as unlikely
     * @param regions what each member adds within the span, the greatest excess first
     * @param series all its regions together at each point of time of the study
     */
    public record Why(
            int observedOutside,
            double expectedOutside,
            int replicatesReached,
            List<Count> regions,
            List<Count> series) {

        public Why {
            regions = List.copyOf(regions);
            series = List.copyOf(series);
        }
    }

    /** Observed and expected cases of a region, by its id, or of a point of time, by its first day. */
    public record Count(String of, int observed, double expected) {}
}
