package org.fourfold.node.prevention;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.fourfold.node.registry.PlaceCode;

/**
 * The sums over the incidents of a filter.
 *
 * @param dead the sum of the numbers given; incidents that give none add nothing, so it is a floor
 * @param months incidents by the month they happened in; those dated less well than to the month are left out
 * @param byPlace incidents by country, or by region when the filter is in a country
 * @param spots incidents by cell of a grid, at the middle of their points
 * @param cellDegrees the side of a cell
 */
public record Overview(
        long incidents,
        long dead,
        long missing,
        List<MonthCount> months,
        long withoutMonth,
        Map<PlaceCode, Long> byPlace,
        long withoutPlace,
        List<Spot> spots,
        double cellDegrees) {

    /** How many in a month. */
    public record MonthCount(YearMonth month, long count) {}

    /** How many around a point. */
    public record Spot(Incident.Point point, long count) {}

    public Overview {
        months = List.copyOf(months);
        byPlace = Map.copyOf(byPlace);
        spots = List.copyOf(spots);
    }
}
