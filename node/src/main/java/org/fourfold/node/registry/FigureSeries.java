package org.fourfold.node.registry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A series of totals that a room offers.
 *
 * @param code the room's own name for it, the same for ever
 * @param source who made the records that are counted, in the words they came with
 * @param attribution whom a published figure must name, where the terms of the source are known
 * @param firstYear the first year there is something of
 * @param lastYear the last year that is whole: it ended before the source's newest state
 * @param asOf the day the source's newest state is of
 */
public record FigureSeries(
        String code,
        Counted counted,
        String source,
        Optional<Attribution> attribution,
        int firstYear,
        int lastYear,
        LocalDate asOf) {

    /** What is counted. A closed list: each has its own words on the page that explains the method. */
    public enum Counted {
        /** Things that happened, one record each. */
        INCIDENTS,
        /** Numbers that somebody publishes, added up by year. */
        PUBLISHED_COUNTS
    }

    public FigureSeries {
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(asOf, "asOf");
    }

    /** Whether there is one whole year at least. */
    public boolean hasWholeYears() {
        return firstYear <= lastYear;
    }
}
