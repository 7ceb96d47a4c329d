package org.fourfold.node.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Decision;
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

/** The rules are written twice, once in {@link Decisions} and once in the database: both must say the same, everywhere. */
@Tag("database")
@ExtendWith(TestDatabases.class)
class DatabaseDecidesTest {

    private static final MemberId MEMBER = new MemberId(new UUID(1, 1));
    private static final OrganisationId ORGANISATION = new OrganisationId(new UUID(2, 2));

    private final TestDatabase test;

    DatabaseDecidesTest(TestDatabase test) {
        this.test = test;
    }

    @Test
    void theDatabasePermitsWhatDecideAllowsAndNothingElse() throws SQLException {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (Connection connection = test.superuser();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT role, relation, operation, field_group, sealed, open,
                               protection.permits(role, relation, operation, field_group, sealed, open) AS permitted
                        FROM unnest(?) AS role, unnest(?) AS relation, unnest(?) AS operation,
                             unnest(? || ARRAY[NULL::text]) AS field_group,
                             unnest(ARRAY[false, true]) AS sealed, unnest(ARRAY[false, true]) AS open
                        """)) {
            statement.setArray(1, names(connection, Role.values()));
            statement.setArray(2, names(connection, Relation.values()));
            statement.setArray(3, names(connection, Operation.values()));
            statement.setArray(4, names(connection, FieldGroup.values()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    compared++;
                    Request request = request(row);
                    boolean allowed = Decisions.decide(request).allowed();
                    boolean permitted = row.getBoolean("permitted") && !row.wasNull();
                    if (allowed != permitted) {
                        differences.add(request + ": decide " + allowed + ", database " + permitted);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared)
                .isEqualTo(Role.values().length
                        * Relation.values().length
                        * Operation.values().length
                        * (FieldGroup.values().length + 1)
                        * 4);
    }

    /** The database joins relations by OR: so must decide, or a second relation would tell them apart. */
    @Test
    void severalRelationsOpenWhatEachOfThemOpens() {
        for (Role role : Role.values()) {
            for (Operation operation : Operation.values()) {
                for (boolean sealed : new boolean[] {false, true}) {
                    for (int chosen = 1; chosen < 1 << Relation.values().length; chosen++) {
                        Set<Relation> relations = relations(chosen);
                        Set<FieldGroup> each = new java.util.HashSet<>();
                        boolean any = false;
                        for (Relation relation : relations) {
                            Decision one = decide(role, operation, sealed, Set.of(relation));
                            each.addAll(one.permitted());
                            any |= one.allowed();
                        }
                        Decision together = decide(role, operation, sealed, relations);
                        assertThat(together.permitted()).isEqualTo(each);
                        assertThat(together.allowed()).isEqualTo(any);
                    }
                }
            }
        }
    }

    private static Decision decide(Role role, Operation operation, boolean sealed, Set<Relation> relations) {
        Actor actor = new Actor(MEMBER, role, Purpose.PROTECTION, ORGANISATION);
        return Decisions.decide(
                new Request(actor, operation, new FileFacts(true, sealed, relations), Set.of(FieldGroup.values())));
    }

    private static Request request(ResultSet row) throws SQLException {
        String group = row.getString("field_group");
        return new Request(
                new Actor(MEMBER, Role.valueOf(row.getString("role")), Purpose.PROTECTION, ORGANISATION),
                Operation.valueOf(row.getString("operation")),
                new FileFacts(
                        row.getBoolean("open"),
                        row.getBoolean("sealed"),
                        Set.of(Relation.valueOf(row.getString("relation")))),
                group == null ? Set.of(FieldGroup.values()) : Set.of(FieldGroup.valueOf(group)));
    }

    private static Set<Relation> relations(int chosen) {
        Set<Relation> relations = java.util.EnumSet.noneOf(Relation.class);
        int bit = 1;
        for (Relation relation : Relation.values()) {
            if ((chosen & bit) != 0) {
                relations.add(relation);
            }
            bit <<= 1;
        }
        return relations;
    }

    private static java.sql.Array names(Connection connection, Enum<?>[] values) throws SQLException {
        return connection.createArrayOf(
                "text", Arrays.stream(values).map(Enum::name).toArray());
    }
}
