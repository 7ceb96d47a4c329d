package org.fourfold.node.ground;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A running PostgreSQL of our own with the node's database and users in it.
 *
 * @param credentials everybody's, made anew at this start
 */
record OwnServer(PostgresServer server, Credential superuser, Map<String, Credential> credentials)
        implements AutoCloseable {

    /** The database every server has; only for making the node's. */
    private static final String MAINTENANCE = "postgres";

    static OwnServer start(ServerPlaces places, RandomGenerator random) {
        PostgresCommands commands = new PostgresCommands(
                PostgresBinaries.unpackedUnder(places.programs()), PostgresAccount.ofThisProcess());
        // A server left over must be gone before the data directory is looked at, let alone opened alone.
        Orphan.stop(places.data());
        Credential superuser = new PostgresCluster(places, commands, Durability.KEPT, random).open();
        PostgresServer server = PostgresServer.start(places, commands, Durability.KEPT, PostgresServer::freePort);
        try {
            return new OwnServer(server, superuser, prepare(server, superuser, random));
        } catch (SQLException e) {
            server.close();
            throw ServerFault.problem(String.valueOf(e.getMessage()), places);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Map<String, Credential> prepare(PostgresServer server, Credential superuser, RandomGenerator random)
            throws SQLException {
        try (Connection connection = server.address(MAINTENANCE).as(superuser).getConnection()) {
            connection.setAutoCommit(false);
            Map<String, Credential> credentials = Roles.prepare(connection, random, "");
            connection.commit();
            connection.setAutoCommit(true);
            if (!databaseExists(connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + DatabaseAddress.OURS + " OWNER " + Roles.OWNER);
                }
            }
            Roles.openDatabase(connection, DatabaseAddress.OURS);
            return credentials;
        }
    }

    private static boolean databaseExists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT 1 FROM pg_database WHERE datname = '" + DatabaseAddress.OURS + "'")) {
            return rows.next();
        }
    }

    DatabaseAddress address() {
        return server.address(DatabaseAddress.OURS);
    }

    Connection openSuperuser() throws SQLException {
        return address().as(superuser).getConnection();
    }

    @Override
    public void close() {
        server.close();
    }
}
