package org.fourfold.node.protection.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.PlanApproval;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.protection.StoreItem;
import org.fourfold.node.trust.FileKey;

/** Statements over plans, approvals and the store. */
final class PlanRows {

    /** More than a file ever has; one beyond it is refused a new one. */
    static final int ROWS_MAX = 500;

    private PlanRows() {}

    /** Those that the reader may see. */
    static List<PlanEntry> entries(Tx tx, FileKey key) {
        return tx.sql("""
                SELECT id, field_group, ciphertext FROM protection.plan_entry
                WHERE file = :file ORDER BY changed_at, id LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> DayDocuments.plan(
                        key,
                        FieldGroup.valueOf(rs.getString("field_group")),
                        rs.getObject("id", UUID.class),
                        Ciphertext.of(rs.getBytes("ciphertext"))));
    }

    static void insert(Tx tx, FileKey key, PlanEntry entry) {
        tx.sql("""
                INSERT INTO protection.plan_entry (id, file, field_group, changed_at, ciphertext)
                VALUES (:id, :file, :group, :changed, :sealed)
                """)
                .with("id", entry.id())
                .with("file", key.file().value())
                .with("group", entry.kind().group())
                .with("changed", entry.changed())
                .with("sealed", DayDocuments.seal(key, entry).bytes())
                .update();
    }

    static void change(Tx tx, FileKey key, PlanEntry entry) {
        tx.sql("UPDATE protection.plan_entry SET changed_at = :changed, ciphertext = :sealed WHERE id = :id")
                .with("id", entry.id())
                .with("changed", entry.changed())
                .with("sealed", DayDocuments.seal(key, entry).bytes())
                .update();
    }

    static Optional<PlanApproval> approved(Tx tx, CaseFileId file) {
        return tx.sql("""
                SELECT supervisor, at FROM protection.plan_approval WHERE file = :file ORDER BY at DESC, id LIMIT 1
                """)
                .with("file", file.value())
                .optional((rs, n) -> new PlanApproval(
                        new MemberId(rs.getObject("supervisor", UUID.class)), FileRows.instant(rs, "at")));
    }

    /** An entry with its words still sealed. */
    record Changed(CaseFileId file, UUID id, FieldGroup group, Ciphertext sealed) {}

    /** What changed in open files of those whom the member supervises since their plans were last approved, the latest first. */
    static List<Changed> changed(Tx tx, MemberId supervisor) {
        return tx.sql("""
                SELECT p.file, p.id, p.field_group, p.ciphertext
                FROM protection.plan_entry p JOIN protection.case_file f ON f.id = p.file
                WHERE f.state = 'OPEN' AND f.owner <> :me AND access.supervises(:me, f.owner)
                  AND p.changed_at > coalesce((SELECT max(a.at) FROM protection.plan_approval a WHERE a.file = p.file),
                                              '-infinity')
                ORDER BY p.changed_at DESC, p.id LIMIT :rows
                """)
                .with("me", supervisor.value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> new Changed(
                        new CaseFileId(rs.getObject("file", UUID.class)),
                        rs.getObject("id", UUID.class),
                        FieldGroup.valueOf(rs.getString("field_group")),
                        Ciphertext.of(rs.getBytes("ciphertext"))));
    }

    static void approve(Tx tx, UUID id, CaseFileId file, PlanApproval approval) {
        tx.sql("""
                INSERT INTO protection.plan_approval (id, file, supervisor, at) VALUES (:id, :file, :supervisor, :at)
                """)
                .with("id", id)
                .with("file", file.value())
                .with("supervisor", approval.supervisor().value())
                .with("at", approval.at())
                .update();
    }

    static List<StoreItem> store(Tx tx) {
        return tx.sql("SELECT id, name, stock FROM protection.store_item ORDER BY name, id LIMIT :rows")
                .with("rows", StoreItem.ITEMS_MAX)
                .list((rs, n) ->
                        new StoreItem(rs.getObject("id", UUID.class), rs.getString("name"), rs.getInt("stock")));
    }

    /** False where one of that name is there. */
    static boolean addItem(Tx tx, OrganisationId organisation, StoreItem item) {
        return tx.sql("""
                        INSERT INTO protection.store_item (id, organisation, name, stock)
                        VALUES (:id, :organisation, :name, :stock) ON CONFLICT (organisation, name) DO NOTHING
                        """)
                        .with("id", item.id())
                        .with("organisation", organisation.value())
                        .with("name", item.name())
                        .with("stock", item.stock())
                        .update()
                == 1;
    }

    static boolean counted(Tx tx, UUID item, int stock) {
        return tx.sql("UPDATE protection.store_item SET stock = :stock WHERE id = :id")
                        .with("id", item)
                        .with("stock", stock)
                        .update()
                == 1;
    }

    /** False where there are not so many. */
    static boolean take(Tx tx, UUID item, int quantity) {
        return tx.sql("UPDATE protection.store_item SET stock = stock - :n WHERE id = :id AND stock >= :n")
                        .with("id", item)
                        .with("n", quantity)
                        .update()
                == 1;
    }
}
