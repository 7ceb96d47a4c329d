package org.fourfold.estimate.hotspots;

import java.util.List;
import org.fourfold.estimate.run.Run;

/**
 * Where and when does more happen than elsewhere?
 *
 * <p>{@link #scan} looks at every window within stated limits and says which is least likely by chance, whatever its place and
 * size. None of its answers says why there is more, and a place without a cluster is no safe place.
 */
public final class Hotspots {

    private Hotspots() {}

    /**
     * A scan statistic (Kulldorff 1997, A spatial scan statistic; 2001, Prospective time periodic geographical disease
     * surveillance).
     *
     * @throws org.fourfold.estimate.run.RefusedException with all that forbids an answer
     */
    public static ScanResult scan(AreaData data, ScanOptions options, Run run) {
        return new Scan(data, options, run).result();
    }

    /**
     * Getis and Ord's Gi* with the correction for so many tests.
     *
     * @throws org.fourfold.estimate.run.RefusedException with all that forbids an answer
     */
    public static GiResult gi(AreaValues values, GiOptions options, Run run) {
        return new GetisOrd(values, options, run).result();
    }

    /**
     * Knox's test: do incidents near each other come soon after each other?
     *
     * @throws org.fourfold.estimate.run.RefusedException with all that forbids an answer
     */
    public static NearRepeatResult nearRepeat(List<Incident> incidents, NearRepeatOptions options, Run run) {
        return new NearRepeat(incidents, options, run).result();
    }
}
