package org.fourfold.node.prevention.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.SeriesFilter;
import org.fourfold.node.prevention.SeriesSummary;
import org.fourfold.node.prevention.SeriesView;

/** Series of counts, added up by the database. */
public final class SeriesSums {

    private static final int CHOICES_MAX = 200;

    private SeriesSums() {}

    public static List<SeriesSummary> all(Tx tx) {
        return tx.sql("SELECT code FROM prevention.series ORDER BY code").list((rs, n) -> rs.getString("code")).stream()
                .flatMap(code -> summary(tx, code).stream())
                .toList();
    }

    private static Optional<SeriesSummary> summary(Tx tx, String code) {
        List<LocalDate> vintages =
                tx.sql("""
                SELECT DISTINCT o.vintage FROM prevention.observation o
                JOIN prevention.measure m ON m.id = o.measure_id JOIN prevention.series s ON s.id = m.series_id
                WHERE s.code = :code ORDER BY o.vintage DESC
                """).with("code", code).list((rs, n) -> rs.getObject("vintage", LocalDate.class));
        return tx.sql("""
                SELECT s.source, count(*) AS observations, min(o.period_from) AS first, max(o.period_to) AS last
                FROM prevention.series s JOIN prevention.measure m ON m.series_id = s.id
                JOIN prevention.observation o ON o.measure_id = m.id
                WHERE s.code = :code GROUP BY s.id, s.source
                """)
                .with("code", code)
                .optional((rs, n) -> new SeriesSummary(
                        code,
                        rs.getString("source"),
                        rs.getLong("observations"),
                        rs.getObject("first", LocalDate.class),
                        rs.getObject("last", LocalDate.class),
                        vintages));
    }

    public static Optional<SeriesView> view(Tx tx, SeriesFilter filter) {
        return summary(tx, filter.code())
                .map(summary -> new SeriesView(summary, places(tx, filter), kinds(tx, filter), months(tx, filter)));
    }

    private static List<String> places(Tx tx, SeriesFilter filter) {
        return tx.sql("""
                SELECT DISTINCT o.place_stated FROM prevention.observation o
                JOIN prevention.measure m ON m.id = o.measure_id JOIN prevention.series s ON s.id = m.series_id
                WHERE s.code = :code ORDER BY o.place_stated LIMIT :limit
                """)
                .with("code", filter.code())
                .with("limit", CHOICES_MAX)
                .list((rs, n) -> rs.getString("place_stated"));
    }

    private static List<String> kinds(Tx tx, SeriesFilter filter) {
        return tx.sql("""
                SELECT DISTINCT split_part(m.name, ' / ', 1) AS kind FROM prevention.measure m
                JOIN prevention.series s ON s.id = m.series_id
                WHERE s.code = :code ORDER BY 1 LIMIT :limit
                """)
                .with("code", filter.code())
                .with("limit", CHOICES_MAX)
                .list((rs, n) -> rs.getString("kind"));
    }

    /** Of each figure the newest vintage not after the one asked for. */
    private static List<SeriesView.Month> months(Tx tx, SeriesFilter filter) {
        return tx.sql("""
                WITH newest AS (
                    SELECT DISTINCT ON (o.measure_id, o.place_stated, o.period_from) o.period_from, o.count
                    FROM prevention.observation o
                    JOIN prevention.measure m ON m.id = o.measure_id JOIN prevention.series s ON s.id = m.series_id
                    WHERE s.code = :code
                      AND (CAST(:place AS text) IS NULL OR o.place_stated = :place)
                      AND (CAST(:measure AS text) IS NULL OR split_part(m.name, ' / ', 1) = :measure)
                      AND (CAST(:vintage AS date) IS NULL OR o.vintage <= :vintage)
                    ORDER BY o.measure_id, o.place_stated, o.period_from, o.vintage DESC)
                SELECT CAST(date_trunc('month', period_from) AS date) AS month, coalesce(sum(count), 0) AS total,
                       count(count) AS figures, count(*) - count(count) AS without_number
                FROM newest GROUP BY 1 ORDER BY 1
                """)
                .with("code", filter.code())
                .with("place", filter.placeStated().orElse(null))
                .with("measure", filter.measure().orElse(null))
                .with("vintage", filter.vintage().orElse(null))
                .list((rs, n) -> new SeriesView.Month(
                        YearMonth.from(rs.getObject("month", LocalDate.class)),
                        rs.getLong("total"),
                        rs.getLong("figures"),
                        rs.getLong("without_number")));
    }
}
