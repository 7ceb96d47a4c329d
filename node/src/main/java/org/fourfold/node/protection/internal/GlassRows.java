package org.fourfold.node.protection.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.BrokenGlass;
import org.fourfold.node.protection.CaseFile;

/** Relations that are written down: the file's lawyer, and emergency openings. */
final class GlassRows {

    /** An emergency opening with its reason still sealed. */
    record Stored(UUID id, CaseFileId file, MemberId owner, MemberId member, Instant openedAt, Ciphertext reason) {

        BrokenGlass opened(byte[] plain) {
            return new BrokenGlass(id, file, owner, member, openedAt, new String(plain, StandardCharsets.UTF_8));
        }
    }

    private GlassRows() {}

    static void nameLawyer(Tx tx, CaseFile file, MemberId lawyer) {
        tx.sql("""
                INSERT INTO protection.file_lawyer (file, owner, lawyer) VALUES (:file, :owner, :lawyer)
                ON CONFLICT DO NOTHING
                """)
                .with("file", file.id().value())
                .with("owner", file.owner().value())
                .with("lawyer", lawyer.value())
                .update();
    }

    static void insert(
            Tx tx,
            UUID id,
            CaseFileId file,
            MemberId owner,
            MemberId member,
            Instant at,
            Instant until,
            Ciphertext reason) {
        tx.sql("""
                INSERT INTO protection.break_glass (id, file, owner, member, opened_at, until, reason)
                VALUES (:id, :file, :owner, :member, :at, :until, :reason)
                """)
                .with("id", id)
                .with("file", file.value())
                .with("owner", owner.value())
                .with("member", member.value())
                .with("at", at)
                .with("until", until)
                .with("reason", reason.bytes())
                .update();
    }

    static List<Stored> waiting(Tx tx, MemberId me, int rows) {
        return tx.sql("""
                SELECT id, file, owner, member, opened_at, reason FROM protection.break_glass
                WHERE reviewed_at IS NULL AND member <> :me ORDER BY opened_at LIMIT :rows
                """)
                .with("me", me.value())
                .with("rows", rows)
                .list((row, n) -> new Stored(
                        row.getObject("id", UUID.class),
                        new CaseFileId(row.getObject("file", UUID.class)),
                        new MemberId(row.getObject("owner", UUID.class)),
                        new MemberId(row.getObject("member", UUID.class)),
                        FileRows.instant(row, "opened_at"),
                        Ciphertext.of(row.getBytes("reason"))));
    }

    static int review(Tx tx, UUID glass, MemberId me, Instant at) {
        return tx.sql("""
                UPDATE protection.break_glass SET reviewed_by = :me, reviewed_at = :at
                WHERE id = :id AND reviewed_at IS NULL
                """)
                .with("me", me.value())
                .with("at", at)
                .with("id", glass)
                .update();
    }
}
