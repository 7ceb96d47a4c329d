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
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.DueClock;
import org.fourfold.node.protection.FileClocks;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.ToldFact;
import org.fourfold.node.trust.FileKey;

/** Statements over facts and what was reckoned from them. */
final class ClockRows {

    /** More clocks than the facts of a file ever start. */
    private static final int CLOCKS_MAX = 2_000;

    private ClockRows() {}

    /** A clock in clear: when it ends, and from when it is on whose desk. */
    record Row(
            Instant ends,
            Optional<Instant> stopped,
            Optional<Instant> ownerFrom,
            Optional<Instant> lawyerFrom,
            Optional<Instant> supervisorFrom,
            String packs) {}

    /** Facts of one file are told one after the other, so that what is reckoned last has seen them all. */
    static void hold(Tx tx, CaseFileId file) {
        tx.sql("SELECT pg_advisory_xact_lock(4671, hashtext(:file))")
                .with("file", file.toString())
                .run();
    }

    /** Each in its latest revision. */
    static List<ToldFact> facts(Tx tx, FileKey key) {
        return tx.sql("""
                SELECT DISTINCT ON (id) id, revision, field_group, ciphertext FROM protection.legal_fact
                WHERE file = :file ORDER BY id, revision DESC LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("rows", LegalClocks.FACTS_MAX)
                .list((rs, n) -> FactDocuments.open(
                        key,
                        FieldGroup.valueOf(rs.getString("field_group")),
                        rs.getObject("id", UUID.class),
                        rs.getInt("revision"),
                        Ciphertext.of(rs.getBytes("ciphertext"))));
    }

    static void tell(Tx tx, CaseFile file, FileKey key, ToldFact told) {
        tx.sql("""
                INSERT INTO protection.legal_fact (id, revision, file, owner, field_group, ciphertext)
                VALUES (:id, :revision, :file, :owner, :group, :sealed)
                """)
                .with("id", told.fact().id())
                .with("revision", told.revision())
                .with("file", file.id().value())
                .with("owner", file.owner().value())
                .with("group", told.fact().kind().group())
                .with("sealed", FactDocuments.seal(key, told).bytes())
                .update();
    }

    static List<Row> rows(Tx tx, CaseFileId file, FieldGroup group) {
        return tx.sql("""
                SELECT ends_at, stopped_at, owner_from, lawyer_from, supervisor_from, packs
                FROM protection.clock WHERE file = :file AND field_group = :group LIMIT :rows
                """)
                .with("file", file.value())
                .with("group", group)
                .with("rows", CLOCKS_MAX)
                .list((rs, n) -> new Row(
                        FileRows.instant(rs, "ends_at"),
                        moment(rs, "stopped_at"),
                        moment(rs, "owner_from"),
                        moment(rs, "lawyer_from"),
                        moment(rs, "supervisor_from"),
                        rs.getString("packs")));
    }

    static void drop(Tx tx, CaseFileId file, FieldGroup group) {
        tx.sql("DELETE FROM protection.clock WHERE file = :file AND field_group = :group")
                .with("file", file.value())
                .with("group", group)
                .update();
    }

    static void set(Tx tx, UUID id, CaseFile file, FieldGroup group, Row row) {
        tx.sql("""
                INSERT INTO protection.clock (id, file, owner, field_group, ends_at, stopped_at, owner_from, lawyer_from,
                                              supervisor_from, packs)
                VALUES (:id, :file, :owner, :group, :ends, CAST(:stopped AS timestamptz),
                        CAST(:ownerFrom AS timestamptz), CAST(:lawyerFrom AS timestamptz),
                        CAST(:supervisorFrom AS timestamptz), :packs)
                """)
                .with("id", id)
                .with("file", file.id().value())
                .with("owner", file.owner().value())
                .with("group", group)
                .with("ends", row.ends())
                .with("stopped", row.stopped().orElse(null))
                .with("ownerFrom", row.ownerFrom().orElse(null))
                .with("lawyerFrom", row.lawyerFrom().orElse(null))
                .with("supervisorFrom", row.supervisorFrom().orElse(null))
                .with("packs", row.packs())
                .update();
    }

    /** What is known to be there and no more. */
    static List<FileClocks.Hidden> hidden(Tx tx, CaseFileId file, FieldGroup group) {
        return tx.sql("""
                SELECT ends_at, stopped_at FROM protection.clock
                WHERE file = :file AND field_group = :group ORDER BY ends_at LIMIT :rows
                """)
                .with("file", file.value())
                .with("group", group)
                .with("rows", CLOCKS_MAX)
                .list((rs, n) -> new FileClocks.Hidden(FileRows.instant(rs, "ends_at"), moment(rs, "stopped_at")));
    }

    /** On the desk of the owner, in open files. */
    static List<DueClock> ofOwner(Tx tx, MemberId me, Instant now, String packs) {
        return tx.sql("""
                SELECT c.file, f.number, c.field_group, c.ends_at, c.packs <> :packs AS stale
                FROM protection.clock c JOIN protection.case_file f ON f.id = c.file
                WHERE c.owner = :me AND c.stopped_at IS NULL AND (c.owner_from <= :now OR c.packs <> :packs)
                  AND f.state = 'OPEN'
                ORDER BY c.ends_at, c.id LIMIT :rows
                """)
                .with("me", me.value())
                .with("now", now)
                .with("packs", packs)
                .with("rows", LegalClocks.DUE_MAX)
                .list(ClockRows::due);
    }

    /** On the desk of who was named for a file. */
    static List<DueClock> ofLawyer(Tx tx, MemberId me, Instant now, String packs) {
        return tx.sql("""
                SELECT c.file, f.number, c.field_group, c.ends_at, c.packs <> :packs AS stale
                FROM protection.file_lawyer l JOIN protection.clock c ON c.file = l.file
                     JOIN protection.case_file f ON f.id = c.file
                WHERE l.lawyer = :me AND c.stopped_at IS NULL AND c.field_group = 'LEGAL'
                  AND (c.lawyer_from <= :now OR c.packs <> :packs) AND f.state = 'OPEN'
                ORDER BY c.ends_at, c.id LIMIT :rows
                """)
                .with("me", me.value())
                .with("now", now)
                .with("packs", packs)
                .with("rows", LegalClocks.DUE_MAX)
                .list(ClockRows::due);
    }

    /** On the desk of who supervises the owner. */
    static List<DueClock> ofSupervisor(Tx tx, MemberId me, Instant now, String packs) {
        return tx.sql("""
                SELECT c.file, f.number, c.field_group, c.ends_at, c.packs <> :packs AS stale
                FROM protection.clock c JOIN protection.case_file f ON f.id = c.file
                WHERE c.stopped_at IS NULL AND c.supervisor_from <= :now AND access.supervises(:me, c.owner)
                  AND f.state = 'OPEN'
                ORDER BY c.ends_at, c.id LIMIT :rows
                """)
                .with("me", me.value())
                .with("now", now)
                .with("packs", packs)
                .with("rows", LegalClocks.DUE_MAX)
                .list(ClockRows::due);
    }

    private static DueClock due(ResultSet rs, int n) throws SQLException {
        return new DueClock(
                new CaseFileId(rs.getObject("file", UUID.class)),
                new FileNumber(rs.getString("number")),
                rs.getString("field_group").equals(FieldGroup.LEGAL.name()),
                FileRows.instant(rs, "ends_at"),
                rs.getBoolean("stale"));
    }

    static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
