package org.fourfold.node.trust.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Ciphertext;

/** An event as the table keeps it, on its way to its place in the log. */
public record SequencedEvent(
        long entry,
        Instant recordedAt,
        String module,
        String type,
        Optional<UUID> member,
        Optional<String> role,
        Optional<String> purpose,
        Optional<UUID> organisation,
        Optional<UUID> subject,
        String groups,
        long count,
        String detail,
        Optional<Ciphertext> sealed) {

    /** Of a row with all columns of {@code trust.event}. */
    public static SequencedEvent row(ResultSet rs) throws SQLException {
        return new SequencedEvent(
                rs.getLong("entry"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getString("module"),
                rs.getString("type"),
                Optional.ofNullable(rs.getObject("member", UUID.class)),
                Optional.ofNullable(rs.getString("role")),
                Optional.ofNullable(rs.getString("purpose")),
                Optional.ofNullable(rs.getObject("organisation", UUID.class)),
                Optional.ofNullable(rs.getObject("subject", UUID.class)),
                rs.getString("field_groups"),
                rs.getLong("row_count"),
                rs.getString("detail"),
                Optional.ofNullable(rs.getBytes("sealed")).map(Ciphertext::of));
    }
}
