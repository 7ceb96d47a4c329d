package org.fourfold.estimate.hotspots;

/** Which spans of time are windows. */
public enum ScanTime {
    /** The whole study: purely spatial. */
    NONE,
    /** Any span within the limits: what has been. */
    RETROSPECTIVE,
    /** Spans that last to the study's end: what is going on. */
    PROSPECTIVE
}
