package org.fourfold.node.protection.internal;

import java.util.List;
import java.util.UUID;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.ServiceGiven;
import org.fourfold.node.trust.FileKey;

/** Statements over services given. */
final class ServiceRows {

    /** Ten a week for eight years; one beyond it is refused. */
    static final int ROWS_MAX = 4_000;

    private ServiceRows() {}

    static List<ServiceGiven> of(Tx tx, FileKey key) {
        return tx.sql("""
                SELECT id, ciphertext FROM protection.service_given
                WHERE file = :file ORDER BY written_at DESC, id LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> DayDocuments.service(
                        key, rs.getObject("id", UUID.class), Ciphertext.of(rs.getBytes("ciphertext"))));
    }

    static void insert(Tx tx, FileKey key, ServiceGiven given) {
        tx.sql("""
                INSERT INTO protection.service_given (id, file, written_at, ciphertext)
                VALUES (:id, :file, :written, :sealed)
                """)
                .with("id", given.id())
                .with("file", key.file().value())
                .with("written", given.written())
                .with("sealed", DayDocuments.seal(key, given).bytes())
                .update();
    }

    static void change(Tx tx, FileKey key, ServiceGiven given) {
        tx.sql("UPDATE protection.service_given SET ciphertext = :sealed WHERE id = :id")
                .with("id", given.id())
                .with("sealed", DayDocuments.seal(key, given).bytes())
                .update();
    }
}
