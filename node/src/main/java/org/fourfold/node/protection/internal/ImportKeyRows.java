package org.fourfold.node.protection.internal;

import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Tx;

/** The keyed tokens by which a row that was imported is known again. */
final class ImportKeyRows {

    private ImportKeyRows() {}

    /** Whether a file that may be known of was made from the same row; a sealed one is not known of. */
    static boolean isKnown(Tx tx, byte[] token) {
        return tx.sql("SELECT EXISTS (SELECT FROM protection.import_key WHERE token = :token) AS known")
                .with("token", token)
                .one((row, n) -> row.getBoolean("known"));
    }

    static void insert(Tx tx, byte[] token, CaseFileId file) {
        tx.sql("INSERT INTO protection.import_key (token, file) VALUES (:token, :file)")
                .with("token", token)
                .with("file", file.value())
                .update();
    }
}
