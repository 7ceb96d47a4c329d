package org.fourfold.node.prosecution.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.Investigation;
import org.fourfold.node.prosecution.InvestigationId;
import org.fourfold.node.prosecution.InvestigationView.Work;

/** The rows of investigations and of who works on them. */
public final class InvestigationRows {

    private InvestigationRows() {}

    public static void insert(Tx tx, Actor actor, InvestigationId id, String title, LocalDate openedOn, Instant at) {
        tx.sql("""
                INSERT INTO prosecution.investigation (id, organisation, title, opened_on, opened_by, opened_at, members)
                VALUES (:id, :organisation, :title, :day, :member, :at, ARRAY[CAST(:member AS uuid)])
                """)
                .with("id", id.value())
                .with("organisation", actor.organisation().value())
                .with("title", title)
                .with("day", openedOn)
                .with("member", actor.member().value())
                .with("at", at)
                .update();
    }

    public static Slice<Investigation> list(Tx tx, Optional<InvestigationId> after) {
        List<Investigation> rows = tx.sql("""
                SELECT * FROM prosecution.investigation
                WHERE CAST(:after AS uuid) IS NULL OR (opened_on, id) <
                    (SELECT i.opened_on, i.id FROM prosecution.investigation i WHERE i.id = :after)
                ORDER BY opened_on DESC, id DESC LIMIT :limit
                """)
                .with("after", after.map(InvestigationId::value).orElse(null))
                .with("limit", Slice.ROWS_MAX + 1)
                .list((rs, n) -> investigation(rs));
        return Slice.of(rows, Slice.ROWS_MAX, row -> row.id().toString());
    }

    public static Optional<Investigation> find(Tx tx, InvestigationId id) {
        return tx.sql("SELECT * FROM prosecution.investigation WHERE id = :id")
                .with("id", id.value())
                .optional((rs, n) -> investigation(rs));
    }

    public static void close(Tx tx, Actor actor, InvestigationId id, String why, Instant at) {
        tx.sql("""
                UPDATE prosecution.investigation SET closed_by = :member, closed_at = :at, closed_why = :why WHERE id = :id
                """)
                .with("member", actor.member().value())
                .with("at", at)
                .with("why", why)
                .with("id", id.value())
                .update();
    }

    public static List<Work> members(Tx tx, InvestigationId id) {
        return tx.sql("""
                SELECT member, since, ended_at FROM prosecution.investigation_member WHERE investigation = :id
                ORDER BY ended_at DESC NULLS FIRST, since, member
                """)
                .with("id", id.value())
                .list((rs, n) -> new Work(
                        new MemberId(rs.getObject("member", UUID.class)),
                        instant(rs, "since").orElseThrow(),
                        instant(rs, "ended_at")));
    }

    public static boolean works(Tx tx, InvestigationId id, MemberId member) {
        return members(tx, id).stream()
                .anyMatch(one -> one.until().isEmpty() && one.member().equals(member));
    }

    /** Whether the member holds a role that may be let in. */
    public static boolean mayWork(Tx tx, MemberId member) {
        return tx.sql("""
                SELECT access.member_holds(:member, 'INVESTIGATOR') OR access.member_holds(:member, 'PROSECUTOR')
                    OR access.member_holds(:member, 'SUPERVISOR')
                """).with("member", member.value()).one((rs, n) -> rs.getBoolean(1));
    }

    public static void add(Tx tx, Actor actor, InvestigationId id, MemberId member, Instant at) {
        tx.sql("""
                INSERT INTO prosecution.investigation_member (investigation, member, since, added_by)
                VALUES (:id, :member, :at, :by)
                """)
                .with("id", id.value())
                .with("member", member.value())
                .with("at", at)
                .with("by", actor.member().value())
                .update();
    }

    /** Opens the investigation to one more member. */
    public static void letIn(Tx tx, InvestigationId id, MemberId member) {
        tx.sql("UPDATE prosecution.investigation SET members = array_append(members, :member) WHERE id = :id")
                .with("member", member.value())
                .with("id", id.value())
                .update();
    }

    /** Shuts it to one of them. */
    public static void shutOut(Tx tx, InvestigationId id, MemberId member) {
        tx.sql("UPDATE prosecution.investigation SET members = array_remove(members, :member) WHERE id = :id")
                .with("member", member.value())
                .with("id", id.value())
                .update();
    }

    public static void end(Tx tx, Actor actor, InvestigationId id, MemberId member, Instant at) {
        tx.sql("""
                UPDATE prosecution.investigation_member SET ended_at = :at, ended_by = :by
                WHERE investigation = :id AND member = :member AND ended_at IS NULL
                """)
                .with("at", at)
                .with("by", actor.member().value())
                .with("id", id.value())
                .with("member", member.value())
                .update();
    }

    private static Investigation investigation(ResultSet rs) throws SQLException {
        UUID closedBy = rs.getObject("closed_by", UUID.class);
        return new Investigation(
                new InvestigationId(rs.getObject("id", UUID.class)),
                rs.getString("title"),
                rs.getObject("opened_on", LocalDate.class),
                new MemberId(rs.getObject("opened_by", UUID.class)),
                instant(rs, "opened_at").orElseThrow(),
                closedBy == null
                        ? Optional.empty()
                        : Optional.of(new Investigation.Closing(
                                new MemberId(closedBy),
                                instant(rs, "closed_at").orElseThrow(),
                                rs.getString("closed_why"))));
    }

    static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
