package org.fourfold.node.registry;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One total that is large enough to be told.
 *
 * @param year of the calendar
 * @param place a country or a first-level region; empty where the source names no place, or at sea
 * @param kind in the source's words; empty when the request did not ask by kind, or the source says nothing
 * @param count at least {@link #LEAST}
 */
public record FigureCell(int year, Optional<PlaceCode> place, String kind, long count)
        implements Comparable<FigureCell> {

    /** A total below this is never told: some people would be found in it. */
    public static final int LEAST = 10;

    private static final Comparator<FigureCell> ORDER = Comparator.comparing(FigureCell::kind)
            .thenComparing(cell -> cell.place().map(PlaceCode::text).orElse(""))
            .thenComparingInt(FigureCell::year)
            .thenComparingLong(FigureCell::count);

    public FigureCell {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(kind, "kind");
        if (count < LEAST) {
            throw new IllegalArgumentException("a total below " + LEAST + " is not told");
        }
    }

    /** The same cell with another total. */
    public FigureCell withCount(long other) {
        return new FigureCell(year, place, kind, other);
    }

    /** By kind, place and year. */
    @Override
    public int compareTo(FigureCell other) {
        return ORDER.compare(this, other);
    }
}
