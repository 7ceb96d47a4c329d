package org.fourfold.node.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * It lies in the run's folder and ends with it.
 */
@NullMarked
final class TestServer {

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

    private TestServer(PostgresServer server, Credential superuser) throws SQLException {
        this.server = server;
        this.superuser = superuser;
        try (Connection connection = superuser("postgres")) {
            this.credentials = Roles.prepare(connection, new SecureRandom(), "");
        }
        this.template = template();
    }

    private static TestServer launch() {
        try {
            Path programs = TestRun.programs();
            Path folder = TestRun.own();
            Files.createDirectory(folder.resolve("logs"));
            ServerPlaces places = ServerPlaces.under(folder, programs);
            PostgresCommands commands =
                    new PostgresCommands(PostgresBinaries.unpackedUnder(programs), PostgresAccount.ofThisProcess());
            Credential superuser =
                    new PostgresCluster(places, commands, Durability.THROWN_AWAY, new SecureRandom()).open();
            PostgresServer server =
                    PostgresServer.start(places, commands, Durability.THROWN_AWAY, PostgresServer::freePort);
            TestRun.atTheEnd(server::close);
            return new TestServer(server, superuser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
