package org.fourfold.node.trust.internal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.fourfold.ledger.seal.Opening;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Tx;

/**
 * The entries of the log about one thing, by their index, each with what its commitment covers; nothing of it where its salt was
 * destroyed with what it was about.
 */
public final class SealedEntries {

    private record Row(long position, Optional<Ciphertext> salt, SequencedEvent event) {}

    private SealedEntries() {}

    /** Those from the log's first place on, up to a size. */
    public static SortedMap<Long, Optional<Opening>> of(Tx tx, UUID subject, long first, long size) {
        SortedMap<Long, Optional<Opening>> entries = new TreeMap<>();
        tx.sql("""
                SELECT s.position, s.salt, e.entry, e.recorded_at, e.module, e.type, e.member, e.role, e.purpose,
                       e.organisation, e.subject, e.field_groups, e.row_count, e.detail, e.sealed
                FROM trust.event e JOIN trust.sequence s USING (entry)
                WHERE e.subject = :subject AND s.position >= :first AND s.position < :end
                """)
                .with("subject", subject)
                .with("first", first)
                .with("end", first + size)
                .list((rs, n) -> new Row(
                        rs.getLong("position"),
                        Optional.ofNullable(rs.getBytes("salt")).map(Ciphertext::of),
                        SequencedEvent.row(rs)))
                .forEach(row -> entries.put(
                        row.position() - first,
                        row.salt().map(salt -> new Opening(EventBody.of(row.event()), salt.bytes()))));
        return entries;
    }

    /** Whether anything was ever recorded about it. */
    public static boolean isKnown(Tx tx, UUID subject) {
        return tx.sql("SELECT EXISTS (SELECT 1 FROM trust.event WHERE subject = :subject)")
                .with("subject", subject)
                .one((rs, n) -> rs.getBoolean(1));
    }

    /** Those that can be opened. */
    public static Map<Long, Opening> opened(SortedMap<Long, Optional<Opening>> entries) {
        Map<Long, Opening> opened = new TreeMap<>();
        entries.forEach((index, opening) -> opening.ifPresent(one -> opened.put(index, one)));
        return opened;
    }
}
