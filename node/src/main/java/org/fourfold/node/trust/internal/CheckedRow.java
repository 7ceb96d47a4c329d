package org.fourfold.node.trust.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.ledger.entry.Pseudonym;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Tx;

/**
 * All that the database holds about one place of the record.
 *
 * @param salt empty once it was erased
 * @param event empty where it is gone, which never happens by itself
 */
record CheckedRow(
        long position,
        Ciphertext leaf,
        Optional<Ciphertext> salt,
        Optional<SequencedEvent> event,
        Meaning member,
        Meaning subject) {

    /**
     * What is known of a pseudonym.
     *
     * @param known whether it has a row at all
     * @param id empty where the row is sealed
     * @param proved the pseudonym that the id and its salt make
     */
    record Meaning(boolean known, Optional<UUID> id, Optional<Pseudonym> proved) {

        /** Whether what the entry names and whom the event names can be the same. */
        boolean means(Optional<Pseudonym> named, Optional<UUID> told) {
            if (named.isEmpty()) {
                return told.isEmpty();
            }
            if (!known) {
                // The row of what was erased went with it.
                return true;
            }
            return id.isEmpty() ? told.isEmpty() : id.equals(told) && proved.equals(named);
        }
    }

    /** Those from a position on, in their order. */
    static List<CheckedRow> list(Tx tx, long from, int count) {
        return tx.sql("""
                SELECT s.position, s.leaf, s.salt AS opening,
                       e.entry, e.recorded_at, e.module, e.type, e.member, e.role, e.purpose, e.organisation, e.subject,
                       e.field_groups, e.row_count, e.detail, e.sealed,
                       m.pseudonym IS NOT NULL AS member_known, m.id AS member_id, m.salt AS member_salt,
                       o.pseudonym IS NOT NULL AS subject_known, o.id AS subject_id, o.salt AS subject_salt
                FROM trust.sequence s
                LEFT JOIN trust.event e ON e.entry = s.entry
                LEFT JOIN trust.pseudonym m ON m.epoch = s.epoch AND m.pseudonym = s.actor AND m.kind = 'MEMBER'
                LEFT JOIN trust.pseudonym o ON o.epoch = s.epoch AND o.pseudonym = s.subject AND o.kind = 'SUBJECT'
                WHERE s.position >= :from AND s.position < :to AND s.leaf IS NOT NULL ORDER BY s.position
                """).with("from", from).with("to", from + count).list((rs, n) -> row(rs));
    }

    private static CheckedRow row(ResultSet rs) throws SQLException {
        boolean there = rs.getString("type") != null;
        return new CheckedRow(
                rs.getLong("position"),
                Ciphertext.of(rs.getBytes("leaf")),
                Optional.ofNullable(rs.getBytes("opening")).map(Ciphertext::of),
                there ? Optional.of(SequencedEvent.row(rs)) : Optional.empty(),
                meaning(
                        rs.getBoolean("member_known"),
                        Optional.ofNullable(rs.getObject("member_id", UUID.class)),
                        Optional.ofNullable(rs.getBytes("member_salt"))),
                meaning(
                        rs.getBoolean("subject_known"),
                        Optional.ofNullable(rs.getObject("subject_id", UUID.class)),
                        Optional.ofNullable(rs.getBytes("subject_salt"))));
    }

    private static Meaning meaning(boolean known, Optional<UUID> id, Optional<byte[]> salt) {
        Optional<Pseudonym> proved = id.flatMap(one -> salt.map(bytes -> Pseudonym.of(Pseudonyms.bytes(one), bytes)));
        return new Meaning(known, id, proved);
    }
}
