package org.fourfold.estimate.hotspots;

/** How far two regions are from each other. */
public enum Metric {
    /** Straight on the given coordinates, in their unit. */
    EUCLIDEAN,
    /** Along a great circle, in km, from longitude and latitude in degrees, on a sphere of the Earth's mean radius. */
    GREAT_CIRCLE_KM;

    /** The Earth's mean radius (IUGG), in km. */
    static final double EARTH_KM = 6371.0088;

    /** The great circle's length of a chord of the unit sphere, or the chord itself on a plane. */
    double ofChord(double chord) {
        return this == EUCLIDEAN ? chord : 2 * EARTH_KM * Math.asin(Math.min(1, chord / 2));
    }

    /** The chord that has this distance: the inverse of {@link #ofChord}. */
    double toChord(double distance) {
        return this == EUCLIDEAN ? distance : 2 * Math.sin(Math.min(Math.PI / 2, distance / (2 * EARTH_KM)));
    }
}
