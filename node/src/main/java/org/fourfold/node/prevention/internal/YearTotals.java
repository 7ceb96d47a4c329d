package org.fourfold.node.prevention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.registry.Attribution;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureRequest;
import org.fourfold.node.registry.FigureSeries;
import org.fourfold.node.registry.FigureSeries.Counted;
import org.fourfold.node.registry.FigureShape.Level;
import org.fourfold.node.registry.Figures;
import org.fourfold.node.registry.PlaceCode;

/** Totals by calendar year. An incident is counted in the year it happened in; one whose year is not certain in none. */
final class YearTotals {

    private static final String INCIDENTS = "incidents:";
    private static final String COUNTS = "counts:";

    private YearTotals() {}

    static List<FigureSeries> incidentSeries(Tx tx, Map<String, Attribution> known) {
        return tx.sql("""
                SELECT i.source AS code, i.source, min(i.happened_from) AS first, max(r.vintage) AS vintage
                FROM prevention.incident i JOIN prevention.import_run r ON r.id = i.import_id
                GROUP BY i.source ORDER BY i.source
                """).list((rs, n) -> series(rs, INCIDENTS, Counted.INCIDENTS, known));
    }

    static List<FigureSeries> countSeries(Tx tx, Map<String, Attribution> known) {
        return tx.sql("""
                SELECT s.code, s.source, min(o.period_from) AS first, max(o.period_to) AS vintage
                FROM prevention.series s JOIN prevention.measure m ON m.series_id = s.id
                JOIN prevention.observation o ON o.measure_id = m.id
                GROUP BY s.code, s.source ORDER BY s.code
                """).list((rs, n) -> series(rs, COUNTS, Counted.PUBLISHED_COUNTS, known));
    }

    private static FigureSeries series(ResultSet rs, String prefix, Counted counted, Map<String, Attribution> known)
            throws SQLException {
        LocalDate vintage = rs.getObject("vintage", LocalDate.class);
        // A year is whole when the source's newest state reaches its last day.
        int lastYear = vintage.plusDays(1).getYear() - 1;
        return new FigureSeries(
                prefix + rs.getString("code"),
                counted,
                rs.getString("source"),
                Optional.ofNullable(known.get(rs.getString("source"))),
                rs.getObject("first", LocalDate.class).getYear(),
                lastYear,
                vintage);
    }

    /** One cell more than allowed shows that there are too many. */
    static Optional<List<FigureCell>> of(Tx tx, FigureRequest request) {
        if (request.series().startsWith(INCIDENTS)) {
            return Optional.of(incidents(tx, request.series().substring(INCIDENTS.length()), request));
        }
        if (request.series().startsWith(COUNTS)) {
            return Optional.of(counts(tx, request.series().substring(COUNTS.length()), request));
        }
        return Optional.empty();
    }

    private static List<FigureCell> incidents(Tx tx, String source, FigureRequest request) {
        return tx.sql("""
                SELECT CAST(extract(year FROM happened_from) AS integer) AS year,
                       CASE WHEN :by_region THEN coalesce(region, country) ELSE country END AS place,
                       CASE WHEN :by_kind THEN btrim(kind) ELSE '' END AS kind, count(*) AS total
                FROM prevention.incident
                WHERE source = :source AND happened_from >= :from AND happened_to <= :to
                  AND extract(year FROM happened_from) = extract(year FROM happened_to)
                GROUP BY 1, 2, 3 HAVING count(*) >= :least ORDER BY 3, 2, 1 LIMIT :limit
                """)
                .with("source", source)
                .with("by_region", request.shape().places() == Level.REGION)
                .with("by_kind", request.shape().byKind())
                .with("from", LocalDate.of(request.from(), 1, 1))
                .with("to", LocalDate.of(request.to(), 12, 31))
                .with("least", FigureCell.LEAST)
                .with("limit", Figures.CELLS_MAX + 1)
                .list((rs, n) -> cell(rs));
    }

    /** Of each figure the newest vintage; what is not a number adds nothing. */
    private static List<FigureCell> counts(Tx tx, String code, FigureRequest request) {
        return tx.sql("""
                WITH newest AS (
                    SELECT DISTINCT ON (o.measure_id, o.place_stated, o.period_from)
                           o.period_from, o.place, btrim(split_part(m.name, ' / ', 1)) AS kind, o.count
                    FROM prevention.observation o
                    JOIN prevention.measure m ON m.id = o.measure_id JOIN prevention.series s ON s.id = m.series_id
                    WHERE s.code = :code AND o.period_from >= :from AND o.period_to <= :to
                      AND extract(year FROM o.period_from) = extract(year FROM o.period_to)
                    ORDER BY o.measure_id, o.place_stated, o.period_from, o.vintage DESC)
                SELECT CAST(extract(year FROM period_from) AS integer) AS year,
                       CASE WHEN :by_region THEN place ELSE split_part(place, '-', 1) END AS place,
                       CASE WHEN :by_kind THEN kind ELSE '' END AS kind, CAST(sum(count) AS bigint) AS total
                FROM newest
                GROUP BY 1, 2, 3 HAVING sum(count) >= :least ORDER BY 3, 2, 1 LIMIT :limit
                """)
                .with("code", code)
                .with("by_region", request.shape().places() == Level.REGION)
                .with("by_kind", request.shape().byKind())
                .with("from", LocalDate.of(request.from(), 1, 1))
                .with("to", LocalDate.of(request.to(), 12, 31))
                .with("least", FigureCell.LEAST)
                .with("limit", Figures.CELLS_MAX + 1)
                .list((rs, n) -> cell(rs));
    }

    private static FigureCell cell(ResultSet rs) throws SQLException {
        return new FigureCell(
                rs.getInt("year"),
                Optional.ofNullable(rs.getString("place")).map(PlaceCode::new),
                rs.getString("kind"),
                rs.getLong("total"));
    }
}
