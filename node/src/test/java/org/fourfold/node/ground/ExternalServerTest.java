package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node on the organisation's own PostgreSQL: the one that Debian brings, 15. */
@Tag("recovery")
@Timeout(180)
class ExternalServerTest {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql/15");
    private static final Path FOLDER = RecoveryBed.folder();
    private static final Credential SUPERUSER = new Credential(PostgresCommands.SUPERUSER, "of the test's own server");

    private static Optional<PostgresServer> started = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(DEBIAN.resolve("bin/initdb")),
                "skipped: no PostgreSQL 15 of Debian's (apt-get install postgresql-15)");
        PostgresAccount account = PostgresAccount.ofThisProcess();
        PostgresCommands commands = new PostgresCommands(new PostgresBinaries(DEBIAN), account);
        ServerPlaces places = ServerPlaces.under(FOLDER, FOLDER);
        Files.createDirectories(FOLDER.resolve("logs"));
        Files.createDirectory(places.data(), Unix.rights("rwx------"));
        account.own(places.data());
        Files.writeString(places.passwordCopy(), SUPERUSER.password());
        account.own(places.passwordCopy());
        Unix.Outcome made = Unix.run(
                commands.process(
                        account.command(List.of(
                                DEBIAN.resolve("bin/initdb").toString(),
                                "--pgdata=" + places.data(),
                                "--username=" + SUPERUSER.user(),
                                "--pwfile=" + places.passwordCopy(),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--no-locale")),
                        FOLDER),
                120);
        assertThat(made.code()).as(made.output()).isZero();
        started = Optional.of(PostgresServer.start(places, commands, Durability.KEPT, PostgresServer::freePort));
    }

    @AfterAll
    static void stop() {
        started.ifPresent(PostgresServer::close);
        RecoveryBed.remove(FOLDER);
    }

    @Test
    void anOwnerWhoMayMakeRolesIsEnough() throws Exception {
        dropAll();
        superuser("CREATE ROLE boss LOGIN CREATEROLE PASSWORD 'b@ss'");
        superuser("CREATE DATABASE house OWNER boss ENCODING 'UTF8'");
        String url = url("boss", "b%40ss", "house");

        try (Ground ground = open("one", url)) {
            RecoveryBed.write(ground, "one");
            assertThat(ground.runsOwnServer()).isFalse();
            assertThat(ground.rowCounts()).isEmpty();
            assertThatThrownBy(() -> open("two", url)).hasMessage("ground.database-held");
        }
        try (Ground again = open("two", url)) {
            assertThat(RecoveryBed.written(again)).containsExactly("one");
            again.migrate(Set.copyOf(Roles.MODULES));
        }
    }

    @Test
    void whatTheScriptMakesIsEnough() throws Exception {
        dropAll();
        DatabaseScript script = DatabaseScript.write(new SecureRandom());
        for (String statement : script.sql().split(";\n", -1)) {
            if (!statement.isBlank()) {
                superuser(statement);
            }
        }
        String url = script.url("127.0.0.1", started.orElseThrow().port());

        try (Ground ground = open("three", url)) {
            ground.migrate(Set.copyOf(Roles.MODULES));
            RecoveryBed.write(ground, "three");
            assertThat(RecoveryBed.written(ground)).containsExactly("three");
        }
    }

    @Test
    void anOwnerWhoMayNotAndHasNoRolesIsToldOfTheScript() throws Exception {
        dropAll();
        superuser("CREATE ROLE boss LOGIN PASSWORD 'boss'");
        superuser("CREATE DATABASE house OWNER boss ENCODING 'UTF8'");

        assertThatThrownBy(() -> open("four", url("boss", "boss", "house"))).hasMessage("ground.external-roles");
    }

    @Test
    void aWrongPasswordAndAServerThatIsNotThereAreToldApart() throws Exception {
        assertThatThrownBy(() -> open("five", url("nobody", "guess", "house"))).hasMessage("ground.external-sign-in");
        String nowhere = "postgresql://a:b@127.0.0.1:" + PostgresServer.freePort() + "/d";
        assertThatThrownBy(() -> open("five", nowhere)).hasMessage("ground.external-unreachable");
    }

    @Test
    void aServerThatDoesNotKeepWhatItConfirmsIsRefused() throws Exception {
        dropAll();
        superuser("CREATE ROLE boss LOGIN CREATEROLE PASSWORD 'boss'");
        superuser("CREATE DATABASE house OWNER boss ENCODING 'UTF8'");
        superuser("ALTER ROLE boss SET synchronous_commit = off");

        assertThatThrownBy(() -> open("six", url("boss", "boss", "house"))).hasMessage("ground.external-not-durable");
    }

    private static Ground open(String home, String url) {
        return RecoveryBed.open(FOLDER.resolve(home), Optional.of(url), RecoveryBed.QUIET);
    }

    private static String url(String user, String password, String database) {
        return "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(user, password, started.orElseThrow().port(), database);
    }

    private static void superuser(String statement) throws SQLException {
        try (Connection connection =
                        started.orElseThrow().address("postgres").as(SUPERUSER).getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static void dropAll() throws SQLException {
        superuser("DROP DATABASE IF EXISTS house WITH (FORCE)");
        superuser("DROP DATABASE IF EXISTS fourfold WITH (FORCE)");
        for (String user : Roles.users()) {
            superuser("DROP ROLE IF EXISTS " + user);
        }
        superuser("DROP ROLE IF EXISTS " + Roles.GROUP);
        superuser("DROP ROLE IF EXISTS boss");
    }
}
