package org.fourfold.node.trust.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.node.frame.Tx;

/**
 * A log as the database keeps it.
 *
 * @param firstPosition the place of its entry 0
 * @param beforeSize for a log that was begun after a restore, how many entries the one before had then
 */
public record LogRow(int number, VerifierKey key, long firstPosition, Instant begunAt, OptionalLong beforeSize) {

    private static LogRow row(ResultSet rs) throws SQLException {
        long before = rs.getLong("before_size");
        OptionalLong beforeSize = rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(before);
        return new LogRow(
                rs.getInt("number"),
                VerifierKey.parse(rs.getString("vkey")).orElseThrow(),
                rs.getLong("first_position"),
                rs.getObject("begun_at", OffsetDateTime.class).toInstant(),
                beforeSize);
    }

    /** A note, if it is a checkpoint of this log with its key's signature. */
    public Optional<SignedCheckpoint> signed(String note, SignatureCheck check) {
        return SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8), key, check);
    }

    /** The present one. */
    public static Optional<LogRow> last(Tx tx) {
        return tx.sql("""
                SELECT number, vkey, first_position, begun_at, before_size FROM trust.log ORDER BY number DESC LIMIT 1
                """).optional((rs, n) -> row(rs));
    }

    public static Optional<LogRow> find(Tx tx, int number) {
        return tx.sql("""
                SELECT number, vkey, first_position, begun_at, before_size FROM trust.log WHERE number = :number
                """).with("number", number).optional((rs, n) -> row(rs));
    }

    /** All, the first first. */
    public static List<LogRow> all(Tx tx) {
        return tx.sql("""
                SELECT number, vkey, first_position, begun_at, before_size FROM trust.log ORDER BY number
                """).list((rs, n) -> row(rs));
    }

    /** A log under this key from the next place on; the present one where it has this key already. */
    public static LogRow begin(Tx tx, VerifierKey key, Instant now) {
        // As the sequencer: no place is given meanwhile.
        tx.sql("SELECT pg_advisory_xact_lock(4664, 1)").run();
        Optional<LogRow> before = last(tx);
        if (before.map(LogRow::key).filter(key::equals).isPresent()) {
            return before.get();
        }
        long next = tx.sql("SELECT coalesce(max(position) + 1, 0) FROM trust.sequence")
                .one((rs, n) -> rs.getLong(1));
        tx.sql("""
                INSERT INTO trust.log (number, origin, vkey, first_position, begun_at, reason, before_size)
                VALUES (:number, :origin, :vkey, :first, :now, :reason, :before)
                """)
                .with("number", before.map(LogRow::number).orElse(0) + 1)
                .with("origin", key.name())
                .with("vkey", key.toString())
                .with("first", next)
                .with("now", now)
                .with("reason", before.isPresent() ? "restored" : "first")
                .with("before", before.map(log -> next - log.firstPosition()).orElse(null))
                .update();
        return last(tx).orElseThrow();
    }

    /** How many entries it has in the database. */
    public long size(Tx tx) {
        return tx.sql("""
                SELECT coalesce((SELECT position FROM trust.sequence WHERE log = :log ORDER BY position DESC LIMIT 1) + 1
                                - :first, 0)
                """).with("log", number).with("first", firstPosition).one((rs, n) -> rs.getLong(1));
    }

    /** The bytes of its entries from an index on, so many at most. */
    public List<byte[]> entries(Tx tx, long from, int most) {
        // Between two places, for where many more follow, a LIMIT alone had all of them read and sorted.
        return tx.sql("""
                SELECT leaf FROM trust.sequence WHERE position >= :from AND position < :to AND log = :log ORDER BY position
                """)
                .with("from", firstPosition + from)
                .with("to", firstPosition + from + most)
                .with("log", number)
                .list((rs, n) -> rs.getBytes(1));
    }
}
