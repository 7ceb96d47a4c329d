package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.FileNumber;

/** The rows of case files. What row security hides is as if it were not there. */
public final class FileRows {

    private FileRows() {}

    public static Optional<CaseFile> find(Tx tx, CaseFileId id) {
        return tx.sql("""
                SELECT id, number, owner, state, sealed, revision, opened_at, closed_at
                FROM protection.case_file WHERE id = :id
                """).with("id", id.value()).optional(FileRows::file);
    }

    /** The same, held until the transaction ends, for a change. Only those who may close a file may hold it. */
    public static Optional<CaseFile> hold(Tx tx, CaseFileId id) {
        return tx.sql("""
                SELECT id, number, owner, state, sealed, revision, opened_at, closed_at
                FROM protection.case_file WHERE id = :id FOR UPDATE
                """).with("id", id.value()).optional(FileRows::file);
    }

    public static Optional<CaseFile> byNumber(Tx tx, FileNumber number) {
        return tx.sql("""
                SELECT id, number, owner, state, sealed, revision, opened_at, closed_at
                FROM protection.case_file WHERE number = :number
                """).with("number", number.text()).optional(FileRows::file);
    }

    public static List<CaseFile> ofIds(Tx tx, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return tx.sql("""
                SELECT id, number, owner, state, sealed, revision, opened_at, closed_at
                FROM protection.case_file WHERE id IN (:ids)
                """).with("ids", ids).list(FileRows::file);
    }

    /** Newest first, those after the given place. */
    public static List<CaseFile> list(Tx tx, CaseState state, Instant before, UUID after, int rows) {
        return tx.sql("""
                SELECT id, number, owner, state, sealed, revision, opened_at, closed_at
                FROM protection.case_file
                WHERE state = :state AND (opened_at, id) < (:before, :after)
                ORDER BY opened_at DESC, id DESC LIMIT :rows
                """)
                .with("state", state)
                .with("before", before)
                .with("after", after)
                .with("rows", rows)
                .list(FileRows::file);
    }

    /** The member's own open files, sealed ones too, the newest first. */
    static List<CaseFile> own(Tx tx, MemberId me, int rows) {
        return tx.sql("""
                SELECT id, number, owner, state, sealed, revision, opened_at, closed_at
                FROM protection.case_file WHERE owner = :me AND state = 'OPEN'
                ORDER BY opened_at DESC, id DESC LIMIT :rows
                """).with("me", me.value()).with("rows", rows).list(FileRows::file);
    }

    /** The member's own files and, for a supervisor, those of the teams they supervise; oldest first, no sealed one. */
    static List<CaseFile> exportable(Tx tx, MemberId me, boolean supervisor, Instant after, UUID last, int rows) {
        return tx.sql("""
                SELECT id, number, owner, state, sealed, revision, opened_at, closed_at
                FROM protection.case_file
                WHERE NOT sealed AND (opened_at, id) > (:after, :last)
                  AND (owner = :me OR (:supervisor AND access.supervises(:me, owner)))
                ORDER BY opened_at, id LIMIT :rows
                """)
                .with("me", me.value())
                .with("supervisor", supervisor)
                .with("after", after)
                .with("last", last)
                .with("rows", rows)
                .list(FileRows::file);
    }

    /** Adds the file; false, with nothing added, where its number is taken. */
    public static boolean insert(Tx tx, CaseFile file, OrganisationId organisation) {
        int added = tx.sql("""
                INSERT INTO protection.case_file (id, number, organisation, owner, state, opened_at)
                VALUES (:id, :number, :organisation, :owner, 'OPEN', :at)
                ON CONFLICT (number) DO NOTHING
                """)
                .with("id", file.id().value())
                .with("number", file.number().text())
                .with("organisation", organisation.value())
                .with("owner", file.owner().value())
                .with("at", file.openedAt())
                .update();
        if (added == 0) {
            return false;
        }
        tx.sql("""
                INSERT INTO protection.presence (file, organisation, owner, sealed)
                VALUES (:id, :organisation, :owner, false)
                """)
                .with("id", file.id().value())
                .with("organisation", organisation.value())
                .with("owner", file.owner().value())
                .update();
        return true;
    }

    public static void state(Tx tx, CaseFile file, CaseState state, Instant at) {
        tx.sql("""
                UPDATE protection.case_file
                SET state = :state, revision = revision + 1,
                    closed_at = CASE WHEN :state = 'CLOSED' THEN CAST(:at AS timestamptz) END
                WHERE id = :id
                """)
                .with("state", state)
                .with("at", at)
                .with("id", file.id().value())
                .update();
    }

    public static void seal(Tx tx, CaseFile file, boolean sealed) {
        tx.sql("UPDATE protection.case_file SET sealed = :sealed, revision = revision + 1 WHERE id = :id")
                .with("sealed", sealed)
                .with("id", file.id().value())
                .update();
    }

    public static void delete(Tx tx, CaseFile file) {
        tx.sql("DELETE FROM protection.case_file WHERE id = :id")
                .with("id", file.id().value())
                .update();
    }

    /** How the member stands to a file of this owner, whatever their role: the decision looks at what fits it. */
    public static Set<Relation> relations(Tx tx, MemberId me, CaseFile file) {
        return tx.sql("""
                SELECT CAST(:me AS uuid) = :owner AS owns,
                       access.same_team(:me, :owner) AS team,
                       access.supervises(:me, :owner) AS supervises,
                       EXISTS (SELECT FROM protection.file_lawyer l WHERE l.file = :file AND l.lawyer = :me) AS lawyer,
                       EXISTS (SELECT FROM protection.break_glass b WHERE b.file = :file AND b.member = :me
                               AND b.until > statement_timestamp()) AS glass
                """)
                .with("me", me.value())
                .with("owner", file.owner().value())
                .with("file", file.id().value())
                .one((row, n) -> {
                    Set<Relation> relations = EnumSet.noneOf(Relation.class);
                    add(relations, row.getBoolean("owns"), Relation.OWNER);
                    add(relations, row.getBoolean("team"), Relation.TEAM);
                    add(relations, row.getBoolean("team"), Relation.NIGHT_COVER);
                    add(relations, row.getBoolean("supervises"), Relation.SUPERVISOR_OF_TEAM);
                    add(relations, row.getBoolean("lawyer"), Relation.LAWYER_OF_FILE);
                    add(relations, row.getBoolean("glass"), Relation.BREAK_GLASS);
                    return relations;
                });
    }

    /** The owner of a file that may be known of; empty for a sealed one. */
    public static Optional<MemberId> ownerKnown(Tx tx, CaseFileId id) {
        return tx.sql("SELECT owner FROM protection.presence WHERE file = :id AND NOT sealed")
                .with("id", id.value())
                .optional((row, n) -> new MemberId(row.getObject("owner", UUID.class)));
    }

    private static void add(Set<Relation> relations, boolean holds, Relation relation) {
        if (holds) {
            relations.add(relation);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static CaseFile file(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new CaseFile(
                new CaseFileId(row.getObject("id", UUID.class)),
                new FileNumber(row.getString("number")),
                new MemberId(row.getObject("owner", UUID.class)),
                CaseState.valueOf(row.getString("state")),
                row.getBoolean("sealed"),
                new Revision(row.getInt("revision")),
                instant(row, "opened_at"),
                Optional.ofNullable(closed).map(OffsetDateTime::toInstant));
    }
}
