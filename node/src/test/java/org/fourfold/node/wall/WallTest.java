package org.fourfold.node.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.ground.TestDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What each member may see and do, asked of the database as the module's user; and the proof that these sentences hold
 * the wall up: with any one policy opened or taken away, one of them no longer holds.
 */
@Tag("database")
@ExtendWith(TestDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallTest {

    private final TestDatabase test;
    private final List<Claim> claims = new ArrayList<>();

    WallTest(TestDatabase test) {
        this.test = test;
    }

    @BeforeAll
    void furnish() throws SQLException {
        try (Connection connection = test.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(Claim.named(Claim.resource("house.sql")));
            for (String room : RowSecurityTest.rooms()) {
                statement.execute(Claim.named(Claim.resource(room + ".sql")));
                claims.addAll(Claim.of(room));
                for (String table : tables(statement, room)) {
                    claims.add(Claim.backup(table, count(statement, table)));
                }
            }
        }
    }

    @Test
    void eachMemberSeesAndDoesWhatTheSentencesSay() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String user : claims.stream().map(Claim::user).distinct().toList()) {
            try (Connection connection = test.user(user)) {
                connection.setAutoCommit(false);
                for (Claim claim :
                        claims.stream().filter(one -> one.user().equals(user)).toList()) {
                    String outcome = claim.outcome(connection);
                    connection.rollback();
                    if (!outcome.equals(claim.expected())) {
                        wrong.add(claim.sentence() + " " + claim.expected() + ", but " + outcome);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTableHasARowThatTheBackupMustRead() {
        assertThat(claims.stream()
                        .filter(claim -> claim.user().equals("fourfold_backup"))
                        .filter(claim -> claim.expected().equals("0")))
                .isEmpty();
    }

    @Test
    void everyPolicyCarriesWeight() throws SQLException {
        List<String> idle = new ArrayList<>();
        try (Connection connection = test.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<Policy> policies = Policy.all(connection, RowSecurityTest.rooms());
            assertThat(policies).isNotEmpty();
            for (Policy policy : policies) {
                for (String ruin : policy.ruins()) {
                    statement.execute(ruin);
                    if (!isNoticed(connection, statement, about(policy.table()))) {
                        idle.add(ruin);
                    }
                    connection.rollback();
                }
            }
        }
        assertThat(idle).as("policies that no sentence would miss").isEmpty();
    }

    /** The sentences are asked in one connection, for the ruin is never committed: only the user is another. */
    private static boolean isNoticed(Connection connection, Statement statement, Stream<Claim> asked)
            throws SQLException {
        for (Claim claim : asked.toList()) {
            Savepoint before = connection.setSavepoint();
            statement.execute("SET LOCAL SESSION AUTHORIZATION " + claim.user());
            String outcome = claim.outcome(connection);
            connection.rollback(before);
            if (!outcome.equals(claim.expected())) {
                return true;
            }
        }
        return false;
    }

    private Stream<Claim> about(String table) {
        return claims.stream().filter(claim -> claim.table().equals(table));
    }

    private static List<String> tables(Statement statement, String room) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT schemaname || '.' || tablename FROM pg_tables"
                + " WHERE schemaname = '" + room + "' ORDER BY 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
