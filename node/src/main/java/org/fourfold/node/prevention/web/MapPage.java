package org.fourfold.node.prevention.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.prevention.Overview;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.MonthChart;

/**
 * The map with its filter, figures, chart and rows.
 *
 * @param placeName the place the map shows; empty for the world
 */
public record MapPage(
        FilterForm form,
        List<Choice> places,
        List<Choice> kinds,
        List<Choice> sources,
        String placeName,
        Overview overview,
        MapPicture map,
        List<PlaceRow> byPlace,
        MonthChart chart,
        List<IncidentRow> rows,
        Optional<String> next,
        boolean first) {

    /** A place and how many. */
    public record PlaceRow(String name, long count, String href) {}

    /** One incident in a list; counts as the source says them. */
    public record IncidentRow(
            String href, String when, String kind, String where, String dead, String missing, String source) {}
}
