package org.fourfold.node.trust.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.SealReason;
import org.fourfold.node.trust.SealRequest;

/** Statements over {@code trust.seal_request}. Who may call them is the façade's question. */
public final class SealRows {

    /** The most that are shown at once. */
    private static final int ROWS_MAX = 200;

    private SealRows() {}

    /** A request as it is kept; {@code pseudonym} of whom it is about, 16 bytes. */
    public record Row(
            UUID id,
            UUID subject,
            int epoch,
            Ciphertext pseudonym,
            Role role,
            Instant from,
            Instant to,
            SealReason reason,
            MemberId askedBy,
            Instant askedAt,
            Optional<MemberId> answeredBy,
            Optional<Instant> answeredAt,
            boolean isOpened) {

        /** With who it was, where that may be told. */
        public SealRequest request(Optional<MemberId> who) {
            Optional<SealRequest.Answer> answer =
                    answeredBy.flatMap(by -> answeredAt.map(at -> new SealRequest.Answer(by, at, isOpened, who)));
            return new SealRequest(id, subject, epoch, role, from, to, reason, askedBy, askedAt, answer);
        }
    }

    /** Keeps a request about whoever made the entry; false where that entry is no sealed one of the subject. */
    public static boolean ask(Tx tx, UUID id, UUID subject, long entry, SealReason reason, MemberId by, Instant at) {
        boolean sealed =
                tx.sql("""
                SELECT EXISTS (SELECT 1 FROM trust.event WHERE entry = :entry AND subject = :subject
                               AND member IS NULL AND role IS NOT NULL)
                """).with("entry", entry).with("subject", subject).one((rs, n) -> rs.getBoolean(1));
        if (sealed) {
            tx.sql("""
                    INSERT INTO trust.seal_request (id, subject, epoch, pseudonym, role, reason, asked_by, asked_at)
                    SELECT :id, e.subject, s.epoch, s.actor, e.role, :reason, :by, :at
                    FROM trust.event e JOIN trust.sequence s ON s.entry = e.entry
                    WHERE e.entry = :entry AND s.actor IS NOT NULL
                    ON CONFLICT (subject, epoch, pseudonym) WHERE answered_by IS NULL DO NOTHING
                    """)
                    .with("id", id)
                    .with("reason", reason)
                    .with("by", by.value())
                    .with("at", at)
                    .with("entry", entry)
                    .update();
        }
        return sealed;
    }

    /** Those that wait, and those that were opened since. */
    public static List<Row> current(Tx tx, Instant since) {
        return tx.sql("""
                SELECT r.id, r.subject, r.epoch, r.pseudonym, r.role, r.reason, r.asked_by, r.asked_at, r.answered_by,
                       r.answered_at, coalesce(r.opened, false) AS opened, span.first_at, span.last_at
                FROM trust.seal_request r, LATERAL (
                    SELECT min(e.recorded_at) AS first_at, max(e.recorded_at) AS last_at
                    FROM trust.event e JOIN trust.sequence s ON s.entry = e.entry
                    WHERE e.subject = r.subject AND s.epoch = r.epoch AND s.actor = r.pseudonym) span
                WHERE r.answered_by IS NULL OR r.opened AND r.answered_at > :since
                ORDER BY r.asked_at DESC, r.id LIMIT :rows
                """).with("since", since).with("rows", ROWS_MAX).list((rs, n) -> row(rs));
    }

    /** The same of one subject. */
    public static List<Row> of(Tx tx, UUID subject, Instant since) {
        return tx.sql("""
                SELECT r.id, r.subject, r.epoch, r.pseudonym, r.role, r.reason, r.asked_by, r.asked_at, r.answered_by,
                       r.answered_at, coalesce(r.opened, false) AS opened, r.asked_at AS first_at, r.asked_at AS last_at
                FROM trust.seal_request r
                WHERE r.subject = :subject AND (r.answered_by IS NULL OR r.opened AND r.answered_at > :since)
                LIMIT :rows
                """)
                .with("subject", subject)
                .with("since", since)
                .with("rows", ROWS_MAX)
                .list((rs, n) -> row(rs));
    }

    /** One, held until the end of the transaction. */
    public static Optional<Row> hold(Tx tx, UUID id) {
        return tx.sql("""
                SELECT r.id, r.subject, r.epoch, r.pseudonym, r.role, r.reason, r.asked_by, r.asked_at, r.answered_by,
                       r.answered_at, coalesce(r.opened, false) AS opened, r.asked_at AS first_at, r.asked_at AS last_at
                FROM trust.seal_request r WHERE r.id = :id FOR UPDATE
                """).with("id", id).optional((rs, n) -> row(rs));
    }

    public static int waiting(Tx tx, MemberId notBy) {
        return tx.sql("SELECT count(*) FROM trust.seal_request WHERE answered_by IS NULL AND asked_by <> :me")
                .with("me", notBy.value())
                .one((rs, n) -> rs.getInt(1));
    }

    public static void answer(Tx tx, UUID id, MemberId by, Instant at, boolean open) {
        tx.sql("""
                UPDATE trust.seal_request SET answered_by = :by, answered_at = :at, opened = :open WHERE id = :id
                """)
                .with("by", by.value())
                .with("at", at)
                .with("open", open)
                .with("id", id)
                .update();
    }

    /** The entries that a request is about. */
    public static List<Long> entries(Tx tx, Row row) {
        return tx.sql("""
                SELECT e.entry FROM trust.event e JOIN trust.sequence s ON s.entry = e.entry
                WHERE e.subject = :subject AND s.epoch = :epoch AND s.actor = :pseudonym
                """)
                .with("subject", row.subject())
                .with("epoch", row.epoch())
                .with("pseudonym", row.pseudonym().bytes())
                .list((rs, n) -> rs.getLong(1));
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getObject("id", UUID.class),
                rs.getObject("subject", UUID.class),
                rs.getInt("epoch"),
                Ciphertext.of(rs.getBytes("pseudonym")),
                Role.valueOf(rs.getString("role")),
                moment(rs, "first_at").orElse(Instant.EPOCH),
                moment(rs, "last_at").orElse(Instant.EPOCH),
                SealReason.valueOf(rs.getString("reason")),
                new MemberId(rs.getObject("asked_by", UUID.class)),
                moment(rs, "asked_at").orElseThrow(),
                Optional.ofNullable(rs.getObject("answered_by", UUID.class)).map(MemberId::new),
                moment(rs, "answered_at"),
                rs.getBoolean("opened"));
    }

    private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
