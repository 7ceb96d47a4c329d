package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(TestDatabases.class)
class RolesTest {

    private final TestDatabase test;

    RolesTest(TestDatabase test) {
        this.test = test;
    }

    @Test
    void nobodyOfOursMayMakeRolesOrDatabasesOrPassRowSecurity() throws Exception {
        assertThat(rows("""
                SELECT rolname FROM pg_roles
                WHERE rolname LIKE 'fourfold%'
                  AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)
                """)).isEmpty();
    }

    @Test
    void theGroupHoldsTheModulesAndNobodyElse() throws Exception {
        assertThat(rows("""
                SELECT u.rolname FROM pg_auth_members m
                JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
                WHERE g.rolname = 'fourfold_module'
                """))
                .containsExactlyInAnyOrderElementsOf(
                        Roles.MODULES.stream().map(Roles::userOf).toList());
        assertThat(rows("SELECT rolname FROM pg_roles WHERE rolname = 'fourfold_module' AND rolcanlogin"))
                .isEmpty();
    }

    @Test
    void modulesPlanEachStatementForItsValuesButForCaseFiles() throws Exception {
        for (String module : Roles.MODULES) {
            try (Connection connection = test.user(Roles.userOf(module))) {
                assertThat(rows(connection, "SHOW plan_cache_mode"))
                        .as(module)
                        .containsExactly(module.equals("protection") ? "auto" : "force_custom_plan");
            }
        }
    }

    @Test
    void aModuleCanNeitherMakeTablesNorSchemas() throws Exception {
        try (Connection connection = test.user("fourfold_protection");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE public.mine (n int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("CREATE SCHEMA mine"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aModuleCannotReadTheRecordItWritesTo() throws Exception {
        try (Connection connection = test.user("fourfold_protection");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM trust.event"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aModuleReachesOnlyItsOwnSchema() throws Exception {
        TreeMap<String, TreeSet<String>> foreign = new TreeMap<>();
        for (String row : rows("""
                SELECT r.rolname || ' ' || n.nspname || '.' || c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_roles r
                WHERE c.relkind IN ('r', 'v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND r.rolname LIKE 'fourfold%' AND r.rolname NOT IN ('fourfold_owner', 'fourfold_backup')
                  AND r.rolname <> 'fourfold_' || n.nspname AND n.nspname <> 'registry'
                  AND (has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                       OR has_table_privilege(r.oid, c.oid, 'SELECT'))
                """)) {
            foreign.computeIfAbsent(row, key -> new TreeSet<>());
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void theBackupWritesNothing() throws Exception {
        assertThat(rows("""
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND has_table_privilege('fourfold_backup', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                """)).isEmpty();
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = test.superuser()) {
            return rows(connection, query);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
