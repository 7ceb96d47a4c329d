package org.fourfold.node.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
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

    private static final EventType WEEK_SHOWN = new EventType("record.week-shown");
    private static final EventType SHEET_MADE = new EventType("record.sheet-made");

    /** The most events that one sheet shows; a file of twenty years has fewer. */
    public static final int HISTORY_MAX = 2_000;

    private static final EventType OVERSEEN = new EventType("record.overseen");

    /** The most lines of one look over what was done. */
    public static final int OVERSEEN_MAX = 200;

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
            List<Consultation> rows = tx.sql("""
                    SELECT entry, recorded_at, member, role, purpose, type, field_groups
                    FROM trust.event WHERE subject = :subject AND entry < :before
                    ORDER BY entry DESC LIMIT :limit
                    """)
                    .with("subject", subject)
                    .with("before", before)
                    .with("limit", Slice.ROWS_MAX + 1)
                    .list((rs, n) -> consultation(rs));
            tx.record(Event.of(RECORD_CONSULTED).about(subject).count(Math.min(rows.size(), Slice.ROWS_MAX)));
            return Slice.of(rows, Slice.ROWS_MAX, row -> Long.toString(row.entry()));
        });
    }

    /** Whether something of these kinds was ever done with a thing; it may be erased by now. Shows no one's data. */
    public boolean happened(UUID subject, Set<EventType> kinds) {
        return database.asNode(tx ->
                tx.sql("""
                SELECT EXISTS (SELECT 1 FROM trust.event WHERE subject = :subject AND type = ANY (:kinds))
                """).with("subject", subject).with("kinds", codes(kinds)).one((rs, n) -> rs.getBoolean(1)));
    }

    /**
     * How often others than the actor did something of these kinds with each of these things since then; a thing with which
     * nobody did is not listed. The caller has asked whether the actor may see who consulted them.
     */
    public List<ReaderCount> readersSince(Actor actor, Collection<UUID> subjects, Set<EventType> kinds, Instant since) {
        return database.read(actor, tx -> {
            List<ReaderCount> counts = tx.sql("""
                    SELECT subject, count(DISTINCT member) AS members, count(*) AS times FROM trust.event
                    WHERE subject = ANY (:subjects) AND type = ANY (:kinds) AND recorded_at > :since
                      AND member <> :me
                    GROUP BY subject ORDER BY times DESC, subject
                    """)
                    .with("subjects", subjects.toArray(UUID[]::new))
                    .with("kinds", codes(kinds))
                    .with("since", since)
                    .with("me", actor.member().value())
                    .list((rs, n) -> new ReaderCount(
                            rs.getObject("subject", UUID.class), rs.getInt("members"), rs.getInt("times")));
            tx.record(Event.of(WEEK_SHOWN).count(counts.size()));
            return counts;
        });
    }

    /** How often each member did something of these kinds since then, who did most first; for who oversees the asking. */
    public List<Asking> askings(Actor actor, Set<EventType> kinds, Instant since) {
        return database.read(actor, tx -> {
            List<Asking> askings = tx.sql("""
                    SELECT member, count(*) AS times, count(*) FILTER (WHERE row_count = 0) AS in_vain,
                           sum(row_count) AS found
                    FROM trust.event
                    WHERE recorded_at > :since AND type = ANY (:kinds) AND member IS NOT NULL
                    GROUP BY member ORDER BY times DESC, member LIMIT :limit
                    """)
                    .with("since", since)
                    .with("kinds", codes(kinds))
                    .with("limit", OVERSEEN_MAX)
                    .list((rs, n) -> new Asking(
                            new MemberId(rs.getObject("member", UUID.class)),
                            rs.getInt("times"),
                            rs.getInt("in_vain"),
                            rs.getLong("found")));
            tx.record(Event.of(OVERSEEN).count(askings.size()).detail("askings"));
            return askings;
        });
    }

    /** The last things of these kinds since then, newest first, at most {@link #OVERSEEN_MAX}; for who oversees them. */
    public List<Occurrence> since(Actor actor, Set<EventType> kinds, Instant since) {
        return database.read(actor, tx -> {
            List<Occurrence> rows = tx.sql("""
                    SELECT recorded_at, member, type, subject, field_groups, row_count, detail FROM trust.event
                    WHERE recorded_at > :since AND type = ANY (:kinds) ORDER BY entry DESC LIMIT :limit
                    """)
                    .with("since", since)
                    .with("kinds", codes(kinds))
                    .with("limit", OVERSEEN_MAX)
                    .list((rs, n) -> new Occurrence(
                            rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(rs.getObject("member", UUID.class))
                                    .map(MemberId::new),
                            new EventType(rs.getString("type")),
                            Optional.ofNullable(rs.getObject("subject", UUID.class)),
                            groups(rs.getString("field_groups")),
                            rs.getLong("row_count"),
                            rs.getString("detail")));
            tx.record(Event.of(OVERSEEN).count(rows.size()).detail("occurrences"));
            return rows;
        });
    }

    private static String[] codes(Set<EventType> kinds) {
        return kinds.stream().map(EventType::code).toArray(String[]::new);
    }

    /**
     * Everything that was done with a thing, for paper. That the sheet was made is an event of the same thing, and stands on
     * the next one. The caller has asked whether the actor may see who consulted it.
     *
     * @param log the present log, from {@link Ledger#latest}
     */
    public History history(Actor actor, UUID subject, Optional<Ledger.Published> log) {
        long first = log.map(Ledger.Published::firstPosition).orElse(0L);
        long end =
                log.map(found -> first + found.checkpoint().checkpoint().size()).orElse(0L);
        return database.read(actor, tx -> {
            List<History.Item> items = tx.sql("""
                    SELECT e.recorded_at, e.type, e.role, e.detail, s.actor, s.position
                    FROM trust.event e LEFT JOIN trust.sequence s ON s.entry = e.entry
                    WHERE e.subject = :subject ORDER BY e.entry LIMIT :limit
                    """)
                    .with("subject", subject)
                    .with("limit", HISTORY_MAX + 1)
                    .list((rs, n) -> item(rs, first, end));
            tx.record(Event.of(SHEET_MADE).about(subject).count(Math.min(items.size(), HISTORY_MAX)));
            boolean whole = items.size() <= HISTORY_MAX;
            return new History(
                    log.map(found -> Integrity.log(found, Optional.empty())),
                    whole ? items : items.subList(0, HISTORY_MAX),
                    whole);
        });
    }

    private static History.Item item(ResultSet rs, long first, long end) throws SQLException {
        long position = rs.getLong("position");
        boolean placed = !rs.wasNull() && position >= first && position < end;
        return new History.Item(
                placed ? OptionalLong.of(position - first) : OptionalLong.empty(),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new EventType(rs.getString("type")),
                Optional.ofNullable(rs.getString("role")).map(Role::valueOf),
                Optional.ofNullable(rs.getBytes("actor")).map(HexFormat.of()::formatHex),
                rs.getString("detail"));
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
                rs.getLong("entry"),
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
