package org.fourfold.node.trust;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.ledger.entry.Commitment;
import org.fourfold.ledger.entry.Pseudonym;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;

/**
 * Who stands behind a pseudonym of the log, and for how long that can be told. A member's row is sealed 90 days after its
 * epoch ended, and the member's id goes from the events of that epoch: from then on only who has the keys can say who did
 * what. The row of what was erased is destroyed, with the salts of all its entries.
 */
public final class PseudonymTable {

    /** How long after the end of an epoch its members can be told without opening a seal. */
    public static final Duration OPEN = Duration.ofDays(90);

    private static final String BOX = "member pseudonyms";

    private final Database database;
    private final Keyring keyring;
    private final InstantSource clock;

    public PseudonymTable(Database trust, Keyring keyring, InstantSource clock) {
        this.database = trust;
        this.keyring = keyring;
        this.clock = clock;
    }

    private record Row(int epoch, Pseudonym pseudonym, UUID id, Ciphertext salt) {}

    /** Seals what is old enough; false while the node is locked. */
    boolean sealOld() {
        Box box;
        try {
            box = keyring.lastingBox(BOX);
        } catch (LockedException locked) {
            return false;
        }
        Instant before = clock.instant().minus(OPEN);
        database.asNode(tx -> seal(tx, box, before));
        return true;
    }

    private static int seal(Tx tx, Box box, Instant before) {
        List<Row> old = tx.sql("""
                SELECT p.epoch, p.pseudonym, p.id, p.salt FROM trust.pseudonym p
                JOIN trust.epoch next ON next.number = p.epoch + 1
                WHERE p.kind = 'MEMBER' AND p.id IS NOT NULL AND next.started_at < :before
                """).with("before", before).list((rs, n) -> row(rs));
        old.forEach(row -> seal(tx, box, row));
        return old.size();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getInt("epoch"),
                new Pseudonym(HexFormat.of().formatHex(rs.getBytes("pseudonym"))),
                rs.getObject("id", UUID.class),
                Ciphertext.of(rs.getBytes("salt")));
    }

    private static void seal(Tx tx, Box box, Row row) {
        byte[] pseudonym = HexFormat.of().parseHex(row.pseudonym().hex());
        tx.sql("""
                UPDATE trust.event e SET member = NULL FROM trust.sequence s
                WHERE s.entry = e.entry AND s.epoch = :epoch AND e.member = :member
                """).with("epoch", row.epoch()).with("member", row.id()).update();
        byte[] both = ByteBuffer.allocate(Pseudonym.ID_BYTES + Commitment.SALT_BYTES)
                .putLong(row.id().getMostSignificantBits())
                .putLong(row.id().getLeastSignificantBits())
                .put(row.salt().bytes())
                .array();
        tx.sql("""
                UPDATE trust.pseudonym SET id = NULL, salt = NULL, sealed = :sealed
                WHERE epoch = :epoch AND pseudonym = :pseudonym
                """)
                .with("sealed", box.seal(context(row.epoch(), pseudonym), both).bytes())
                .with("epoch", row.epoch())
                .with("pseudonym", pseudonym)
                .update();
    }

    /** Whom a member's pseudonym means, sealed or not; the caller has asked whether the actor may know. Needs the keys. */
    Optional<MemberId> member(Tx tx, Box box, int epoch, byte[] pseudonym) {
        record Found(Optional<UUID> id, Optional<Ciphertext> sealed) {}
        return tx.sql("""
                SELECT id, sealed FROM trust.pseudonym
                WHERE epoch = :epoch AND pseudonym = :pseudonym AND kind = 'MEMBER'
                """)
                .with("epoch", epoch)
                .with("pseudonym", pseudonym)
                .optional((rs, n) -> new Found(
                        Optional.ofNullable(rs.getObject("id", UUID.class)),
                        Optional.ofNullable(rs.getBytes("sealed")).map(Ciphertext::of)))
                .flatMap(found ->
                        found.id().or(() -> found.sealed().map(held -> id(box.open(context(epoch, pseudonym), held)))))
                .map(MemberId::new);
    }

    /** The box of sealed rows; throws LockedException while the node is locked. */
    Box box() {
        return keyring.lastingBox(BOX);
    }

    private static UUID id(byte[] both) {
        ByteBuffer bytes = ByteBuffer.wrap(both);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] context(int epoch, byte[] pseudonym) {
        return ByteBuffer.allocate(Integer.BYTES + pseudonym.length)
                .putInt(epoch)
                .put(pseudonym)
                .array();
    }

    /**
     * Forgets what was erased, once the last of its events has its place, so that the erasure itself bears the pseudonym
     * that went: sealed contents, the salts of its entries, its pseudonyms. Positions, leaves and proofs stay.
     */
    void forget() {
        boolean waits = database.asNode(
                tx -> tx.sql("SELECT EXISTS (SELECT 1 FROM trust.forgotten)").one((rs, n) -> rs.getBoolean(1)));
        if (waits) {
            database.asNode(PseudonymTable::forget);
        }
    }

    private static int forget(Tx tx) {
        UUID[] erased = tx.sql("""
                DELETE FROM trust.forgotten f WHERE NOT EXISTS (
                    SELECT 1 FROM trust.pending p JOIN trust.event e ON e.entry = p.entry WHERE e.subject = f.subject)
                RETURNING f.subject
                """).list((rs, n) -> rs.getObject(1, UUID.class)).toArray(UUID[]::new);
        tx.sql("""
                UPDATE trust.sequence s SET salt = NULL FROM trust.event e
                WHERE e.entry = s.entry AND e.subject = ANY (:erased)
                """).with("erased", erased).update();
        tx.sql("UPDATE trust.event SET sealed = NULL WHERE subject = ANY (:erased) AND sealed IS NOT NULL")
                .with("erased", erased)
                .update();
        return tx.sql("DELETE FROM trust.pseudonym WHERE kind = 'SUBJECT' AND id = ANY (:erased)")
                .with("erased", erased)
                .update();
    }
}
