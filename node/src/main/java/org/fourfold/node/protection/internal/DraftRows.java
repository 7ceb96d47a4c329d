package org.fourfold.node.protection.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;

/** What was typed and not yet sent; each member's own. */
public final class DraftRows {

    /** A stored draft. */
    public record Stored(UUID id, Ciphertext text, Instant keptAt) {}

    private DraftRows() {}

    public static void beginOpening(Tx tx, UUID id, MemberId me, Ciphertext text, Instant now, Instant expires) {
        tx.sql("""
                INSERT INTO protection.draft (id, member, kind, ciphertext, kept_at, expires_at)
                VALUES (:id, :me, 'OPENING', :text, :now, :expires)
                """)
                .with("id", id)
                .with("me", me.value())
                .with("text", text.bytes())
                .with("now", now)
                .with("expires", expires)
                .update();
    }

    /** Puts newer answers into an opening that is there: one that was finished meanwhile never comes back. */
    public static void keepOpening(Tx tx, UUID id, Ciphertext text, Instant now, Instant expires) {
        tx.sql("""
                UPDATE protection.draft SET ciphertext = :text, kept_at = :now, expires_at = :expires
                WHERE id = :id AND kind = 'OPENING'
                """)
                .with("id", id)
                .with("text", text.bytes())
                .with("now", now)
                .with("expires", expires)
                .update();
    }

    /** What an opening holds, kept from others until the transaction ends. */
    public static Optional<Ciphertext> holdOpening(Tx tx, UUID id, Instant now) {
        return tx.sql("""
                SELECT ciphertext FROM protection.draft
                WHERE id = :id AND kind = 'OPENING' AND expires_at > :now FOR UPDATE
                """)
                .with("id", id)
                .with("now", now)
                .optional((row, n) -> Ciphertext.of(row.getBytes("ciphertext")));
    }

    /** Whether there was one. */
    @CanIgnoreReturnValue
    public static boolean dropOpening(Tx tx, UUID id) {
        return tx.sql("DELETE FROM protection.draft WHERE id = :id AND kind = 'OPENING'")
                        .with("id", id)
                        .update()
                == 1;
    }

    /** The member's openings that are not finished, the newest first. */
    public static List<Stored> openings(Tx tx, Instant now, int rows) {
        return tx.sql("""
                SELECT id, ciphertext, kept_at FROM protection.draft
                WHERE kind = 'OPENING' AND expires_at > :now ORDER BY kept_at DESC LIMIT :rows
                """).with("now", now).with("rows", rows).list((row, n) -> stored(row));
    }

    /** What of a file was begun. */
    enum OfFile {
        NOTE,
        CONVERSATION
    }

    static void keep(
            Tx tx,
            OfFile kind,
            UUID id,
            MemberId me,
            CaseFileId file,
            UUID item,
            Ciphertext text,
            Instant now,
            Instant expires) {
        tx.sql("""
                INSERT INTO protection.draft (id, member, kind, file, item, ciphertext, kept_at, expires_at)
                VALUES (:id, :me, :kind, :file, :item, :text, :now, :expires)
                ON CONFLICT (member, file, item) WHERE kind <> 'OPENING' DO UPDATE SET ciphertext = excluded.ciphertext,
                    kept_at = excluded.kept_at, expires_at = excluded.expires_at
                """)
                .with("id", id)
                .with("me", me.value())
                .with("kind", kind)
                .with("file", file.value())
                .with("item", item)
                .with("text", text.bytes())
                .with("now", now)
                .with("expires", expires)
                .update();
    }

    static List<Stored> ofFile(Tx tx, OfFile kind, CaseFileId file, Instant now, int rows) {
        return tx.sql("""
                SELECT id, ciphertext, kept_at FROM protection.draft
                WHERE kind = :kind AND file = :file AND expires_at > :now ORDER BY kept_at DESC LIMIT :rows
                """)
                .with("kind", kind)
                .with("file", file.value())
                .with("now", now)
                .with("rows", rows)
                .list((row, n) -> stored(row));
    }

    /** A file of which the member began a conversation. */
    record Begun(CaseFileId file, Instant kept) {}

    /** The member's own, the latest first. */
    static List<Begun> conversations(Tx tx, Instant now, int rows) {
        return tx.sql("""
                SELECT file, max(kept_at) AS kept FROM protection.draft
                WHERE kind = 'CONVERSATION' AND expires_at > :now GROUP BY file ORDER BY kept DESC, file LIMIT :rows
                """)
                .with("now", now)
                .with("rows", rows)
                .list((row, n) ->
                        new Begun(new CaseFileId(row.getObject("file", UUID.class)), FileRows.instant(row, "kept")));
    }

    /** The member's drafts of one item. */
    static void drop(Tx tx, OfFile kind, UUID item) {
        tx.sql("DELETE FROM protection.draft WHERE item = :item AND kind = :kind")
                .with("item", item)
                .with("kind", kind)
                .update();
    }

    /** The openings among what went. */
    public static List<UUID> dropExpired(Tx tx) {
        tx.sql("DELETE FROM protection.draft WHERE expires_at < statement_timestamp() AND kind <> 'OPENING'")
                .update();
        return tx.sql("""
                DELETE FROM protection.draft WHERE expires_at < statement_timestamp() AND kind = 'OPENING' RETURNING id
                """).list((row, n) -> row.getObject("id", UUID.class));
    }

    private static Stored stored(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                Ciphertext.of(row.getBytes("ciphertext")),
                FileRows.instant(row, "kept_at"));
    }
}
