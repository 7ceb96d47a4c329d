package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Tx;

/** Statements over stays and absences. What row security hides is as if it were not there. */
final class StayRows {

    /** More than sleep in any house, and more than one file ever has. */
    static final int ROWS_MAX = 500;

    /** A stay with where it was still sealed. */
    record Stay(UUID id, CaseFileId file, Instant since, Optional<Instant> until, Ciphertext sealed) {}

    /** Somebody out, with everything about it still sealed. */
    record Out(UUID id, UUID stay, CaseFileId file, Ciphertext sealed) {}

    private StayRows() {}

    static List<Stay> running(Tx tx) {
        return tx.sql("""
                SELECT id, file, since, until, ciphertext FROM protection.stay
                WHERE until IS NULL ORDER BY since, id LIMIT :rows
                """).with("rows", ROWS_MAX).list(StayRows::stay);
    }

    static Optional<Stay> running(Tx tx, CaseFileId file) {
        return tx.sql("""
                SELECT id, file, since, until, ciphertext FROM protection.stay WHERE file = :file AND until IS NULL
                """).with("file", file.value()).optional(StayRows::stay);
    }

    /** The latest first. */
    static List<Stay> of(Tx tx, CaseFileId file) {
        return tx.sql("""
                SELECT id, file, since, until, ciphertext FROM protection.stay
                WHERE file = :file ORDER BY since DESC, id LIMIT :rows
                """).with("file", file.value()).with("rows", ROWS_MAX).list(StayRows::stay);
    }

    static void begin(Tx tx, Stay stay) {
        tx.sql("""
                INSERT INTO protection.stay (id, file, since, ciphertext) VALUES (:id, :file, :since, :sealed)
                """)
                .with("id", stay.id())
                .with("file", stay.file().value())
                .with("since", stay.since())
                .with("sealed", stay.sealed().bytes())
                .update();
    }

    static void move(Tx tx, UUID stay, Ciphertext sealed) {
        tx.sql("UPDATE protection.stay SET ciphertext = :sealed WHERE id = :id")
                .with("id", stay)
                .with("sealed", sealed.bytes())
                .update();
    }

    /** A clock that was set back ends no stay before it began. */
    static void end(Tx tx, UUID stay, Instant at) {
        tx.sql("UPDATE protection.stay SET until = greatest(since, CAST(:at AS timestamptz)) WHERE id = :id")
                .with("id", stay)
                .with("at", at)
                .update();
    }

    static List<Out> out(Tx tx) {
        return tx.sql("SELECT id, stay, file, ciphertext FROM protection.absence WHERE NOT over LIMIT :rows")
                .with("rows", ROWS_MAX)
                .list(StayRows::out);
    }

    static Optional<Out> out(Tx tx, UUID stay) {
        return tx.sql("SELECT id, stay, file, ciphertext FROM protection.absence WHERE stay = :stay AND NOT over")
                .with("stay", stay)
                .optional(StayRows::out);
    }

    static void goOut(Tx tx, Out out) {
        tx.sql("INSERT INTO protection.absence (id, stay, file, ciphertext) VALUES (:id, :stay, :file, :sealed)")
                .with("id", out.id())
                .with("stay", out.stay())
                .with("file", out.file().value())
                .with("sealed", out.sealed().bytes())
                .update();
    }

    static void over(Tx tx, UUID absence, Ciphertext sealed) {
        tx.sql("UPDATE protection.absence SET over = true, ciphertext = :sealed WHERE id = :id")
                .with("id", absence)
                .with("sealed", sealed.bytes())
                .update();
    }

    private static Stay stay(ResultSet rs, int number) throws SQLException {
        return new Stay(
                rs.getObject("id", UUID.class),
                new CaseFileId(rs.getObject("file", UUID.class)),
                FileRows.instant(rs, "since"),
                Optional.ofNullable(rs.getObject("until", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Ciphertext.of(rs.getBytes("ciphertext")));
    }

    private static Out out(ResultSet rs, int number) throws SQLException {
        return new Out(
                rs.getObject("id", UUID.class),
                rs.getObject("stay", UUID.class),
                new CaseFileId(rs.getObject("file", UUID.class)),
                Ciphertext.of(rs.getBytes("ciphertext")));
    }
}
