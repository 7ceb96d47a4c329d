package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("recovery")
@Timeout(180)
class OwnServerTest {

    private final Path folder = RecoveryBed.folder();
    private final Path home = folder.resolve("home");

    @AfterEach
    void remove() {
        RecoveryBed.remove(folder);
    }

    @Test
    void aCleanRestartKeepsWhatWasWrittenAndLeavesNoProcess() {
        try (Ground ground = RecoveryBed.open(home)) {
            RecoveryBed.write(ground, "first");
        }
        assertThat(Unix.processesIn(home.resolve("data"))).isEmpty();

        assertThat(RecoveryBed.written(home)).containsExactly("first");
    }

    @Test
    void aSecondNodeOnTheHomeIsRefusedAndTheFirstGoesOn() throws Exception {
        try (Ground first = RecoveryBed.open(home);
                NodeHandle second = NodeHandle.start(home, "second", 1)) {
            second.awaitSaid("problem ground.home-held");
            assertThat(second.end()).isZero();
            assertThatThrownBy(() -> RecoveryBed.open(home)).hasMessage("ground.home-held");
            // A refusal within the same process must not have let go of the lock.
            try (NodeHandle third = NodeHandle.start(home, "third", 1)) {
                third.awaitSaid("problem ground.home-held");
            }

            RecoveryBed.write(first, "still");
            assertThat(RecoveryBed.written(first)).containsExactly("still");
        }
    }

    @Test
    void closingTwiceLeavesTheNextNodeAlone() {
        Ground first = RecoveryBed.open(home);
        first.close();
        try (Ground second = RecoveryBed.open(home)) {
            first.close();
            RecoveryBed.write(second, "second");
            assertThatThrownBy(() -> RecoveryBed.open(home)).hasMessage("ground.home-held");
        }
    }

    @Test
    void whatServesIsDurableQuietAndReachedByPasswordOnly() throws Exception {
        try (Ground ground = RecoveryBed.open(home);
                Connection connection = ground.databases().openOwner();
                Statement statement = connection.createStatement()) {
            for (String[] setting : new String[][] {
                {"fsync", "on"},
                {"synchronous_commit", "on"},
                {"full_page_writes", "on"},
                {"data_checksums", "on"},
                {"listen_addresses", "127.0.0.1"},
                {"shared_buffers", "48MB"},
                {"jit", "off"},
                {"log_error_verbosity", "terse"},
                {"log_min_error_statement", "panic"},
                {"log_parameter_max_length", "0"},
                {"log_parameter_max_length_on_error", "0"},
                {"password_encryption", "scram-sha-256"}
            }) {
                try (ResultSet rows = statement.executeQuery("SHOW " + setting[0])) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).as(setting[0]).isEqualTo(setting[1]);
                }
            }
            try (ResultSet rows = statement.executeQuery(
                    "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("bC.UTF-8");
            }
            Credential guessed = new Credential(PostgresCommands.SUPERUSER, "");
            DatabaseAddress address = ground.databases().address();
            assertThatThrownBy(() -> address.as(guessed).getConnection()).isInstanceOf(java.sql.SQLException.class);
            assertThat(Files.readString(home.resolve("data/pg_hba.conf"))).doesNotContain("trust\n");
        }
    }

    @Test
    void onlyTheDataBelongToTheUserWhoRunsTheServerAndNoPasswordIsLeft() throws Exception {
        RecoveryBed.open(home).close();

        assertThat(home.resolve("superuser-for-initdb")).doesNotExist();
        assertThat(rights(home.resolve("superuser"))).isEqualTo("rw-------");
        assertThat(rights(home.resolve("logs/postgresql.log"))).isEqualTo("rw-------");
        assertThat(rights(home.resolve("data"))).isEqualTo("rwx------");
        String ours = Files.getOwner(home).getName();
        assertThat(Files.getOwner(home.resolve("logs/postgresql.log")).getName())
                .isEqualTo(ours);
        String runs = Unix.isRoot() ? PostgresAccount.NAME : ours;
        assertThat(Files.getOwner(home.resolve("data")).getName()).isEqualTo(runs);
        assertThat(Files.getOwner(home.resolve("superuser")).getName()).isEqualTo(ours);
    }

    @Test
    void theLogHoldsNothingThatWasTyped() throws Exception {
        try (Ground ground = RecoveryBed.open(home);
                Connection connection = ground.databases().openOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE public.canary (name text PRIMARY KEY)");
            statement.execute("INSERT INTO canary VALUES ('Xochitl Canario')");
            for (String fault : List.of(
                    "INSERT INTO canary VALUES ('Xochitl Canario')",
                    "SELECT 'Xochitl Canario'::uuid",
                    "SELECT Xochitl FROM canary",
                    "DO $$ BEGIN RAISE WARNING 'Xochitl Canario'; END $$; SELECT 1/0")) {
                assertThatThrownBy(() -> statement.execute(fault)).isInstanceOf(java.sql.SQLException.class);
            }
        }
        assertThat(Files.readString(home.resolve("logs/postgresql.log"))).doesNotContainIgnoringCase("Xochitl");
    }

    @Test
    void aLostPasswordFileIsMadeAnewAndNothingIsLost() throws Exception {
        try (Ground ground = RecoveryBed.open(home)) {
            RecoveryBed.write(ground, "before");
        }
        Files.delete(home.resolve("superuser"));

        assertThat(RecoveryBed.written(home)).containsExactly("before");
        assertThat(rights(home.resolve("superuser"))).isEqualTo("rw-------");
    }

    @Test
    void aNumberOfAnEarlierServerThatIsNowAnotherProgramIsLeftAlone() throws Exception {
        RecoveryBed.open(home).close();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    home.resolve("data/postmaster.pid"),
                    other.pid() + "\n" + home.resolve("data") + "\n1\n2\n\n127.0.0.1\n\nready\n");

            RecoveryBed.open(home).close();

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aServerHalfMadeWhenThePowerWentIsMadeAnew() throws Exception {
        new Home(home).prepare(false);
        Files.createDirectories(home.resolve("data-unfinished/base"));
        Files.writeString(home.resolve("superuser"), "old\n");
        Files.writeString(home.resolve("superuser-for-initdb"), "old\n");

        assertThat(RecoveryBed.written(home)).isEmpty();
        assertThat(home.resolve("data-unfinished")).doesNotExist();
        assertThat(home.resolve("superuser-for-initdb")).doesNotExist();
    }

    @Test
    void aPortThatSomebodyTookIsLeftToThem() throws Exception {
        new Home(home).prepare(false);
        ServerPlaces places = new Home(home).serverPlaces();
        PostgresCommands commands = new PostgresCommands(
                PostgresBinaries.unpackedUnder(places.programs()), PostgresAccount.ofThisProcess());
        assertThat(new PostgresCluster(places, commands, Durability.KEPT, new SecureRandom()).open())
                .isNotNull();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Iterator<Integer> ports =
                    List.of(taken.getLocalPort(), PostgresServer.freePort()).iterator();
            try (PostgresServer server = PostgresServer.start(places, commands, Durability.KEPT, ports::next)) {
                assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
            }
            assertThatThrownBy(() -> PostgresServer.start(places, commands, Durability.KEPT, taken::getLocalPort)
                            .close())
                    .hasMessage("ground.server-failed");
        }
    }

    @Test
    void aServerThatKeepsEndingIsRestartedThreeTimesAndThenTheNodeIsTold() throws Exception {
        AtomicInteger restarts = new AtomicInteger();
        CompletableFuture<Problem> lost = new CompletableFuture<>();
        GroundListener listener = new GroundListener() {
            @Override
            public void restarted() {
                restarts.incrementAndGet();
            }

            @Override
            public void lost(Problem problem) {
                lost.complete(problem);
            }
        };
        try (Ground ground = RecoveryBed.open(home, Optional.empty(), listener)) {
            for (int killed = 1; killed <= Keeper.RESTARTS_MAX; killed++) {
                RecoveryBed.killPostgres(home);
                int expected = killed;
                assertThat(Waiting.until(
                                () -> restarts.get() == expected, Duration.ofSeconds(60), Duration.ofMillis(10)))
                        .isTrue();
                write(ground, "after/" + killed);
            }
            RecoveryBed.killPostgres(home);
            assertThat(lost.get(60, TimeUnit.SECONDS).code()).isEqualTo("ground.database-lost");
            assertThat(restarts).hasValue(Keeper.RESTARTS_MAX);
        }
        assertThat(RecoveryBed.written(home)).containsExactlyInAnyOrder("after/1", "after/2", "after/3");
    }

    /** Connections of the pool that broke with the server are told as such once or twice, and then it works. */
    private static void write(Ground ground, String detail) {
        assertThat(Waiting.until(
                        () -> {
                            try {
                                RecoveryBed.write(ground, detail);
                                return true;
                            } catch (ProblemException e) {
                                assertThat(e).hasMessage("frame.database-away");
                                return false;
                            }
                        },
                        Duration.ofSeconds(30),
                        Duration.ofMillis(10)))
                .isTrue();
    }

    @Test
    void theProgramsAreOfTheVersionTheyAreTakenFor() {
        PostgresBinaries binaries = PostgresBinaries.unpackedUnder(folder);

        String said = Unix.run(List.of(binaries.program("postgres").toString(), "--version"))
                .output();
        assertThat(said.strip()).endsWith("(PostgreSQL) " + PostgresBinaries.VERSION);
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
