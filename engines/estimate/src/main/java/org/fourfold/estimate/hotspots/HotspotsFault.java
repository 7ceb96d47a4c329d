package org.fourfold.estimate.hotspots;

import org.fourfold.estimate.run.Fault;

/** What may be wrong with regions, counts and windows, and what an answer leaves out. */
public enum HotspotsFault implements Fault {
    /** How many regions, the least. */
    TOO_FEW_REGIONS(true),
    /** How many regions, the most. */
    TOO_MANY_REGIONS(true),
    /** How many regions times points of time, the most. */
    TOO_MANY_CELLS(true),
    REGION_TWICE(true),
    NO_COORDINATES(true),
    /** Longitude, latitude. */
    COORDINATES_OUT_OF_RANGE(true),
    UNKNOWN_REGION(true),
    /** The count. */
    NEGATIVE_COUNT(true),
    /** The number. */
    NO_NUMBER(true),
    /** How many are counted at most. */
    TOO_MANY_CASES(true),
    /** The date or number of the time, the first and last of the study. */
    DATE_OUT_OF_RANGE(true),
    NO_CASES(true),
    NO_POPULATION(true),
    /** How many cases. */
    CASES_WITHOUT_POPULATION(true),
    NO_CONTROLS(true),
    NO_EXPECTED(true),
    EFFORT_MISSING(true),
    NO_TIME(true),
    NO_BORDERS(true),
    ELLIPSE_ON_SPHERE(true),
    /** How many windows at most. */
    TOO_MANY_WINDOWS(true),
    NO_WINDOW(true),
    /** What was given, the least, the most. */
    OPTION_OUT_OF_RANGE(true),
    ALL_VALUES_EQUAL(true),
    /** How many incidents, the least, the most. */
    INCIDENTS(true),
    BANDS(true),
    /** How many pairs at most. */
    TOO_MANY_PAIRS(true),
    /** The regions that stand at one point. */
    EQUAL_COORDINATES(false),
    REGION_WITHOUT_POPULATION(false),
    /** Its distance to the next region, the usual one. */
    FAR_AWAY(false),
    ISLAND(false),
    POPULATION_INTERPOLATED(false),
    NOT_ADJUSTED(false),
    EFFORT_NOT_GIVEN(false),
    /** The least count that a page may show. */
    SMALL_COUNTS(false),
    /** How many replicates were made, how many were asked. */
    STOPPED_EARLY(false),
    PROSPECTIVE_LOOKS(false),
    /** The window's limit as a share. */
    REGION_ABOVE_LIMIT(false),
    /** How many replicates, the least. */
    FEW_REPLICATES(false),
    NO_NEIGHBOURS(false);

    private final boolean refuses;

    HotspotsFault(boolean refuses) {
        this.refuses = refuses;
    }

    @Override
    public boolean refuses() {
        return refuses;
    }
}
