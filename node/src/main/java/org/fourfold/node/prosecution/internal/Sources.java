package org.fourfold.node.prosecution.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.ImportReport.Counted;
import org.fourfold.node.prosecution.Source;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.SourceKind;

/** The rows of sources, with what was refused and counted. */
public final class Sources {

    /** Refusals kept of one source. */
    static final int NOTES_MAX = 1_000;

    private Sources() {}

    /** A source with the number that the other tables call it by. */
    public record Numbered(int number, Source source) {}

    /** Newest first; the key is the last row's number. */
    public static Slice<Source> list(Tx tx, Optional<String> after) {
        List<Numbered> rows = tx.sql("""
                SELECT * FROM prosecution.source
                WHERE CAST(:number AS integer) IS NULL OR number < :number
                ORDER BY number DESC LIMIT :limit
                """)
                .with("number", after.flatMap(Sources::number).orElse(null))
                .with("limit", Slice.ROWS_MAX + 1)
                .list((rs, n) -> numbered(rs));
        Slice<Numbered> page = Slice.of(rows, Slice.ROWS_MAX, row -> Integer.toString(row.number()));
        return new Slice<>(page.rows().stream().map(Numbered::source).toList(), page.next());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    public static Optional<Numbered> find(Tx tx, SourceId id) {
        return tx.sql("SELECT * FROM prosecution.source WHERE id = :id")
                .with("id", id.value())
                .optional((rs, n) -> numbered(rs));
    }

    /** The one with this number, if it stands. */
    static Optional<Numbered> standing(Tx tx, int number) {
        return tx.sql("SELECT * FROM prosecution.source WHERE number = :number AND undone_by IS NULL")
                .with("number", number)
                .optional((rs, n) -> numbered(rs));
    }

    /** Those that stand, newest first: names for the facets. */
    public static List<Numbered> standing(Tx tx) {
        return tx.sql("SELECT * FROM prosecution.source WHERE undone_by IS NULL ORDER BY number DESC")
                .list((rs, n) -> numbered(rs));
    }

    /** The source with these very bytes that stands. */
    static boolean stands(Tx tx, String sha256) {
        return tx.sql("SELECT EXISTS (SELECT FROM prosecution.source WHERE sha256 = :sha256 AND undone_by IS NULL)")
                .with("sha256", sha256)
                .one((rs, n) -> rs.getBoolean(1));
    }

    static int insert(Tx tx, Actor actor, Source source) {
        return tx.sql("""
                INSERT INTO prosecution.source (id, organisation, name, sha256, bytes, kind, reading, member, imported_at,
                    rows_read, fragments, entities, refused, claims, aside, problems)
                VALUES (:id, :organisation, :name, :sha256, :bytes, :kind, :reading, :member, :at, :rows, :fragments,
                    :entities, :refused, :claims, :aside, :problems) RETURNING number
                """)
                .with("id", source.id().value())
                .with("organisation", actor.organisation().value())
                .with("name", source.name())
                .with("sha256", source.sha256())
                .with("bytes", source.bytes())
                .with("kind", source.kind())
                .with("reading", source.reading())
                .with("member", source.importedBy().value())
                .with("at", source.importedAt())
                .with("rows", source.rows())
                .with("fragments", source.fragments())
                .with("entities", source.entities())
                .with("refused", source.refused())
                .with("claims", source.claims())
                .with("aside", source.aside())
                .with("problems", source.problems())
                .one((rs, n) -> rs.getInt(1));
    }

    static boolean markUndone(Tx tx, Actor actor, int number, Instant at) {
        return tx.sql("""
                UPDATE prosecution.source SET undone_by = :member, undone_at = :at
                WHERE number = :number AND undone_by IS NULL
                """)
                        .with("member", actor.member().value())
                        .with("at", at)
                        .with("number", number)
                        .update()
                == 1;
    }

    static void keepNotes(Tx tx, int number, List<Problem> problems) {
        int ordinal = 0;
        for (Problem problem : problems.subList(0, Math.min(NOTES_MAX, problems.size()))) {
            boolean cell = problem.place() instanceof Problem.Place.Cell;
            Problem.Place.Cell place = cell ? (Problem.Place.Cell) problem.place() : new Problem.Place.Cell(0, "");
            tx.sql("""
                    INSERT INTO prosecution.import_note (source, ordinal, code, row_number, column_name, details)
                    VALUES (:source, :ordinal, :code, :row, :column, :details)
                    """)
                    .with("source", number)
                    .with("ordinal", ordinal++)
                    .with("code", problem.code())
                    .with("row", place.row())
                    .with("column", place.column())
                    .with("details", text(problem.details()))
                    .update();
        }
    }

    public static List<Problem> notes(Tx tx, int number) {
        return tx.sql("SELECT * FROM prosecution.import_note WHERE source = :source ORDER BY ordinal")
                .with("source", number)
                .list((rs, n) -> Problem.inCell(
                        rs.getString("code"),
                        rs.getLong("row_number"),
                        rs.getString("column_name"),
                        details(rs.getString("details"))));
    }

    /** Counts of one facet, most frequent first. */
    public static List<Counted> tally(Tx tx, int number, String facet, int most) {
        return tx.sql("""
                SELECT code, count FROM prosecution.tally WHERE source = :source AND facet = :facet
                ORDER BY count DESC, code LIMIT :most
                """)
                .with("source", number)
                .with("facet", facet)
                .with("most", most)
                .list((rs, n) -> new Counted(rs.getString("code"), rs.getLong("count")));
    }

    static void keepAside(Tx tx, int number, List<Counted> aside) {
        aside.forEach(unknown -> tx.sql("""
                        INSERT INTO prosecution.tally (source, facet, code, count) VALUES (:source, 'ASIDE', :code, :count)
                        """)
                .with("source", number)
                .with("code", unknown.name())
                .with("count", unknown.count())
                .update());
    }

    private static String text(Map<String, String> details) {
        Properties properties = new Properties();
        properties.putAll(details);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The first line is the date of the day.
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static Map<String, String> details(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> details = new HashMap<>();
        properties.forEach((name, value) -> details.put(name.toString(), value.toString()));
        return details;
    }

    private static Numbered numbered(ResultSet rs) throws SQLException {
        UUID undoneBy = rs.getObject("undone_by", UUID.class);
        Source source = new Source(
                new SourceId(rs.getObject("id", UUID.class)),
                rs.getString("name"),
                rs.getString("sha256"),
                rs.getLong("bytes"),
                SourceKind.valueOf(rs.getString("kind")),
                rs.getString("reading"),
                new MemberId(rs.getObject("member", UUID.class)),
                instant(rs, "imported_at"),
                rs.getLong("rows_read"),
                rs.getLong("fragments"),
                rs.getLong("entities"),
                rs.getLong("refused"),
                rs.getLong("claims"),
                rs.getLong("aside"),
                rs.getLong("problems"),
                undoneBy == null
                        ? Optional.empty()
                        : Optional.of(new Source.Undone(new MemberId(undoneBy), instant(rs, "undone_at"))));
        return new Numbered(rs.getInt("number"), source);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
