package org.fourfold.node.access.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;

/**
 * Statements over {@code access.session}. A row is found by the hash of the browser's session id; a row that has ended
 * stays for a day, so that a form sent too late can still be kept for its member.
 */
public final class Sessions {

    public static final Duration IDLE_MAX = Duration.ofMinutes(15);
    public static final Duration LENGTH_MAX = Duration.ofHours(12);
    public static final Duration KEPT_AFTER_END = Duration.ofDays(1);

    /** How exactly the last use is written down: not one write a request. */
    private static final Duration SEEN_EVERY = Duration.ofSeconds(20);

    /** Why a session ended. Names are stored. */
    public enum End {
        SIGNED_OUT,
        IDLE,
        TOO_OLD,
        RESTART,
        MEMBER_CHANGED
    }

    /** A session that goes on. */
    public record Live(MemberId member, Instant provedAt) {}

    private record Row(MemberId member, Instant startedAt, Instant lastSeenAt, Instant provedAt) {}

    private Sessions() {}

    public static void start(Tx tx, String sessionId, MemberId member, Instant now) {
        tx.sql("""
                INSERT INTO access.session (hash, member, started_at, last_seen_at, proved_at)
                VALUES (:hash, :member, :now, :now, :now)
                """)
                .with("hash", hash(sessionId))
                .with("member", member.value())
                .with("now", now)
                .update();
        tx.sql("DELETE FROM access.session WHERE ended_at < :old")
                .with("old", now.minus(KEPT_AFTER_END))
                .update();
    }

    /** The session if it may go on; one that was idle or lasted too long ends here. */
    public static Optional<Live> check(Tx tx, String sessionId, Instant now) {
        return find(tx, sessionId).flatMap(row -> goOn(tx, sessionId, row, now));
    }

    /**
     * The same while nothing can be written down.
     *
     * @param used when the session was last used without that being written down; empty if it was not
     */
    public static Optional<Live> look(Tx tx, String sessionId, Optional<Instant> used, Instant now) {
        return find(tx, sessionId)
                .filter(row -> used.filter(row.lastSeenAt()::isBefore)
                        .orElse(row.lastSeenAt())
                        .plus(IDLE_MAX)
                        .isAfter(now))
                .filter(row -> row.startedAt().plus(LENGTH_MAX).isAfter(now))
                .map(row -> new Live(row.member(), row.provedAt()));
    }

    private static Optional<Row> find(Tx tx, String sessionId) {
        return tx.sql("""
                SELECT s.member, s.started_at, s.last_seen_at, s.proved_at
                FROM access.session s JOIN access.member m ON m.id = s.member
                WHERE s.hash = :hash AND s.ended IS NULL AND m.state = 'ACTIVE'
                """)
                .with("hash", hash(sessionId))
                .optional((row, n) -> new Row(
                        Rows.memberId(row, "member"),
                        Rows.instant(row, "started_at"),
                        Rows.instant(row, "last_seen_at"),
                        Rows.instant(row, "proved_at")));
    }

    private static Optional<Live> goOn(Tx tx, String sessionId, Row row, Instant now) {
        if (row.lastSeenAt().plus(IDLE_MAX).isBefore(now)) {
            end(tx, sessionId, End.IDLE, now);
            return Optional.empty();
        }
        if (row.startedAt().plus(LENGTH_MAX).isBefore(now)) {
            end(tx, sessionId, End.TOO_OLD, now);
            return Optional.empty();
        }
        if (row.lastSeenAt().plus(SEEN_EVERY).isBefore(now)) {
            tx.sql("UPDATE access.session SET last_seen_at = :now WHERE hash = :hash")
                    .with("now", now)
                    .with("hash", hash(sessionId))
                    .update();
        }
        return Optional.of(new Live(row.member(), row.provedAt()));
    }

    /** The member proved again who they are, by their password. */
    public static void prove(Tx tx, String sessionId, Instant now) {
        tx.sql("UPDATE access.session SET proved_at = :now WHERE hash = :hash AND ended IS NULL")
                .with("now", now)
                .with("hash", hash(sessionId))
                .update();
    }

    public static void end(Tx tx, String sessionId, End why, Instant now) {
        tx.sql("UPDATE access.session SET ended = :why, ended_at = :now WHERE hash = :hash AND ended IS NULL")
                .with("why", why)
                .with("now", now)
                .with("hash", hash(sessionId))
                .update();
    }

    /** Ends every session of a member, from the next request on. */
    public static void endAll(Tx tx, MemberId member, Instant now) {
        tx.sql("""
                UPDATE access.session SET ended = 'MEMBER_CHANGED', ended_at = :now
                WHERE member = :member AND ended IS NULL
                """).with("member", member.value()).with("now", now).update();
    }

    /** Ends a member's other sessions, for instance after a new password. */
    public static void endOthers(Tx tx, MemberId member, String kept, Instant now) {
        tx.sql("""
                UPDATE access.session SET ended = 'MEMBER_CHANGED', ended_at = :now
                WHERE member = :member AND ended IS NULL AND hash <> :kept
                """)
                .with("member", member.value())
                .with("kept", hash(kept))
                .with("now", now)
                .update();
    }

    /** At start: what lived in the memory of the process before is over. */
    public static void endAllAtStart(Tx tx, Instant now) {
        tx.sql("UPDATE access.session SET ended = 'RESTART', ended_at = :now WHERE ended IS NULL")
                .with("now", now)
                .update();
    }

    /** Whose session this was, if it ended by itself within the last day: not by signing out, not by a change. */
    public static Optional<MemberId> ranOut(Tx tx, String sessionId, Instant now) {
        return tx.sql("""
                SELECT s.member FROM access.session s JOIN access.member m ON m.id = s.member
                WHERE s.hash = :hash AND s.ended IN ('IDLE', 'TOO_OLD', 'RESTART') AND s.ended_at > :old
                  AND m.state = 'ACTIVE'
                """)
                .with("hash", hash(sessionId))
                .with("old", now.minus(KEPT_AFTER_END))
                .optional((row, n) -> Rows.memberId(row, "member"));
    }

    private static byte[] hash(String sessionId) {
        return Codes.sha256(("session:" + sessionId).getBytes(StandardCharsets.UTF_8));
    }
}
