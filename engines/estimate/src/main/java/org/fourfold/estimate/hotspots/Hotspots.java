package org.fourfold.estimate.hotspots;

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
}
