package org.fourfold.node.trust.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.WitnessFinding;
import org.fourfold.node.trust.WitnessStanding;

/** Statements over {@code trust.witness}, {@code trust.cosignature} and {@code trust.fork}. */
public final class WitnessRows {

    /** Of one witness: one is enough to be told, and no more than these are shown. */
    private static final int FORKS_MAX = 20;

    private WitnessRows() {}

    /** A witness as it was appointed. */
    public record Row(UUID id, String name, VerifierKey key, String place, int days) {}

    /** A checkpoint of a log with a witness's line under it. */
    public record Cosigned(VerifierKey witness, SignedCheckpoint checkpoint) {}

    /** False where a witness with this key is there already. */
    public static boolean appoint(Tx tx, Row witness, Instant at) {
        return tx.sql("""
                INSERT INTO trust.witness (id, name, vkey, place, days, added_at)
                VALUES (:id, :name, :vkey, :place, :days, :at)
                ON CONFLICT (vkey) WHERE ended_at IS NULL DO NOTHING
                """)
                        .with("id", witness.id())
                        .with("name", witness.name())
                        .with("vkey", witness.key().toString())
                        .with("place", witness.place())
                        .with("days", witness.days())
                        .with("at", at)
                        .update()
                == 1;
    }

    /** False where there is no such witness any more. */
    public static boolean end(Tx tx, UUID id, Instant at) {
        return tx.sql("UPDATE trust.witness SET ended_at = :at WHERE id = :id AND ended_at IS NULL")
                        .with("at", at)
                        .with("id", id)
                        .update()
                == 1;
    }

    /** Those that are appointed, in the order in which they were. */
    public static List<Row> all(Tx tx) {
        return tx.sql("""
                SELECT id, name, vkey, place, days FROM trust.witness WHERE ended_at IS NULL ORDER BY added_at, id
                """)
                .list((rs, n) -> new Row(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        key(rs),
                        rs.getString("place"),
                        rs.getInt("days")));
    }

    public static void looked(Tx tx, UUID id, Instant at, WitnessFinding found) {
        tx.sql("UPDATE trust.witness SET looked_at = :at, found = :found WHERE id = :id")
                .with("at", at)
                .with("found", found)
                .with("id", id)
                .update();
    }

    /** True where it vouches for a size that it did not vouch for before. */
    public static boolean keep(Tx tx, UUID id, SignedCheckpoint cosigned, Instant seen) {
        return tx.sql("""
                INSERT INTO trust.cosignature (witness, log, size, since, seen_at, note)
                SELECT :id, number, :size, :seen, :seen, :note FROM trust.log WHERE origin = :origin
                ON CONFLICT (witness, log, size)
                DO UPDATE SET seen_at = excluded.seen_at, note = excluded.note
                   WHERE trust.cosignature.seen_at < excluded.seen_at
                RETURNING since = seen_at
                """)
                .with("id", id)
                .with("size", cosigned.checkpoint().size())
                .with("seen", seen)
                .with("note", cosigned.note().toString())
                .with("origin", cosigned.checkpoint().origin())
                .optional((rs, n) -> rs.getBoolean(1))
                .orElse(false);
    }

    /** False where it is kept already. */
    public static boolean keepFork(Tx tx, UUID fork, UUID id, SignedCheckpoint shown, Instant at) {
        return tx.sql("""
                INSERT INTO trust.fork (id, witness, log, size, root, found_at, note)
                SELECT :fork, :id, number, :size, :root, :at, :note FROM trust.log WHERE origin = :origin
                ON CONFLICT (witness, log, size, root) DO NOTHING
                """)
                        .with("fork", fork)
                        .with("id", id)
                        .with("size", shown.checkpoint().size())
                        .with("root", shown.checkpoint().root().hex())
                        .with("at", at)
                        .with("note", shown.note().toString())
                        .with("origin", shown.checkpoint().origin())
                        .update()
                == 1;
    }

    /** How each that is appointed stands to the present log. */
    public static List<WitnessStanding> standings(Tx tx) {
        Map<UUID, List<WitnessStanding.Fork>> forks = forks(tx);
        return tx.sql("""
                SELECT w.id, w.name, w.vkey, w.place, w.days, w.added_at, w.looked_at, w.found, c.size, c.since, c.seen_at
                FROM trust.witness w LEFT JOIN LATERAL (
                    SELECT size, since, seen_at FROM trust.cosignature
                    WHERE witness = w.id AND log = (SELECT max(number) FROM trust.log)
                    ORDER BY size DESC LIMIT 1) c ON true
                WHERE w.ended_at IS NULL ORDER BY w.added_at, w.id
                """).list((rs, n) -> standing(rs, forks));
    }

    private static WitnessStanding standing(ResultSet rs, Map<UUID, List<WitnessStanding.Fork>> forks)
            throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        long size = rs.getLong("size");
        boolean vouches = !rs.wasNull();
        return new WitnessStanding(
                id,
                rs.getString("name"),
                key(rs),
                rs.getString("place"),
                rs.getInt("days"),
                moment(rs, "added_at").orElseThrow(),
                moment(rs, "looked_at"),
                WitnessFinding.valueOf(rs.getString("found")),
                vouches
                        ? Optional.of(new WitnessStanding.Vouched(
                                size,
                                moment(rs, "since").orElseThrow(),
                                moment(rs, "seen_at").orElseThrow()))
                        : Optional.empty(),
                forks.getOrDefault(id, List.of()));
    }

    private record Found(UUID witness, WitnessStanding.Fork fork) {}

    /** The first that were found of each witness. */
    private static Map<UUID, List<WitnessStanding.Fork>> forks(Tx tx) {
        return tx
                .sql("""
                SELECT witness, size, found_at, note FROM (
                    SELECT f.*, row_number() OVER (PARTITION BY witness ORDER BY found_at, id) AS nth FROM trust.fork f) f
                WHERE nth <= :most ORDER BY found_at, nth
                """)
                .with("most", FORKS_MAX)
                .list((rs, n) -> new Found(
                        rs.getObject("witness", UUID.class),
                        new WitnessStanding.Fork(
                                rs.getLong("size"), moment(rs, "found_at").orElseThrow(), rs.getString("note"))))
                .stream()
                .collect(Collectors.groupingBy(Found::witness, Collectors.mapping(Found::fork, Collectors.toList())));
    }

    /** Of a log, the last that each witness cosigned on each day (UTC), the oldest first. */
    public static List<Cosigned> daily(Tx tx, VerifierKey log) {
        return tx.sql("""
                SELECT DISTINCT ON (w.vkey, (c.seen_at AT TIME ZONE 'UTC')::date) w.vkey, c.note
                FROM trust.cosignature c JOIN trust.witness w ON w.id = c.witness JOIN trust.log l ON l.number = c.log
                WHERE l.vkey = :log
                ORDER BY w.vkey, (c.seen_at AT TIME ZONE 'UTC')::date, c.size DESC
                """)
                .with("log", log.toString())
                .list((rs, n) -> new Cosigned(
                        key(rs),
                        SignedCheckpoint.parse(rs.getString("note").getBytes(StandardCharsets.UTF_8))
                                .orElseThrow()));
    }

    private static VerifierKey key(ResultSet rs) throws SQLException {
        return VerifierKey.parse(rs.getString("vkey")).orElseThrow();
    }

    private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
