package org.fourfold.node.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.FileFacts;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Request;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.ground.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole matrix of who may do what with a file: each role, held, for each purpose, in each relation as the tables have it,
 * each operation, field group and state of the file. Row security's own function answers as the one decision does.
 */
@Tag("database")
@ExtendWith(TestDatabases.class)
class WholeMatrixTest {

    private static final int TUPLES_MIN = 100_000;
    private static final OrganisationId HOUSE = new OrganisationId(new UUID(2, 2));

    /** One member a role; all of them in a team with a mate, set over a team with a ward, and strangers to the far one. */
    private static final String FURNISH = """
            INSERT INTO access.member (id, sign_in_name, name, state, user_handle, created_at)
                SELECT md5(m)::uuid, 'm' || left(md5(m), 20), 'Invented', 'ACTIVE', decode(md5(m) || md5('x' || m), 'hex'), now()
                FROM unnest(? || ARRAY['mate', 'ward', 'far']) AS m;
            """;

    private static final String RELATE = """
            INSERT INTO access.role_grant (id, member, role, state, basis, proposed_by, proposed_at, confirmed_at)
                SELECT gen_random_uuid(), id, r, 'CONFIRMED', 'DEMONSTRATION', id, now(), now()
                FROM access.member JOIN unnest(ARRAY[{roles}]) AS r ON id = md5(r)::uuid;
            INSERT INTO access.team (id, name) VALUES (md5('one')::uuid, 'one'), (md5('two')::uuid, 'two');
            INSERT INTO access.team_member SELECT md5('one')::uuid, md5(m)::uuid, false FROM unnest(ARRAY[{roles}, 'mate']) AS m;
            INSERT INTO access.team_member SELECT md5('two')::uuid, md5(m)::uuid, m <> 'ward' FROM unnest(ARRAY[{roles}, 'ward']) AS m;
            INSERT INTO protection.case_file (id, number, organisation, owner, state, opened_at) VALUES
                (md5('lawyers')::uuid, 'P-000001-A', md5('house')::uuid, md5('far')::uuid, 'OPEN', now()),
                (md5('glass')::uuid, 'P-000002-A', md5('house')::uuid, md5('far')::uuid, 'OPEN', now());
            INSERT INTO protection.file_lawyer SELECT md5('lawyers')::uuid, md5('far')::uuid, md5(m)::uuid FROM unnest(ARRAY[{roles}]) AS m;
            INSERT INTO protection.break_glass (id, file, owner, member, opened_at, until, reason)
                SELECT gen_random_uuid(), md5('glass')::uuid, md5('far')::uuid, md5(m)::uuid, now(), now() + interval '2 hours', 'x'
                FROM unnest(ARRAY[{roles}]) AS m;
            CREATE FUNCTION pg_temp.matrix(operations text[], groups text[], purpose text, role text)
            RETURNS TABLE (operation text, field_group text, file text, sealed boolean, open boolean, permitted boolean,
                           owns boolean, team boolean, supervises boolean, lawyer boolean, glass boolean)
            LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM set_config('fourfold.member', md5(role)::uuid::text, true), set_config('fourfold.role', role, true),
                        set_config('fourfold.purpose', purpose, true), set_config('fourfold.pass', '', true);
                RETURN QUERY
                WITH files AS (
                    SELECT f.name, md5(f.name)::uuid AS id, md5(f.owner)::uuid AS owner
                    FROM (VALUES ('own', role), ('team', 'mate'), ('watched', 'ward'), ('lawyers', 'far'), ('glass', 'far'),
                                 ('strange', 'far')) AS f (name, owner))
                SELECT o, g, f.name, s, p,
                       coalesce(protection.may(protection.my_role(), protection.me(), o, g, f.id, f.owner, s, p), false),
                       f.owner = protection.me(), access.same_team(protection.me(), f.owner),
                       access.supervises(protection.me(), f.owner), f.name = 'lawyers', f.name = 'glass'
                FROM files f, unnest(operations) AS o, unnest(groups || ARRAY[NULL::text]) AS g,
                     unnest(ARRAY[false, true]) AS s, unnest(ARRAY[false, true]) AS p;
            END $$;
            """;

    private final TestDatabase test;

    WholeMatrixTest(TestDatabase test) {
        this.test = test;
    }

    @Test
    void rowSecurityAnswersAsTheOneDecisionDoesInEveryTuple() throws SQLException {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (Connection connection = test.superuser()) {
            connection.setAutoCommit(false);
            furnish(connection);
            for (Role role : Role.values()) {
                for (Purpose purpose : Purpose.values()) {
                    compared += compare(connection, role, purpose, differences);
                }
            }
            connection.rollback();
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(TUPLES_MIN);
    }

    private static void furnish(Connection connection) throws SQLException {
        try (PreparedStatement members = connection.prepareStatement(FURNISH);
                Statement rest = connection.createStatement()) {
            members.setArray(1, names(connection, Role.values()));
            members.execute();
            String roles = Arrays.stream(Role.values())
                    .map(role -> "'" + role.name() + "'")
                    .collect(Collectors.joining(", "));
            rest.execute(RELATE.replace("{roles}", roles));
        }
    }

    private static int compare(Connection connection, Role role, Purpose purpose, List<String> differences)
            throws SQLException {
        Actor actor = new Actor(new MemberId(new UUID(1, 1)), role, purpose, HOUSE);
        int compared = 0;
        try (PreparedStatement asked = connection.prepareStatement("SELECT * FROM pg_temp.matrix(?, ?, ?, ?)")) {
            asked.setArray(1, names(connection, Operation.values()));
            asked.setArray(2, names(connection, FieldGroup.values()));
            asked.setString(3, purpose.name());
            asked.setString(4, role.name());
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    compared++;
                    boolean allowed = Decisions.decide(request(actor, row)).allowed() && !onlyByRole(actor, row);
                    boolean permitted = row.getBoolean("permitted") && !onlyByRole(actor, row);
                    if (allowed != permitted) {
                        differences.add(request(actor, row) + " of " + row.getString("file") + ": decide " + allowed
                                + ", database " + permitted);
                    }
                }
            }
        }
        return compared;
    }

    /** Searching, and overseeing who consulted, are asked of no file's rows: the database is asked for them elsewhere. */
    private static boolean onlyByRole(Actor actor, ResultSet row) throws SQLException {
        Operation operation = Operation.valueOf(row.getString("operation"));
        return operation == Operation.SEARCH
                || (operation == Operation.SEE_READERS && actor.purpose() == Purpose.OVERSIGHT);
    }

    private static Request request(Actor actor, ResultSet row) throws SQLException {
        String group = row.getString("field_group");
        return new Request(
                actor,
                Operation.valueOf(row.getString("operation")),
                new FileFacts(row.getBoolean("open"), row.getBoolean("sealed"), relations(row)),
                group == null ? Set.of(FieldGroup.values()) : Set.of(FieldGroup.valueOf(group)));
    }

    /** As the tables have them: who owns a file is also of its own team. */
    private static Set<Relation> relations(ResultSet row) throws SQLException {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        add(relations, row.getBoolean("owns"), Relation.OWNER);
        add(relations, row.getBoolean("team"), Relation.TEAM);
        add(relations, row.getBoolean("team"), Relation.NIGHT_COVER);
        add(relations, row.getBoolean("supervises"), Relation.SUPERVISOR_OF_TEAM);
        add(relations, row.getBoolean("lawyer"), Relation.LAWYER_OF_FILE);
        add(relations, row.getBoolean("glass"), Relation.BREAK_GLASS);
        return relations;
    }

    private static void add(Set<Relation> relations, boolean holds, Relation relation) {
        if (holds) {
            relations.add(relation);
        }
    }

    private static java.sql.Array names(Connection connection, Enum<?>[] values) throws SQLException {
        return connection.createArrayOf(
                "text", Arrays.stream(values).map(Enum::name).toArray());
    }
}
