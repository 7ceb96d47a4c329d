package org.fourfold.estimate.hotspots;

import java.time.LocalDate;

/**
 * Something that happened somewhere on a day.
 *
 * @param x longitude in degrees, or a coordinate to the east in any unit
 * @param y latitude in degrees, or a coordinate to the north in the same unit
 */
public record Incident(double x, double y, LocalDate day) {}
