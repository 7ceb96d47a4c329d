package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.ConsentOverride;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.OverrideLine;
import org.fourfold.node.protection.OverrideLine.Task;
import org.fourfold.node.trust.FileKey;

/** Statements over overrides and what came of them. What row security hides is as if it were not there. */
final class OverrideRows {

    /** More than a file ever has; older ones are not shown. */
    private static final int ROWS_MAX = 100;

    /** What can come of one. Stored by name: never rename one. */
    enum Kind {
        GRANTED,
        DENIED,
        PERSON_TOLD
    }

    private OverrideRows() {}

    /** Nobody else answers this one until the transaction ends. */
    static void hold(Tx tx, UUID override) {
        tx.sql("SELECT pg_advisory_xact_lock(4667, hashtext(:override))")
                .with("override", override.toString())
                .run();
    }

    static void ask(Tx tx, UUID id, CaseFile file, MemberId member, Instant at, Instant until, Ciphertext sealed) {
        tx.sql("""
                INSERT INTO protection.consent_override (id, file, owner, member, asked_at, until, ciphertext)
                VALUES (:id, :file, :owner, :member, :at, :until, :sealed)
                """)
                .with("id", id)
                .with("file", file.id().value())
                .with("owner", file.owner().value())
                .with("member", member.value())
                .with("at", at)
                .with("until", until)
                .with("sealed", sealed.bytes())
                .update();
    }

    static void step(Tx tx, UUID override, MemberId asker, Kind kind, Instant at, MemberId member) {
        tx.sql("""
                INSERT INTO protection.override_step (override, asker, kind, at, member)
                VALUES (:override, :asker, :kind, :at, :member)
                """)
                .with("override", override)
                .with("asker", asker.value())
                .with("kind", kind)
                .with("at", at)
                .with("member", member.value())
                .update();
    }

    /** The latest first. */
    static List<ConsentOverride> ofFile(Tx tx, FileKey key) {
        return tx.sql("""
                SELECT o.id, o.member, o.asked_at, o.until, o.ciphertext,
                       a.kind AS answer, a.member AS answered_by, a.at AS answered_at, t.at AS told_at
                FROM protection.consent_override o
                LEFT JOIN protection.override_step a ON a.override = o.id AND a.kind IN ('GRANTED', 'DENIED')
                LEFT JOIN protection.override_step t ON t.override = o.id AND t.kind = 'PERSON_TOLD'
                WHERE o.file = :file ORDER BY o.asked_at DESC, o.id LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> override(rs, key));
    }

    private static ConsentOverride override(ResultSet rs, FileKey key) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        DemandDocuments.Wish wish = DemandDocuments.wish(key, id, Ciphertext.of(rs.getBytes("ciphertext")));
        Optional<String> answer = Optional.ofNullable(rs.getString("answer"));
        return new ConsentOverride(
                id,
                wish.recipient(),
                wish.kind(),
                wish.wish(),
                new MemberId(rs.getObject("member", UUID.class)),
                FileRows.instant(rs, "asked_at"),
                FileRows.instant(rs, "until"),
                answer.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ConsentOverride.Answer(
                                new MemberId(rs.getObject("answered_by", UUID.class)),
                                FileRows.instant(rs, "answered_at"),
                                answer.get().equals(Kind.GRANTED.name()))),
                Optional.ofNullable(rs.getObject("told_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** Those that were approved and of which the person was not told. */
    static Set<UUID> untold(Tx tx, CaseFileId file) {
        return Set.copyOf(tx.sql("""
                SELECT o.id FROM protection.consent_override o
                WHERE o.file = :file
                  AND EXISTS (SELECT FROM protection.override_step a WHERE a.override = o.id AND a.kind = 'GRANTED')
                  AND NOT EXISTS (SELECT FROM protection.override_step t
                                  WHERE t.override = o.id AND t.kind = 'PERSON_TOLD')
                LIMIT :rows
                """)
                .with("file", file.value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> rs.getObject("id", UUID.class)));
    }

    /** Those that wait for the actor, the oldest first. */
    static List<OverrideLine> waiting(Tx tx, Actor actor, Instant now, int rows) {
        return tx.sql("""
                SELECT o.file, f.number, a.kind IS NULL AS open,
                       o.member = :me AND o.until > :now AS usable
                FROM protection.consent_override o JOIN protection.case_file f ON f.id = o.file
                LEFT JOIN protection.override_step a ON a.override = o.id AND a.kind IN ('GRANTED', 'DENIED')
                WHERE (a.kind IS NULL AND o.member <> :me AND o.until > :now)
                   OR (a.kind = 'GRANTED' AND o.until > :now AND o.member = :me
                       AND NOT EXISTS (SELECT FROM protection.override_step t
                                       WHERE t.override = o.id AND t.kind = 'PERSON_TOLD'))
                   OR (a.kind = 'GRANTED' AND :tells
                       AND NOT EXISTS (SELECT FROM protection.override_step t
                                       WHERE t.override = o.id AND t.kind = 'PERSON_TOLD'))
                ORDER BY o.asked_at, o.id LIMIT :rows
                """)
                .with("me", actor.member().value())
                .with("now", now)
                .with("tells", actor.role() != Role.NIGHT_STAFF)
                .with("rows", rows)
                .list((rs, n) -> new OverrideLine(
                        new CaseFileId(rs.getObject("file", UUID.class)),
                        new FileNumber(rs.getString("number")),
                        rs.getBoolean("open") ? Task.ANSWER : rs.getBoolean("usable") ? Task.HAND_OVER : Task.TELL));
    }
}
