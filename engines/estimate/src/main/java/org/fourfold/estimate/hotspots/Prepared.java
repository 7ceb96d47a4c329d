package org.fourfold.estimate.hotspots;

/**
 * What all threads share.
 *
 * @param measures running sums of the measure, by spot
 */
@SuppressWarnings("ArrayRecordComponent") // summed up in inner loops, never compared
record Prepared(Field field, Windows windows, Spans spans, int casesLeast, double[] measures) {

    /** Counts of 16 bits while no data set is likely to have more: a Poisson total of this mean stays far below 65,536. */
    private static final double NARROW_MOST = 60_000;

    static Prepared of(Field field, Windows windows, Spans spans, int casesLeast) {
        double[] measures = spans.run(field.measure(), field.spots());
        return new Prepared(field, windows, spans, casesLeast, measures);
    }

    /** How many data sets are swept at once. */
    int lanes() {
        return Math.max(field.total(), field.whole()) < NARROW_MOST || isFew() ? 4 : 2;
    }

    private boolean isFew() {
        return field.model() != ScanModel.EXPECTATION_POISSON && field.total() < NARROW_MOST;
    }
}
