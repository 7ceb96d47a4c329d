package org.fourfold.estimate.hotspots;

/**
 * A place that is counted: a municipality, a tract, a zip code.
 *
 * @param id its name in every table
 * @param x longitude in degrees, or a coordinate to the east in any unit
 * @param y latitude in degrees, or a coordinate to the north in the same unit
 */
public record Region(String id, double x, double y) {}
