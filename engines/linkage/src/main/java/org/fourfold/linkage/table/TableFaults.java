package org.fourfold.linkage.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was not as it should be in a table that could be read all the same: how often, and where first. */
public final class TableFaults {

    /** Rows that are named of each kind. */
    public static final int PLACES_MAX = 10;

    /** What a row can have. */
    public enum Kind {
        /** Fewer cells than the heading: the missing ones are empty. */
        TOO_FEW_CELLS,
        /** More cells than the heading: the last ones were not read. */
        TOO_MANY_CELLS,
        /** Longer than {@link CsvTable#ROW_BYTES_MAX}: the row was left out. */
        ROW_TOO_LONG,
        /** A quote that nothing closes: it was read as a letter. */
        OPEN_QUOTE
    }

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Long>> places = new EnumMap<>(Kind.class);

    void add(Kind kind, long row) {
        long _ = counts.merge(kind, 1L, Long::sum);
        List<Long> rows = places.computeIfAbsent(kind, k -> new ArrayList<>());
        if (rows.size() < PLACES_MAX) {
            rows.add(row);
        }
    }

    public long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** The first rows that have it, counted from 1 without the heading. */
    public List<Long> places(Kind kind) {
        return List.copyOf(places.getOrDefault(kind, List.of()));
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }
}
