package org.fourfold.node.ground;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * One process holds a database at a time: an advisory lock on a connection of its own. It guards what the home's lock
 * cannot, two homes that point at one server. When the connection breaks, the lock is taken again.
 */
final class DatabaseLock implements AutoCloseable {

    /** "Fourfold" in ASCII. */
    private static final long KEY = 0x466f7572666f6c64L;

    /** A server notices within moments that a killed node is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ALIVE_SECONDS_MAX = 5;

    /** What the look at the lock found. */
    enum State {
        HELD,
        /** The server does not answer; it may come back. */
        AWAY,
        TAKEN_BY_ANOTHER
    }

    private final DataSource source;
    private Connection connection;

    private DatabaseLock(DataSource source, Connection connection) {
        this.source = source;
        this.connection = connection;
    }

    static DatabaseLock take(DataSource source) throws SQLException {
        Connection connection = open(source);
        if (!Waiting.until(() -> tryLock(connection), PATIENCE, PAUSE)) {
            connection.close();
            throw new ProblemException(Problem.of("ground.database-held"));
        }
        return new DatabaseLock(source, connection);
    }

    private static Connection open(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            // A node that lost its power says no goodbye: the server finds out within a minute, not after two hours.
            statement.execute("SET tcp_keepalives_idle = 30");
            statement.execute("SET tcp_keepalives_interval = 10");
            statement.execute("SET tcp_keepalives_count = 3");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean tryLock(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether the lock is still held; takes it again when the connection broke and nobody else has. */
    synchronized State check() {
        try {
            if (connection.isValid(ALIVE_SECONDS_MAX)) {
                return State.HELD;
            }
            closeQuietly(connection);
            Connection next = open(source);
            if (!Waiting.until(() -> tryLock(next), PATIENCE, PAUSE)) {
                boolean answers = next.isValid(ALIVE_SECONDS_MAX);
                closeQuietly(next);
                return answers ? State.TAKEN_BY_ANOTHER : State.AWAY;
            }
            connection = next;
            return State.HELD;
        } catch (SQLException e) {
            return State.AWAY;
        }
    }

    @Override
    public synchronized void close() {
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was broken already; the server has released the lock.
        }
    }
}
