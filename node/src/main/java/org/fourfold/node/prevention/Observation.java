package org.fourfold.node.prevention;

import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.registry.PlaceCode;

/**
 * A count that somebody publishes: how many of what, where, in which period. Its source and vintage are those of the import
 * it came with.
 *
 * @param series the code of the series, such as {@code sesnsp-victims}
 * @param measure what is counted, in the source's words, parts joined by {@code " / "}
 * @param placeStated the place in the source's words
 * @param place the place of the registry, where the source's place is one
 */
public record Observation(
        String series, String measure, String placeStated, Optional<PlaceCode> place, Dated period, Tally count) {}
