package org.fourfold.node.partnership.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.partnership.PublishedCell;
import org.fourfold.node.registry.PlaceCode;

/**
 * One kind's table: places by years. A kind, a place or a year stands here only when one of its cells is shown; so that
 * nothing is there which tells that something small happened.
 *
 * @param kind in the source's words; empty when kinds are not counted apart, or the source says nothing
 */
public record PublicTable(String kind, List<Integer> years, List<Row> rows) {

    /**
     * One place.
     *
     * @param cells one a year; empty where it is not shown
     */
    public record Row(Optional<PlaceCode> place, String name, List<Optional<PublishedCell>> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public PublicTable {
        years = List.copyOf(years);
        rows = List.copyOf(rows);
    }
}
