package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseState;

/** What counting reads, many files at a time. What row security hides is not counted. */
final class CountRows {

    /** Files in one transaction: their rows fit into memory beside everything else. */
    static final int SLICE = 2_000;

    /** A file in clear. */
    record File(CaseFileId id, MemberId owner, CaseState state, Instant opened, Optional<Instant> closed) {}

    /** The files of a slice lie between two ids: what belongs to them is found by their order, without a list of them. */
    record Range(UUID after, UUID last) {}

    /** A row of a file, still sealed. */
    record Sealed(UUID id, CaseFileId file, Ciphertext text) {}

    record Stay(CaseFileId file, Instant since, Optional<Instant> until) {}

    record Ending(CaseFileId file, Instant ends, Optional<Instant> stopped) {}

    private CountRows() {}

    /** The id that cuts the files that may be read into two halves; empty where there are none. */
    static Optional<UUID> middle(Tx tx, long known) {
        return tx
                .sql("SELECT id FROM protection.case_file ORDER BY id LIMIT 1 OFFSET :half")
                .with("half", known / 2)
                .list((rs, n) -> rs.getObject("id", UUID.class))
                .stream()
                .findFirst();
    }

    /** Those opened before one moment and not closed before another, by id. */
    static List<File> slice(Tx tx, Range range, Instant until, Instant since) {
        return tx.sql("""
                SELECT id, owner, state, opened_at, closed_at FROM protection.case_file
                WHERE id > :after AND id <= :last
                      AND opened_at < :until AND (closed_at IS NULL OR closed_at >= :since)
                ORDER BY id LIMIT :rows
                """)
                .with("after", range.after())
                .with("last", range.last())
                .with("until", until)
                .with("since", since)
                .with("rows", SLICE)
                .list((rs, n) -> new File(
                        file(rs, "id"),
                        new MemberId(rs.getObject("owner", UUID.class)),
                        CaseState.valueOf(rs.getString("state")),
                        FileRows.instant(rs, "opened_at"),
                        ClockRows.moment(rs, "closed_at")));
    }

    /** Of these members, whose files are the reader's own, of their team, or of a team they supervise. */
    static Map<MemberId, Boolean> counted(Tx tx, MemberId me, boolean supervisor, List<MemberId> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        return tx
                .sql("""
                SELECT owner, owner = :me OR access.same_team(:me, owner)
                              OR (:supervisor AND access.supervises(:me, owner)) AS counted
                FROM unnest(CAST(ARRAY[:owners] AS uuid[])) AS owner
                """)
                .with("me", me.value())
                .with("supervisor", supervisor)
                .with("owners", owners.stream().map(MemberId::value).toList())
                .list((rs, n) -> Map.entry(new MemberId(rs.getObject("owner", UUID.class)), rs.getBoolean("counted")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many files of the house may be known of, by owner. */
    static Map<MemberId, Long> known(Tx tx) {
        return tx
                .sql("SELECT owner, count(*) AS files FROM protection.presence GROUP BY owner")
                .list((rs, n) -> Map.entry(new MemberId(rs.getObject("owner", UUID.class)), rs.getLong("files")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<Sealed> services(Tx tx, Range range, Instant writtenSince) {
        return tx.sql("""
                SELECT id, file, ciphertext FROM protection.service_given
                WHERE file > :after AND file <= :last AND written_at >= :since
                """)
                .with("after", range.after())
                .with("last", range.last())
                .with("since", writtenSince)
                .list(CountRows::sealed);
    }

    /** What is planned and what was handed out stands together; which it is, is sealed. */
    static List<Sealed> plans(Tx tx, Range range, Instant changedSince) {
        return tx.sql("""
                SELECT id, file, ciphertext FROM protection.plan_entry
                WHERE file > :after AND file <= :last AND field_group = 'NEEDS' AND changed_at >= :since
                """)
                .with("after", range.after())
                .with("last", range.last())
                .with("since", changedSince)
                .list(CountRows::sealed);
    }

    static List<Stay> stays(Tx tx, Range range, Instant until, Instant since) {
        return tx.sql("""
                SELECT file, since, until FROM protection.stay
                WHERE file > :after AND file <= :last AND since < :until AND (until IS NULL OR until >= :since)
                """)
                .with("after", range.after())
                .with("last", range.last())
                .with("until", until)
                .with("since", since)
                .list((rs, n) ->
                        new Stay(file(rs, "file"), FileRows.instant(rs, "since"), ClockRows.moment(rs, "until")));
    }

    static List<Ending> endings(Tx tx, Range range, Instant from, Instant until) {
        return tx.sql("""
                SELECT file, ends_at, stopped_at FROM protection.clock
                WHERE file > :after AND file <= :last AND ends_at >= :from AND ends_at < :until
                """)
                .with("after", range.after())
                .with("last", range.last())
                .with("from", from)
                .with("until", until)
                .list((rs, n) -> new Ending(
                        file(rs, "file"), FileRows.instant(rs, "ends_at"), ClockRows.moment(rs, "stopped_at")));
    }

    /** Persons by what became of the need, in the months from one day to the day before another. */
    static Map<String, Long> unmet(Tx tx, LocalDate from, LocalDate until) {
        return tx
                .sql("""
                SELECT outcome, sum(persons) AS persons FROM protection.unmet_need
                WHERE month >= :from AND month < :until GROUP BY outcome
                """)
                .with("from", from)
                .with("until", until)
                .list((rs, n) -> Map.entry(rs.getString("outcome"), rs.getLong("persons")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static long refusals(Tx tx, LocalDate from, LocalDate until) {
        return tx.sql("""
                SELECT coalesce(sum(persons), 0) AS persons FROM protection.identification_refusal
                WHERE month >= :from AND month < :until
                """).with("from", from).with("until", until).one((rs, n) -> rs.getLong("persons"));
    }

    private static Sealed sealed(ResultSet rs, int number) throws SQLException {
        return new Sealed(rs.getObject("id", UUID.class), file(rs, "file"), Ciphertext.of(rs.getBytes("ciphertext")));
    }

    private static CaseFileId file(ResultSet rs, String column) throws SQLException {
        return new CaseFileId(rs.getObject(column, UUID.class));
    }
}
