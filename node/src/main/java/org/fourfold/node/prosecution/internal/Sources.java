package org.fourfold.node.prosecution.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.Source;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.SourceKind;

/** The rows of sources and of the imports that brought them. */
public final class Sources {

    private Sources() {}

    /** Newest first; the key is the last row's moment and number. */
    public static Slice<Source> list(Tx tx, Optional<String> after) {
        Optional<Key> key = after.flatMap(Key::parse);
        List<Numbered> rows = tx.sql("""
                SELECT s.*, r.* FROM prosecution.import_run r JOIN prosecution.source s ON s.number = r.source
                WHERE CAST(:at AS timestamptz) IS NULL
                   OR (r.imported_at, r.source) < (:at, CAST(:number AS integer))
                ORDER BY r.imported_at DESC, r.source DESC LIMIT :limit
                """)
                .with("at", key.map(Key::at).orElse(null))
                .with("number", key.map(Key::number).orElse(null))
                .with("limit", Slice.ROWS_MAX + 1)
                .list((rs, n) -> new Numbered(rs.getInt("number"), source(rs)));
        Slice<Numbered> page =
                Slice.of(rows, Slice.ROWS_MAX, row -> row.source().importedAt().toString() + "_" + row.number());
        return new Slice<>(page.rows().stream().map(Numbered::source).toList(), page.next());
    }

    public static Optional<Numbered> find(Tx tx, SourceId id) {
        return tx.sql("""
                SELECT s.*, r.* FROM prosecution.import_run r JOIN prosecution.source s ON s.number = r.source
                WHERE s.id = :id
                """).with("id", id.value()).optional((rs, n) -> new Numbered(rs.getInt("number"), source(rs)));
    }

    /** A source with the number that the other tables call it by. */
    public record Numbered(int number, Source source) {}

    private record Key(Instant at, int number) {
        static Optional<Key> parse(String text) {
            int parted = text.indexOf('_');
            try {
                return parted < 0
                        ? Optional.empty()
                        : Optional.of(new Key(
                                Instant.parse(text.substring(0, parted)),
                                Integer.parseInt(text.substring(parted + 1))));
            } catch (java.time.DateTimeException | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    private static Source source(ResultSet rs) throws SQLException {
        UUID undoneBy = rs.getObject("undone_by", UUID.class);
        return new Source(
                new SourceId(rs.getObject("id", UUID.class)),
                rs.getString("name"),
                rs.getString("sha256"),
                rs.getLong("bytes"),
                SourceKind.valueOf(rs.getString("kind")),
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
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
