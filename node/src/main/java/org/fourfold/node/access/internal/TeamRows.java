package org.fourfold.node.access.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.access.Team;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;

/** Statements over {@code access.team} and {@code access.team_member}. */
public final class TeamRows {

    /** Most memberships read at once: an organisation of one node has fewer. */
    private static final int ROWS_MAX = 2_000;

    private TeamRows() {}

    private record Row(TeamId team, String name, Optional<MemberId> member, boolean supervises) {}

    public static List<Team> all(Tx tx) {
        return gather(tx.sql("""
                SELECT t.id, t.name, m.member, coalesce(m.supervises, false) AS supervises
                FROM access.team t LEFT JOIN access.team_member m ON m.team = t.id
                ORDER BY t.name, t.id LIMIT :limit
                """).with("limit", ROWS_MAX).list((row, n) -> row(row)));
    }

    public static List<Team> of(Tx tx, MemberId member) {
        return gather(tx.sql("""
                SELECT t.id, t.name, m.member, coalesce(m.supervises, false) AS supervises
                FROM access.team t JOIN access.team_member m ON m.team = t.id
                WHERE t.id IN (SELECT team FROM access.team_member WHERE member = :member)
                ORDER BY t.name, t.id LIMIT :limit
                """)
                .with("member", member.value())
                .with("limit", ROWS_MAX)
                .list((row, n) -> row(row)));
    }

    public static Map<TeamId, String> names(Tx tx) {
        Map<TeamId, String> names = new LinkedHashMap<>();
        tx.sql("SELECT id, name FROM access.team ORDER BY name, id LIMIT :limit")
                .with("limit", ROWS_MAX)
                .list((row, n) -> Map.entry(new TeamId(row.getObject("id", UUID.class)), row.getString("name")))
                .forEach(team -> names.put(team.getKey(), team.getValue()));
        return names;
    }

    /** False when the name is taken. */
    public static boolean insert(Tx tx, TeamId id, String name) {
        return tx.sql("INSERT INTO access.team (id, name) VALUES (:id, :name) ON CONFLICT (name) DO NOTHING")
                        .with("id", id.value())
                        .with("name", name)
                        .update()
                == 1;
    }

    public static void join(Tx tx, TeamId team, MemberId member, boolean supervises) {
        tx.sql("""
                INSERT INTO access.team_member (team, member, supervises) VALUES (:team, :member, :supervises)
                ON CONFLICT (team, member) DO UPDATE SET supervises = excluded.supervises
                """)
                .with("team", team.value())
                .with("member", member.value())
                .with("supervises", supervises)
                .update();
    }

    public static void leave(Tx tx, TeamId team, MemberId member) {
        tx.sql("DELETE FROM access.team_member WHERE team = :team AND member = :member")
                .with("team", team.value())
                .with("member", member.value())
                .update();
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                new TeamId(Rows.uuid(row, "id")),
                row.getString("name"),
                Rows.memberIdIfAny(row, "member"),
                row.getBoolean("supervises"));
    }

    private static List<Team> gather(List<Row> rows) {
        Map<TeamId, List<Row>> byTeam = new LinkedHashMap<>();
        rows.forEach(row ->
                byTeam.computeIfAbsent(row.team(), team -> new ArrayList<>()).add(row));
        return byTeam.entrySet().stream()
                .map(team -> {
                    Set<MemberId> members = new HashSet<>();
                    Set<MemberId> supervisors = new HashSet<>();
                    for (Row row : team.getValue()) {
                        row.member().ifPresent(members::add);
                        row.member().filter(member -> row.supervises()).ifPresent(supervisors::add);
                    }
                    return new Team(team.getKey(), team.getValue().getFirst().name(), members, supervisors);
                })
                .toList();
    }
}
