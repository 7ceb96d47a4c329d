package org.fourfold.node.prevention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.ImportId;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.ImportRun;

/** The rows that tell of imports. */
public final class ImportRuns {

    private static final int FILE_NAME_CHARACTERS_MAX = 200;

    private ImportRuns() {}

    /** What an import is besides its report. */
    record Kept(UUID id, Instant at, String source, LocalDate vintage, String fileName) {}

    static void keep(Tx tx, Actor actor, Kept kept, ImportReport report) {
        ImportReport.Reading reading = report.reading();
        String name = kept.fileName();
        tx.sql("""
                INSERT INTO prevention.import_run (id, organisation, member, imported_at, layout, source, vintage,
                    file_name, file_digest, file_bytes, encoding, delimiter, compression, rows_read, read, accepted,
                    refused, duplicates)
                VALUES (:id, :organisation, :member, :at, :layout, :source, :vintage, :name, :digest, :bytes, :encoding,
                    :delimiter, :compression, :rows, :read, :accepted, :refused, :duplicates)
                """)
                .with("id", kept.id())
                .with("organisation", actor.organisation().value())
                .with("member", actor.member().value())
                .with("at", kept.at())
                .with("layout", report.layout().orElse(""))
                .with("source", kept.source())
                .with("vintage", kept.vintage())
                .with("name", name.substring(0, Math.min(name.length(), FILE_NAME_CHARACTERS_MAX)))
                .with("digest", reading.digest())
                .with("bytes", reading.bytes())
                .with("encoding", reading.encoding())
                .with("delimiter", reading.delimiter())
                .with("compression", reading.compression())
                .with("rows", report.rows())
                .with("read", report.read())
                .with("accepted", report.accepted())
                .with("refused", report.refused())
                .with("duplicates", report.duplicates())
                .update();
        int ordinal = 0;
        for (Problem problem : report.problems()) {
            keepProblem(tx, kept.id(), ordinal++, problem);
        }
    }

    private static void keepProblem(Tx tx, UUID id, int ordinal, Problem problem) {
        Problem.Place.Cell cell =
                problem.place() instanceof Problem.Place.Cell found ? found : new Problem.Place.Cell(0, "");
        tx.sql("""
                INSERT INTO prevention.import_refusal (import_id, ordinal, code, row_number, column_name, details)
                VALUES (:id, :ordinal, :code, :row, :column, :details)
                """)
                .with("id", id)
                .with("ordinal", ordinal)
                .with("code", problem.code())
                .with("row", cell.row())
                .with("column", cell.column())
                .with("details", details(problem.details()))
                .update();
    }

    /** {@code name=value} a line; line breaks within a value become blanks. */
    private static String details(Map<String, String> details) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(details)
                .forEach((name, value) -> text.append(name)
                        .append('=')
                        .append(value.replace('\n', ' ').replace('\u0000', ' '))
                        .append('\n'));
        return text.toString();
    }

    private static Map<String, String> details(String text) {
        Map<String, String> details = new TreeMap<>();
        text.lines().filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            details.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return details;
    }

    /** Newest first; the key is the last row's moment and id. */
    public static Slice<ImportRun> list(Tx tx, Optional<String> after) {
        Optional<Key> key = after.flatMap(Key::parse);
        List<ImportRun> rows = tx.sql("""
                SELECT * FROM prevention.import_run
                WHERE CAST(:at AS timestamptz) IS NULL OR (imported_at, id) < (:at, CAST(:id AS uuid))
                ORDER BY imported_at DESC, id DESC LIMIT :limit
                """)
                .with("at", key.map(Key::at).orElse(null))
                .with("id", key.map(Key::id).orElse(null))
                .with("limit", Slice.ROWS_MAX + 1)
                .list((rs, n) -> run(rs, List.of()));
        return Slice.of(
                rows,
                Slice.ROWS_MAX,
                run -> run.at().toString() + "_" + run.id().value());
    }

    private record Key(Instant at, UUID id) {
        static Optional<Key> parse(String text) {
            int parted = text.indexOf('_');
            try {
                return parted < 0
                        ? Optional.empty()
                        : Optional.of(new Key(
                                Instant.parse(text.substring(0, parted)), UUID.fromString(text.substring(parted + 1))));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    public static Optional<ImportRun> find(Tx tx, ImportId id) {
        List<Problem> problems = tx.sql("""
                SELECT code, row_number, column_name, details FROM prevention.import_refusal
                WHERE import_id = :id ORDER BY ordinal
                """)
                .with("id", id.value())
                .list((rs, n) -> Problem.inCell(
                        rs.getString("code"),
                        rs.getLong("row_number"),
                        rs.getString("column_name"),
                        details(rs.getString("details"))));
        return tx.sql("SELECT * FROM prevention.import_run WHERE id = :id")
                .with("id", id.value())
                .optional((rs, n) -> run(rs, problems));
    }

    private static ImportRun run(ResultSet rs, List<Problem> problems) throws SQLException {
        return new ImportRun(
                new ImportId(rs.getObject("id", UUID.class)),
                new MemberId(rs.getObject("member", UUID.class)),
                rs.getObject("imported_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                rs.getString("layout"),
                rs.getString("source"),
                rs.getObject("vintage", LocalDate.class),
                rs.getString("file_name"),
                new ImportReport.Reading(
                        rs.getString("compression"),
                        rs.getString("encoding"),
                        rs.getString("delimiter"),
                        rs.getString("file_digest"),
                        rs.getLong("file_bytes")),
                rs.getLong("rows_read"),
                rs.getLong("read"),
                rs.getLong("accepted"),
                rs.getLong("refused"),
                rs.getLong("duplicates"),
                problems);
    }
}
