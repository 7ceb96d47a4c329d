package org.fourfold.node.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Problem;

/** Homes of real nodes for tests, and what was written in them. */
public final class RecoveryBed {

    /** Of the file that a running PostgreSQL writes about itself. */
    private static final int PORT_LINE = 3;

    private RecoveryBed() {}

    /** Hears nothing of note. */
    static final GroundListener QUIET = new GroundListener() {
        @Override
        public void restarted() {}

        @Override
        public void lost(Problem problem) {}
    };

    /** A folder that the user who runs PostgreSQL may pass through. */
    public static Path folder() {
        return folder(false);
    }

    /** The same, with its home for a real node or for a demonstration. */
    public static Path folder(boolean demonstration) {
        Path folder = TestRun.passableFolder("recovery");
        Home made = home(folder.resolve("home"), demonstration);
        assert made.exists();
        return folder;
    }

    /** A real node's home, prepared. PostgreSQL is unpacked once for all homes of all tests. */
    public static Home home(Path path) {
        return home(path, false);
    }

    private static Home home(Path path, boolean demonstration) {
        Home home = new Home(path);
        home.prepare(demonstration);
        try {
            Files.delete(home.server());
            Files.createSymbolicLink(home.server(), TestRun.programs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    public static void remove(Path folder) {
        Orphan.stop(folder.resolve("home").resolve("data"));
        PostgresBinaries.delete(folder);
    }

    /** PostgreSQL takes samples of every column, as it does by and by. */
    public static void analyze(Home home) {
        asSuperuser(home, "ANALYZE");
    }

    /** Everything that PostgreSQL holds in memory is written to its files, as it will be by and by. */
    public static void checkpoint(Home home) {
        asSuperuser(home, "CHECKPOINT");
    }

    private static void asSuperuser(Home home, String statement) {
        try (Connection connection = superuser(home)) {
            TestServer.run(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every row of every table of ours, as {@code schema.table} and the row's text, for who has the superuser's password. */
    public static List<String> everyRow(Home home) {
        List<String> all = new ArrayList<>();
        try (Connection connection = superuser(home);
                Statement statement = connection.createStatement()) {
            for (String table : RowCounts.of(connection).keySet()) {
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        all.add(table + " " + rows.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    /** The columns of a schema that are not ciphertext, as {@code table.column}, for who has the superuser's password. */
    public static List<String> clearColumns(Home home, String schema) {
        List<String> all = new ArrayList<>();
        try (Connection connection = superuser(home);
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT table_name || '.' || column_name FROM information_schema.columns
                        WHERE table_schema = ? AND data_type <> 'bytea'
                        """)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static Connection superuser(Home home) throws SQLException {
        ServerPlaces places = home.serverPlaces();
        try {
            int port = Integer.parseInt(
                    Files.readAllLines(places.data().resolve("postmaster.pid")).get(PORT_LINE));
            Credential superuser = new Credential(
                    PostgresCommands.SUPERUSER,
                    Files.readString(places.password()).strip());
            return DatabaseAddress.here(port, DatabaseAddress.OURS)
                    .as(superuser)
                    .getConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Ground open(Path folder) {
        return open(folder, Optional.empty(), QUIET);
    }

    static Ground open(Path folder, Optional<String> url, GroundListener listener) {
        Home home = new Home(folder);
        home.prepare(false);
        Ground ground = Ground.open(home, url, InstantSource.system(), new SecureRandom(), listener);
        try {
            ground.migrate(Set.of("trust"));
            return ground;
        } catch (RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    /** Every process of the home's PostgreSQL, as a power cut would. */
    public static void killPostgres(Path home) {
        Unix.processesIn(home.resolve("data")).forEach(pid -> Unix.signal(pid, Unix.Signal.KILL));
    }

    /** The postmaster alone: its children find out for themselves, and may still end what they were at. */
    public static void killPostmaster(Path home) {
        PostmasterFile.read(home.resolve("data")).ifPresent(file -> Unix.signal(file.pid(), Unix.Signal.KILL));
    }

    static void write(Ground ground, String detail) {
        Database database = ground.databases().of("protection");
        database.write(NodeProcess.ACTOR, tx -> {
            tx.record(Event.of(NodeProcess.WRITTEN).detail(detail));
            return 0;
        });
    }

    /** What no look at the disk holds back. */
    static void writeAsNode(Ground ground, String detail) {
        ground.databases().of("protection").asNode(tx -> {
            tx.record(Event.of(NodeProcess.WRITTEN).detail(detail));
            return 0;
        });
    }

    static Set<String> written(Ground ground) {
        return new HashSet<>(ground.databases()
                .of("trust")
                .asNode(tx -> tx.sql("SELECT detail FROM trust.event WHERE type = 'test.written'")
                        .list((rs, n) -> rs.getString(1))));
    }

    /** Opens the home, reads what is there, closes it. */
    static Set<String> written(Path home) {
        try (Ground ground = open(home)) {
            return written(ground);
        }
    }
}
