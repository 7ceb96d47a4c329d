package org.fourfold.node.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The one server of a test run: never flushed, its users made once, a template with all migrations named by their hash.
 * It is stopped and its data removed when the run ends; what a killed run left behind is removed by the next.
 */
@NullMarked
final class TestServer {

    private static final Path SHARED =
            Path.of(System.getProperty("java.io.tmpdir"), "fourfold-test-" + System.getProperty("user.name"));

    /** Held for the life of the JVM: an unlocked folder was left by a run that was killed. */
    @SuppressWarnings("unused")
    private final FileLock lock;

    private final PostgresServer server;
    private final Credential superuser;
    private final Map<String, Credential> credentials;
    private final String template;
    private final AtomicInteger copies = new AtomicInteger();

    /** Made when first asked for; the JVM itself sees to it that this happens once. */
    private static final class Holder {
        static final TestServer SERVER = launch();
    }

    static TestServer shared() {
        return Holder.SERVER;
    }

    private TestServer(PostgresServer server, Credential superuser, FileLock lock) throws SQLException {
        this.server = server;
        this.superuser = superuser;
        this.lock = lock;
        try (Connection connection = superuser("postgres")) {
            this.credentials = Roles.prepare(connection, new SecureRandom(), "");
        }
        this.template = template();
    }

    private static TestServer launch() {
        try {
            Path programs = programs();
            Path runs = Files.createDirectories(SHARED.resolve("runs"));
            Unix.allow(runs, "rwx--x--x");
            Path folder;
            FileLock lock;
            // One run at a time looks for abandoned folders and makes its own: a folder just made is not abandoned.
            try (FileChannel turn = turn();
                    FileLock held = turn.lock()) {
                assert held.isValid();
                removeAbandoned(runs);
                folder = Files.createTempDirectory(runs, "run-");
                Unix.allow(folder, "rwx--x--x");
                lock = hold(folder);
            }
            Files.createDirectory(folder.resolve("logs"));
            ServerPlaces places = ServerPlaces.under(folder, programs);
            PostgresCommands commands =
                    new PostgresCommands(PostgresBinaries.unpackedUnder(programs), PostgresAccount.ofThisProcess());
            Credential superuser =
                    new PostgresCluster(places, commands, Durability.THROWN_AWAY, new SecureRandom()).open();
            PostgresServer server =
                    PostgresServer.start(places, commands, Durability.THROWN_AWAY, PostgresServer::freePort);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                PostgresBinaries.delete(folder);
            }));
            return new TestServer(server, superuser, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where PostgreSQL's programs are unpacked, once, for all tests of this user. */
    static Path programs() throws IOException {
        Path programs = Files.createDirectories(SHARED.resolve("programs"));
        Unix.allow(SHARED, "rwx--x--x");
        Unix.allow(programs, "rwx--x--x");
        try (FileChannel turn = turn();
                FileLock held = turn.lock()) {
            assert held.isValid();
            if (!Files.isDirectory(PostgresBinaries.unpackedUnder(programs).folder())) {
                throw new IOException("PostgreSQL is not unpacked");
            }
        }
        return programs;
    }

    private static FileChannel turn() throws IOException {
        return FileChannel.open(SHARED.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static FileLock hold(Path folder) throws IOException {
        // The channel is held by the lock and closed by the end of the JVM.
        @SuppressWarnings("resource")
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return channel.lock();
    }

    private static void removeAbandoned(Path runs) throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            for (Path folder : folders.toList()) {
                if (isAbandoned(folder)) {
                    Orphan.stop(folder.resolve("data"));
                    PostgresBinaries.delete(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException e) {
            // Just being made by another run, or just removed.
            return false;
        }
    }

    private String template() throws SQLException {
        String name = "template_" + hashOfMigrations();
        try (Connection connection = superuser("postgres")) {
            run(connection, "CREATE DATABASE " + name + " OWNER " + Roles.OWNER);
        }
        DatabaseAddress address = server.address(name);
        Set<String> modules = new LinkedHashSet<>(Roles.MODULES);
        Credential owner = Objects.requireNonNull(credentials.get(Roles.OWNER));
        var _ = new Migrations(address.as(owner), modules).run();
        return name;
    }

    /** Of all migrations on the classpath, in the order of their modules and names. */
    private static String hashOfMigrations() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String module : Roles.MODULES) {
                var folder = TestServer.class.getResource("/db/migration/" + module);
                if (folder == null) {
                    continue;
                }
                try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                    for (Path file : files.sorted().toList()) {
                        digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                        try (InputStream stream = Files.newInputStream(file)) {
                            digest.update(stream.readAllBytes());
                        }
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database with all migrations, copied from the template. */
    DatabaseAddress copy() throws SQLException {
        String name = "copy_" + copies.incrementAndGet();
        create("CREATE DATABASE " + name + " TEMPLATE " + template + " OWNER " + Roles.OWNER);
        return server.address(name);
    }

    /** A new database without anything in it. */
    DatabaseAddress empty() throws SQLException {
        String name = "empty_" + copies.incrementAndGet();
        create("CREATE DATABASE " + name + " OWNER " + Roles.OWNER);
        return server.address(name);
    }

    private synchronized void create(String statement) throws SQLException {
        try (Connection connection = superuser("postgres")) {
            run(connection, statement);
        }
    }

    void drop(DatabaseAddress address) throws SQLException {
        try (Connection connection = superuser("postgres")) {
            run(connection, "DROP DATABASE IF EXISTS " + address.name() + " WITH (FORCE)");
        }
    }

    Connection superuser(String database) throws SQLException {
        return server.address(database).as(superuser).getConnection();
    }

    Map<String, Credential> credentials() {
        return credentials;
    }

    static void run(Connection connection, String text) throws SQLException {
        for (String each : List.of(text)) {
            try (var statement = connection.createStatement()) {
                statement.execute(each);
            }
        }
    }
}
