package org.fourfold.node.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The record's face: who has consulted a thing, and how the record stands. It decides nothing: a caller asks {@link
 * org.fourfold.node.frame.Decisions} first whether the actor may see who consulted.
 */
public final class Trust {

    private static final EventType RECORD_CONSULTED = new EventType("record.consulted");

    private record Row(long entry, Consultation consultation) {}

    private final Database database;

    public Trust(Database database) {
        this.database = database;
    }

    /**
     * Everything that was done with a subject, newest first, a page at a time. That somebody asked is an event of the
     * same subject.
     *
     * @param after the key of the page before, from {@link Slice#next}
     */
    public Slice<Consultation> consultations(Actor actor, UUID subject, Optional<String> after) {
        long before = after.map(Trust::entry).orElse(Long.MAX_VALUE);
        return database.read(actor, tx -> {
            List<Row> rows = tx.sql("""
                    SELECT entry, recorded_at, member, role, purpose, type, field_groups
                    FROM trust.event WHERE subject = :subject AND entry < :before
                    ORDER BY entry DESC LIMIT :limit
                    """)
                    .with("subject", subject)
                    .with("before", before)
                    .with("limit", Slice.ROWS_MAX + 1)
                    .list((rs, n) -> new Row(rs.getLong("entry"), consultation(rs)));
            tx.record(Event.of(RECORD_CONSULTED).about(subject).count(Math.min(rows.size(), Slice.ROWS_MAX)));
            Slice<Row> page = Slice.of(rows, Slice.ROWS_MAX, row -> Long.toString(row.entry()));
            return new Slice<>(page.rows().stream().map(Row::consultation).toList(), page.next());
        });
    }

    /** How the record stands. Holds no one's data, so nobody acts and nothing is recorded. */
    public RecordStatus status() {
        return database.asNode(tx -> tx.sql("""
                SELECT (SELECT count(*) FROM trust.pending) AS pending,
                       (SELECT max(position) FROM trust.sequence) AS position,
                       (SELECT recorded_at FROM trust.event ORDER BY entry LIMIT 1) AS first_at,
                       (SELECT recorded_at FROM trust.event ORDER BY entry DESC LIMIT 1) AS last_at,
                       current_setting('server_version') AS server
                """).one((rs, n) -> {
            long position = rs.getLong("position");
            OptionalLong last = rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
            return new RecordStatus(
                    rs.getLong("pending"), last, moment(rs, "first_at"), moment(rs, "last_at"), rs.getString("server"));
        }));
    }

    private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Consultation consultation(ResultSet rs) throws SQLException {
        return new Consultation(
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rs.getObject("member", UUID.class)).map(MemberId::new),
                Optional.ofNullable(rs.getString("role")).map(Role::valueOf),
                Optional.ofNullable(rs.getString("purpose")).map(Purpose::valueOf),
                new EventType(rs.getString("type")),
                groups(rs.getString("field_groups")));
    }

    private static Set<FieldGroup> groups(@Nullable String names) {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        if (names != null && !names.isEmpty()) {
            Arrays.stream(names.split(",", -1)).map(FieldGroup::valueOf).forEach(groups::add);
        }
        return groups;
    }

    private static long entry(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a key of a page", e);
        }
    }
}
