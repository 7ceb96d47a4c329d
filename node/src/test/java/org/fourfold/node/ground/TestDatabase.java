package org.fourfold.node.ground;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fourfold.node.frame.Database;
import org.jspecify.annotations.NullMarked;

/**
 * A database of a test's own, with all migrations, on the one test server. Made in some 0.1 s; dropped when closed.
 *
 * <pre>{@code
 * @Tag("database")
 * @ExtendWith(TestDatabases.class)
 * class FilesTest {
 *     private final Database database;
 *
 *     FilesTest(TestDatabase test) {
 *         this.database = test.database("protection");
 *     }
 * }
 * }</pre>
 */
@NullMarked
public final class TestDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final Databases databases;
    private final AtomicBoolean hasRoom = new AtomicBoolean(true);

    private TestDatabase(DatabaseAddress address, InstantSource clock) {
        this.address = address;
        this.databases = new Databases(address, TestServer.shared().credentials(), clock, hasRoom::get);
    }

    /** A new one, with the system's clock. */
    public static TestDatabase fresh() {
        return fresh(InstantSource.system());
    }

    /** A new one whose events are stamped by the given clock. */
    public static TestDatabase fresh(InstantSource clock) {
        try {
            return new TestDatabase(TestServer.shared().copy(), clock);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new one without any migration. */
    static TestDatabase empty() {
        try {
            return new TestDatabase(TestServer.shared().empty(), InstantSource.system());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The module's road, as its façade is given it. */
    public Database database(String module) {
        return databases.of(module);
    }

    /** All roads, with backup and owner. */
    public Databases databases() {
        return databases;
    }

    /** From now on the disk is full, or is not. */
    public void fullDisk(boolean full) {
        hasRoom.set(!full);
    }

    /** Runs SQL as the owner of all tables (under forced row security the owner sees only what policies show). */
    public void owner(String sql) {
        try (Connection connection = databases.openOwner()) {
            TestServer.run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection that may do and see everything; the test closes it. */
    public Connection superuser() {
        try {
            return TestServer.shared().superuser(address.name());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A plain connection of a database user, such as {@code fourfold_protection}; the test closes it. */
    public Connection user(String user) {
        try {
            return address.as(databases.credential(user)).getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        databases.close();
        try {
            TestServer.shared().drop(address);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
