package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Cover;

/** Statements over tasks and cover. */
final class TaskRows {

    /** More than anybody does; the nearest day first. */
    static final int ROWS_MAX = 200;

    /** A task with its words still sealed. */
    record Stored(
            UUID id,
            MemberId maker,
            Optional<MemberId> assignee,
            Optional<TeamId> team,
            Optional<CaseFileId> file,
            LocalDate due,
            boolean done,
            Ciphertext sealed) {}

    /** How many are open, and how many of them should have been done before today. */
    record Counts(int open, int overdue) {

        static final Counts NONE = new Counts(0, 0);
    }

    private TaskRows() {}

    static List<Stored> mine(Tx tx, MemberId me, LocalDate today) {
        return tx.sql("""
                SELECT id, maker, assignee, team, file, due, done, ciphertext FROM protection.work_task
                WHERE NOT done AND (assignee = :me OR access.in_team(:me, team)
                      OR (assignee IS NULL AND team IS NULL AND protection.is_near(maker))
                      OR assignee IN (SELECT c.member FROM protection.cover c
                                      WHERE c.covers = :me AND :today BETWEEN c.first_day AND c.last_day))
                ORDER BY due, id LIMIT :rows
                """)
                .with("me", me.value())
                .with("today", today)
                .with("rows", ROWS_MAX)
                .list(TaskRows::stored);
    }

    static Counts counts(Tx tx, MemberId me, LocalDate today) {
        return tx.sql("""
                SELECT count(*) AS open, count(*) FILTER (WHERE due < :today) AS overdue FROM protection.work_task
                WHERE NOT done AND (assignee = :me OR access.in_team(:me, team)
                      OR (assignee IS NULL AND team IS NULL AND protection.is_near(maker))
                      OR assignee IN (SELECT c.member FROM protection.cover c
                                      WHERE c.covers = :me AND :today BETWEEN c.first_day AND c.last_day))
                """)
                .with("me", me.value())
                .with("today", today)
                .one((rs, n) -> new Counts(rs.getInt("open"), rs.getInt("overdue")));
    }

    static List<Stored> about(Tx tx, CaseFileId file) {
        return tx.sql("""
                SELECT id, maker, assignee, team, file, due, done, ciphertext FROM protection.work_task
                WHERE file = :file ORDER BY done, due, id LIMIT :rows
                """).with("file", file.value()).with("rows", ROWS_MAX).list(TaskRows::stored);
    }

    static Optional<Stored> find(Tx tx, UUID task) {
        return tx.sql("""
                SELECT id, maker, assignee, team, file, due, done, ciphertext FROM protection.work_task WHERE id = :id
                """).with("id", task).optional(TaskRows::stored);
    }

    static boolean sameTeam(Tx tx, MemberId one, MemberId other) {
        return tx.sql("SELECT access.same_team(:one, :other) AS same")
                .with("one", one.value())
                .with("other", other.value())
                .one((rs, n) -> rs.getBoolean("same"));
    }

    static boolean inTeam(Tx tx, MemberId member, TeamId team) {
        return tx.sql("SELECT access.in_team(:member, :team) AS there")
                .with("member", member.value())
                .with("team", team.value())
                .one((rs, n) -> rs.getBoolean("there"));
    }

    static boolean isTeam(Tx tx, TeamId team) {
        return tx.sql("SELECT access.is_team(:team) AS there")
                .with("team", team.value())
                .one((rs, n) -> rs.getBoolean("there"));
    }

    static void insert(Tx tx, Actor actor, Stored task) {
        tx.sql("""
                INSERT INTO protection.work_task (id, organisation, maker, assignee, team, file, due, ciphertext)
                VALUES (:id, :organisation, :maker, :assignee, :team, :file, :due, :sealed)
                """)
                .with("id", task.id())
                .with("organisation", actor.organisation().value())
                .with("maker", task.maker().value())
                .with("assignee", task.assignee().map(MemberId::value).orElse(null))
                .with("team", task.team().map(TeamId::value).orElse(null))
                .with("file", task.file().map(CaseFileId::value).orElse(null))
                .with("due", task.due())
                .with("sealed", task.sealed().bytes())
                .update();
    }

    static int done(Tx tx, UUID task, boolean done) {
        return tx.sql("UPDATE protection.work_task SET done = :done WHERE id = :id")
                .with("id", task)
                .with("done", done)
                .update();
    }

    static List<Cover> covers(Tx tx, LocalDate today) {
        return tx.sql("""
                SELECT id, member, covers, first_day, last_day FROM protection.cover
                WHERE last_day >= :today ORDER BY first_day, id LIMIT :rows
                """)
                .with("today", today)
                .with("rows", ROWS_MAX)
                .list((rs, n) -> new Cover(
                        rs.getObject("id", UUID.class),
                        new MemberId(rs.getObject("member", UUID.class)),
                        new MemberId(rs.getObject("covers", UUID.class)),
                        rs.getObject("first_day", LocalDate.class),
                        rs.getObject("last_day", LocalDate.class)));
    }

    static void cover(Tx tx, Actor actor, Cover cover) {
        tx.sql("""
                INSERT INTO protection.cover (id, organisation, member, covers, first_day, last_day)
                VALUES (:id, :organisation, :member, :covers, :first, :last)
                """)
                .with("id", cover.id())
                .with("organisation", actor.organisation().value())
                .with("member", cover.member().value())
                .with("covers", cover.covers().value())
                .with("first", cover.first())
                .with("last", cover.last())
                .update();
    }

    static int endCover(Tx tx, UUID cover) {
        return tx.sql("DELETE FROM protection.cover WHERE id = :id")
                .with("id", cover)
                .update();
    }

    private static Stored stored(ResultSet rs, int number) throws SQLException {
        return new Stored(
                rs.getObject("id", UUID.class),
                new MemberId(rs.getObject("maker", UUID.class)),
                Optional.ofNullable(rs.getObject("assignee", UUID.class)).map(MemberId::new),
                Optional.ofNullable(rs.getObject("team", UUID.class)).map(TeamId::new),
                Optional.ofNullable(rs.getObject("file", UUID.class)).map(CaseFileId::new),
                rs.getObject("due", LocalDate.class),
                rs.getBoolean("done"),
                Ciphertext.of(rs.getBytes("ciphertext")));
    }
}
