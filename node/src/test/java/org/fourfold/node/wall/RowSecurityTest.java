package org.fourfold.node.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.ground.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No table of a P without the wall, and none of any schema that a backup would leave out: asked of pg_class itself. */
@Tag("database")
@ExtendWith(TestDatabases.class)
class RowSecurityTest {

    private final TestDatabase test;

    RowSecurityTest(TestDatabase test) {
        this.test = test;
    }

    @Test
    void everyRoomHasTables() throws SQLException {
        assertThat(asked("SELECT DISTINCT c.relnamespace::regnamespace::text FROM pg_class c"
                        + " WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text = ANY (?)"))
                .containsExactlyInAnyOrder(rooms());
    }

    @Test
    void everyTableOfARoomIsForcedUnderPolicies() throws SQLException {
        assertThat(asked("""
                SELECT c.oid::regclass::text FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text = ANY (?)
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                           AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
                """)).isEmpty();
    }

    @Test
    void noViewOrCopyOfRowsLeadsAroundTheWall() throws SQLException {
        assertThat(asked("""
                SELECT c.oid::regclass::text FROM pg_class c
                WHERE c.relkind IN ('v', 'm', 'f') AND c.relnamespace::regnamespace::text = ANY (?)
                """)).isEmpty();
    }

    @Test
    void noPolicyOfARoomSpeaksToEverybody() throws SQLException {
        assertThat(asked("""
                SELECT p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                WHERE c.relnamespace::regnamespace::text = ANY (?)
                  AND EXISTS (SELECT FROM unnest(p.polroles) AS role
                              WHERE role = 0 OR role::regrole::text
                                    NOT IN ('fourfold_backup', 'fourfold_' || c.relnamespace::regnamespace))
                """)).isEmpty();
    }

    @Test
    void theBackupMayReadEveryTableOfEverySchema() throws SQLException {
        assertThat(asked("""
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND (NOT has_schema_privilege('fourfold_backup', n.oid, 'USAGE')
                       OR NOT has_table_privilege('fourfold_backup', c.oid, 'SELECT')
                       OR (c.relrowsecurity AND NOT EXISTS (
                               SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = 'r' AND p.polpermissive
                                 AND 'fourfold_backup'::regrole = ANY (p.polroles)
                                 AND pg_get_expr(p.polqual, p.polrelid) = 'true')))
                  AND n.nspname <> 'migration'
                """)).isEmpty();
    }

    /** The rooms that any kind of node may have. */
    static String[] rooms() {
        return Arrays.stream(NodeKind.values())
                .flatMap(kind -> kind.rooms().stream())
                .distinct()
                .toArray(String[]::new);
    }

    /** The rows of a query, whose parameter, if it has one, is the list of rooms. */
    private List<String> asked(String query) throws SQLException {
        try (Connection connection = test.superuser();
                PreparedStatement statement = connection.prepareStatement(query)) {
            if (statement.getParameterMetaData().getParameterCount() == 1) {
                statement.setArray(1, connection.createArrayOf("text", rooms()));
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }
}
