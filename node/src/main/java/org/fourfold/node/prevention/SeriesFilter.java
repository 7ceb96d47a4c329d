package org.fourfold.node.prevention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which observations of a series.
 *
 * @param measure words the measure's name begins with; empty for all, added up
 * @param placeStated the place in the source's words
 * @param vintage the state of the series on that day: of each figure the newest vintage not after it
 */
public record SeriesFilter(
        String code, Optional<String> measure, Optional<String> placeStated, Optional<LocalDate> vintage) {}
