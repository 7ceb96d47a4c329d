package org.fourfold.node.prevention.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.CopyLine;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.Observation;
import org.fourfold.node.prevention.Tally;
import org.postgresql.PGConnection;

/** Observations on their way from the staging table into their series. */
final class ObservationStaging {

    static final String TABLE = """
            CREATE TEMPORARY TABLE staged_observation (
                measure integer, place_stated text, period_from date, period_to date, place text, count bigint,
                said text, row_number bigint) ON COMMIT DROP;
            CREATE TEMPORARY TABLE staged_measure (measure integer, name text, id integer) ON COMMIT DROP""";

    static final String COPY = "COPY pg_temp.staged_observation FROM STDIN";

    private ObservationStaging() {}

    static byte[] line(CopyLine line, long row, int measure, Observation observation) {
        var number = observation.count().number();
        String said = switch (observation.count()) {
            case Tally.Counted counted -> "NUMBER";
            case Tally.NotAvailable missing -> "NA";
            case Tally.Empty empty -> "EMPTY";
        };
        return line.number(measure)
                .text(observation.placeStated())
                .text(observation.period().from().toString())
                .text(observation.period().to().toString())
                .plain(observation.place())
                .plain(number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty())
                .text(said)
                .number(row)
                .take();
    }

    /** Moves what is new or newer; what the series says already is a duplicate. */
    static IncidentStaging.Moved move(
            Tx tx, UUID organisation, UUID importId, LocalDate vintage, Series series, long staged, Problems problems) {
        int seriesId = series(tx, organisation, series);
        loadMeasures(tx, organisation, seriesId, series.measures());
        int moved = isNew(tx, seriesId)
                ? moveAll(tx, organisation, importId, vintage)
                : moveNews(tx, organisation, importId, vintage);
        return moved == staged
                ? new IncidentStaging.Moved(moved, 0)
                : new IncidentStaging.Moved(moved, refuseClashes(tx, importId, vintage, problems));
    }

    /** The series of a file. */
    record Series(String code, String source, Measures measures) {}

    private static int series(Tx tx, UUID organisation, Series series) {
        tx.sql("""
                INSERT INTO prevention.series (organisation, code, source) VALUES (:organisation, :code, :source)
                ON CONFLICT (organisation, code) DO NOTHING
                """)
                .with("organisation", organisation)
                .with("code", series.code())
                .with("source", series.source())
                .update();
        return tx.sql("SELECT id FROM prevention.series WHERE organisation = :organisation AND code = :code")
                .with("organisation", organisation)
                .with("code", series.code())
                .one((rs, n) -> rs.getInt("id"));
    }

    private static void loadMeasures(Tx tx, UUID organisation, int seriesId, Measures measures) {
        StringBuilder rows = new StringBuilder();
        CopyLine line = new CopyLine();
        measures.all()
                .forEach((name, number) ->
                        rows.append(new String(line.number(number).text(name).take(), StandardCharsets.UTF_8)));
        try {
            tx.connectionForCopy()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY pg_temp.staged_measure (measure, name) FROM STDIN",
                            new StringReader(rows.toString()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the measures could not be staged", e);
        }
        tx.sql("""
                INSERT INTO prevention.measure (organisation, series_id, name)
                SELECT :organisation, :series, name FROM pg_temp.staged_measure ORDER BY measure
                ON CONFLICT (series_id, name) DO NOTHING
                """).with("organisation", organisation).with("series", seriesId).update();
        tx.sql("""
                UPDATE pg_temp.staged_measure s SET id = m.id
                FROM prevention.measure m WHERE m.series_id = :series AND m.name = s.name
                """).with("series", seriesId).update();
        tx.sql("ANALYZE pg_temp.staged_measure").update();
    }

    private static boolean isNew(Tx tx, int seriesId) {
        return tx.sql("""
                SELECT NOT EXISTS (
                    SELECT FROM prevention.measure m JOIN prevention.observation o ON o.measure_id = m.id
                    WHERE m.series_id = :series) AS is_new
                """).with("series", seriesId).one((rs, n) -> rs.getBoolean("is_new"));
    }

    private static int moveAll(Tx tx, UUID organisation, UUID importId, LocalDate vintage) {
        return tx.sql("""
                INSERT INTO prevention.observation (organisation, measure_id, place_stated, period_from, vintage,
                    period_to, place, count, said, import_id, row_number)
                SELECT :organisation, m.id, s.place_stated, s.period_from, :vintage, s.period_to, s.place, s.count,
                       s.said, :import, s.row_number
                FROM pg_temp.staged_observation s JOIN pg_temp.staged_measure m USING (measure)
                ON CONFLICT (measure_id, place_stated, period_from, vintage) DO NOTHING
                """)
                .with("organisation", organisation)
                .with("vintage", vintage)
                .with("import", importId)
                .update();
    }

    private static int moveNews(Tx tx, UUID organisation, UUID importId, LocalDate vintage) {
        return tx.sql("""
                INSERT INTO prevention.observation (organisation, measure_id, place_stated, period_from, vintage,
                    period_to, place, count, said, import_id, row_number)
                SELECT :organisation, m.id, s.place_stated, s.period_from, :vintage, s.period_to, s.place, s.count,
                       s.said, :import, s.row_number
                FROM pg_temp.staged_observation s JOIN pg_temp.staged_measure m USING (measure)
                LEFT JOIN LATERAL (
                    SELECT o.count, o.said FROM prevention.observation o
                    WHERE o.measure_id = m.id AND o.place_stated = s.place_stated
                      AND o.period_from = s.period_from AND o.vintage <= :vintage
                    ORDER BY o.vintage DESC LIMIT 1) latest ON true
                WHERE latest.said IS NULL OR (latest.said, latest.count) IS DISTINCT FROM (s.said, s.count)
                ON CONFLICT (measure_id, place_stated, period_from, vintage) DO NOTHING
                """)
                .with("organisation", organisation)
                .with("vintage", vintage)
                .with("import", importId)
                .update();
    }

    /** What a file says twice, and what it says otherwise than an earlier import of the same vintage. */
    private static long refuseClashes(Tx tx, UUID importId, LocalDate vintage, Problems problems) {
        var twice = tx.sql("""
                SELECT row_number, first_row FROM (
                    SELECT row_number, min(row_number) OVER same AS first_row,
                           row_number() OVER (PARTITION BY measure, place_stated, period_from ORDER BY row_number) AS nth
                    FROM pg_temp.staged_observation
                    WINDOW same AS (PARTITION BY measure, place_stated, period_from)) found
                WHERE nth > 1 ORDER BY row_number
                """)
                .list((rs, n) -> Problem.inCell(
                        "prevention.duplicate-observation",
                        rs.getLong("row_number"),
                        "",
                        java.util.Map.of("first", Long.toString(rs.getLong("first_row")))));
        problems.addAll(twice);
        var otherwise = tx.sql("""
                SELECT s.row_number FROM (
                    SELECT DISTINCT ON (measure, place_stated, period_from) *
                    FROM pg_temp.staged_observation ORDER BY measure, place_stated, period_from, row_number) s
                JOIN pg_temp.staged_measure m USING (measure)
                JOIN prevention.observation o ON o.measure_id = m.id AND o.place_stated = s.place_stated
                    AND o.period_from = s.period_from AND o.vintage = :vintage
                WHERE o.import_id <> :import AND (o.said, o.count) IS DISTINCT FROM (s.said, s.count)
                ORDER BY s.row_number
                """)
                .with("vintage", vintage)
                .with("import", importId)
                .list((rs, n) -> Problem.inCell(
                        "prevention.observation-clashes",
                        rs.getLong("row_number"),
                        "",
                        java.util.Map.of("vintage", vintage.toString())));
        problems.addAll(otherwise);
        return (long) twice.size() + otherwise.size();
    }
}
