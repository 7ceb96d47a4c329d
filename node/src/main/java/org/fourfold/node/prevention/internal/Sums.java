package org.fourfold.node.prevention.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.IncidentFilter;
import org.fourfold.node.prevention.Overview;
import org.fourfold.node.registry.PlaceCode;

/** Sums over incidents, made by the database. */
public final class Sums {

    /** More spots than this are no picture any more; a world in cells of two degrees has fewer on land and coast. */
    private static final int SPOTS_MAX = 1_500;

    private static final int KINDS_MAX = 200;

    private Sums() {}

    public static Overview overview(Tx tx, IncidentFilter filter, double cellDegrees) {
        Totals totals = totals(tx, filter);
        Map<PlaceCode, Long> byPlace = byPlace(tx, filter);
        List<Overview.MonthCount> months = months(tx, filter);
        long placed = byPlace.values().stream().mapToLong(Long::longValue).sum();
        long dated = months.stream().mapToLong(Overview.MonthCount::count).sum();
        return new Overview(
                totals.incidents(),
                totals.dead(),
                totals.missing(),
                months,
                totals.incidents() - dated,
                byPlace,
                totals.incidents() - placed,
                spots(tx, filter, cellDegrees),
                cellDegrees);
    }

    private record Totals(long incidents, long dead, long missing) {}

    private static Totals totals(Tx tx, IncidentFilter filter) {
        return Incidents.bind(tx.sql("""
                SELECT count(*) AS incidents, coalesce(sum(dead), 0) AS dead, coalesce(sum(missing), 0) AS missing
                FROM prevention.incident
                WHERE (CAST(:country AS text) IS NULL OR country = :country)
                  AND (CAST(:region AS text) IS NULL OR region = :region)
                  AND (CAST(:from AS date) IS NULL OR happened_to >= :from)
                  AND (CAST(:to AS date) IS NULL OR happened_from <= :to)
                  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                  AND (CAST(:source AS text) IS NULL OR source = :source)
                  AND (CAST(:import AS uuid) IS NULL OR import_id = :import)
                """), filter)
                .one((rs, n) -> new Totals(rs.getLong("incidents"), rs.getLong("dead"), rs.getLong("missing")));
    }

    private static List<Overview.MonthCount> months(Tx tx, IncidentFilter filter) {
        return Incidents.bind(tx.sql("""
                SELECT CAST(date_trunc('month', happened_from) AS date) AS month, count(*) AS incidents
                FROM prevention.incident
                WHERE happened_precision IN ('DAY', 'MONTH')
                  AND (CAST(:country AS text) IS NULL OR country = :country)
                  AND (CAST(:region AS text) IS NULL OR region = :region)
                  AND (CAST(:from AS date) IS NULL OR happened_to >= :from)
                  AND (CAST(:to AS date) IS NULL OR happened_from <= :to)
                  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                  AND (CAST(:source AS text) IS NULL OR source = :source)
                  AND (CAST(:import AS uuid) IS NULL OR import_id = :import)
                GROUP BY 1 ORDER BY 1
                """), filter)
                .list((rs, n) -> new Overview.MonthCount(
                        YearMonth.from(rs.getObject("month", LocalDate.class)), rs.getLong("incidents")));
    }

    private static Map<PlaceCode, Long> byPlace(Tx tx, IncidentFilter filter) {
        Map<PlaceCode, Long> counts = new LinkedHashMap<>();
        Incidents.bind(tx.sql("""
                SELECT CASE WHEN :by_region THEN coalesce(region, country) ELSE country END AS place,
                       count(*) AS incidents
                FROM prevention.incident
                WHERE country IS NOT NULL
                  AND (CAST(:country AS text) IS NULL OR country = :country)
                  AND (CAST(:region AS text) IS NULL OR region = :region)
                  AND (CAST(:from AS date) IS NULL OR happened_to >= :from)
                  AND (CAST(:to AS date) IS NULL OR happened_from <= :to)
                  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                  AND (CAST(:source AS text) IS NULL OR source = :source)
                  AND (CAST(:import AS uuid) IS NULL OR import_id = :import)
                GROUP BY 1 ORDER BY 2 DESC, 1
                """).with("by_region", filter.place().isPresent()), filter)
                .list((rs, n) -> Map.entry(new PlaceCode(rs.getString("place")), rs.getLong("incidents")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static List<Overview.Spot> spots(Tx tx, IncidentFilter filter, double cellDegrees) {
        return Incidents.bind(tx.sql("""
                SELECT avg(latitude) AS latitude, avg(longitude) AS longitude, count(*) AS incidents
                FROM prevention.incident
                WHERE latitude IS NOT NULL AND longitude IS NOT NULL
                  AND (CAST(:country AS text) IS NULL OR country = :country)
                  AND (CAST(:region AS text) IS NULL OR region = :region)
                  AND (CAST(:from AS date) IS NULL OR happened_to >= :from)
                  AND (CAST(:to AS date) IS NULL OR happened_from <= :to)
                  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                  AND (CAST(:source AS text) IS NULL OR source = :source)
                  AND (CAST(:import AS uuid) IS NULL OR import_id = :import)
                GROUP BY floor(latitude / :cell), floor(longitude / :cell)
                ORDER BY count(*) DESC, 1, 2 LIMIT :limit
                """).with("cell", cellDegrees).with("limit", SPOTS_MAX), filter)
                .list((rs, n) -> new Overview.Spot(
                        new Incident.Point(rs.getDouble("latitude"), rs.getDouble("longitude")),
                        rs.getLong("incidents")));
    }

    /** The kinds there are, in the sources' words. */
    public static List<String> kinds(Tx tx) {
        return tx.sql("SELECT kind FROM prevention.incident GROUP BY kind ORDER BY count(*) DESC, kind LIMIT :limit")
                .with("limit", KINDS_MAX)
                .list((rs, n) -> rs.getString("kind"));
    }

    /** The sources there are. */
    public static List<String> sources(Tx tx) {
        return tx.sql("SELECT DISTINCT source FROM prevention.incident ORDER BY source LIMIT :limit")
                .with("limit", KINDS_MAX)
                .list((rs, n) -> rs.getString("source"));
    }
}
