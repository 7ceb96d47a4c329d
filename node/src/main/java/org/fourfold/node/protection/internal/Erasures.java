package org.fourfold.node.protection.internal;

import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.ErasureReceipt;
import org.fourfold.node.protection.FileNumber;

/** The receipts of erased files. */
final class Erasures {

    private Erasures() {}

    static void insert(Tx tx, ErasureReceipt receipt, MemberId owner, OrganisationId organisation) {
        tx.sql("""
                INSERT INTO protection.erasure
                    (file, number, organisation, owner, erased_by, erased_at, texts, tokens, backups_until)
                VALUES (:file, :number, :organisation, :owner, :by, :at, :texts, :tokens, :until)
                """)
                .with("file", receipt.file().value())
                .with("number", receipt.number().text())
                .with("organisation", organisation.value())
                .with("owner", owner.value())
                .with("by", receipt.erasedBy().value())
                .with("at", receipt.erasedAt())
                .with("texts", receipt.texts())
                .with("tokens", receipt.tokens())
                .with("until", receipt.backupsUntil())
                .update();
    }

    static Optional<ErasureReceipt> find(Tx tx, CaseFileId id) {
        return tx.sql("""
                SELECT number, erased_by, erased_at, texts, tokens, backups_until
                FROM protection.erasure WHERE file = :file
                """)
                .with("file", id.value())
                .optional((row, n) -> new ErasureReceipt(
                        id,
                        new FileNumber(row.getString("number")),
                        new MemberId(row.getObject("erased_by", UUID.class)),
                        FileRows.instant(row, "erased_at"),
                        row.getInt("texts"),
                        row.getInt("tokens"),
                        FileRows.instant(row, "backups_until")));
    }
}
