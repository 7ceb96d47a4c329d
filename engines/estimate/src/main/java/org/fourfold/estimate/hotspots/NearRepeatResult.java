package org.fourfold.estimate.hotspots;

import java.util.List;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * Whether incidents near each other come soon after each other more often than dates alone would have it.
 *
 * @param incidents how many
 * @param pairs of them, all
 * @param cells a closed table: all pairs, by distance (the last band is all that is farther) and then by days (the last is all later)
 * @param interaction all near pairs that came soon together: every cell but those of the last bands
 * @param cautions what the answer leaves out
 */
public record NearRepeatResult(
        NearRepeatOptions options,
        int incidents,
        long pairs,
        List<Cell> cells,
        Cell interaction,
        List<Problem> cautions,
        Provenance provenance) {

    public NearRepeatResult {
        cells = List.copyOf(cells);
        cautions = List.copyOf(cautions);
    }

    /**
     * Pairs in a band of distance and a band of days.
     *
     * @param fromDistance above this, in the metric's unit; negative where 0 is in it
     * @param toDistance at most this; infinite for the last band
     * @param fromDays at least this
     * @param toDays at most this; {@link Integer#MAX_VALUE} for the last band
     * @param expected pairs, if dates have nothing to do with places: those of the distance times those of the days by all, which is
     *     the mean over all shuffles of dates
     * @param ratio observed by expected; 0 where nothing is expected
     * @param p the share of shuffles, this map among them, with as many pairs or more
     */
    public record Cell(
            double fromDistance,
            double toDistance,
            int fromDays,
            int toDays,
            long observed,
            double expected,
            double ratio,
            double p) {}
}
