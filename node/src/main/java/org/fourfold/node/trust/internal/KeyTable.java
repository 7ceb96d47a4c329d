package org.fourfold.node.trust.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Tx;

/** The tables of epochs and wrapped file keys. Rows come and go through the granted functions; here they are read and re-wrapped. */
public final class KeyTable {

    /** How many keys are wrapped anew before the next are read: bounds the memory. */
    private static final int BATCH = 1_000;

    /** One row: opens only with its epoch's key. */
    public record WrappedKey(CaseFileId file, UUID keyId, int epoch, Ciphertext wrapped) {}

    private final Database trust;

    public KeyTable(Database trust) {
        this.trust = trust;
    }

    public void begin(int epoch, Instant started) {
        trust.asNode(tx -> begin(tx, epoch, started));
    }

    /** The last epoch that was begun here; 0 when none was. */
    public int lastEpoch() {
        return trust.asNode(
                tx -> tx.sql("SELECT coalesce(max(number), 0) FROM trust.epoch").one((rs, n) -> rs.getInt(1)));
    }

    public boolean hasKeysBefore(int epoch) {
        return trust.asNode(tx -> tx.sql("SELECT EXISTS (SELECT 1 FROM trust.file_key WHERE epoch < :epoch)")
                .with("epoch", epoch)
                .one((rs, n) -> rs.getBoolean(1)));
    }

    public List<WrappedKey> find(Collection<CaseFileId> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        UUID[] ids = files.stream().map(CaseFileId::value).toArray(UUID[]::new);
        return trust.asNode(tx -> tx.sql(
                        "SELECT case_file, key_id, epoch, wrapped FROM trust.file_key WHERE case_file = ANY (:files)")
                .with("files", ids)
                .list(KeyTable::row));
    }

    /**
     * Begins an epoch and wraps every key under it, in one transaction that waits for every transaction that is keeping a
     * key and holds off new ones.
     */
    public void rewrap(int epoch, Instant started, UnaryOperator<WrappedKey> anew) {
        trust.asNode(tx -> {
            tx.sql("SELECT pg_advisory_xact_lock(4664, 2)").run();
            begin(tx, epoch, started);
            List<WrappedKey> old = before(tx, epoch);
            while (!old.isEmpty()) {
                old.forEach(key -> replace(tx, anew.apply(key)));
                old = before(tx, epoch);
            }
            return true;
        });
    }

    private static boolean begin(Tx tx, int epoch, Instant started) {
        return tx.sql("INSERT INTO trust.epoch (number, started_at) VALUES (:number, :started) ON CONFLICT DO NOTHING")
                        .with("number", epoch)
                        .with("started", started)
                        .update()
                == 1;
    }

    private static List<WrappedKey> before(Tx tx, int epoch) {
        return tx.sql("SELECT case_file, key_id, epoch, wrapped FROM trust.file_key WHERE epoch < :epoch LIMIT :batch")
                .with("epoch", epoch)
                .with("batch", BATCH)
                .list(KeyTable::row);
    }

    private static void replace(Tx tx, WrappedKey key) {
        tx.sql("UPDATE trust.file_key SET epoch = :epoch, wrapped = :wrapped WHERE case_file = :file AND key_id = :key")
                .with("epoch", key.epoch())
                .with("wrapped", key.wrapped().bytes())
                .with("file", key.file().value())
                .with("key", key.keyId())
                .update();
    }

    private static WrappedKey row(ResultSet rs, int number) throws SQLException {
        return new WrappedKey(
                new CaseFileId(rs.getObject("case_file", UUID.class)),
                rs.getObject("key_id", UUID.class),
                rs.getInt("epoch"),
                Ciphertext.of(rs.getBytes("wrapped")));
    }
}
