package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fourfold.command.demo.DemonstrationIncidents;
import org.fourfold.node.frame.Language;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.tour.web.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was packaged, started once as a demonstration and used from other processes as its users would: commands over the
 * channel, refusals, backup and restore, the lock, the stop, the second start.
 */
@Tag("recovery")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedNodeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MEMBERS = 12;
    private static final int UNIT_MEMBERS = 13;
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder = folder();
    private final Path home = folder.resolve("home");
    private Optional<PackagedDemo> started = Optional.empty();

    @BeforeAll
    void start() throws IOException {
        started = Optional.of(PackagedDemo.start(home));
    }

    @AfterAll
    void remove() throws IOException {
        started.ifPresent(PackagedDemo::stop);
        TomcatHome.forget();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    @Order(1)
    void aDemonstrationTellsItsMembersOnceAndAnswersOnLoopback() throws Exception {
        assertThat(demo().told())
                .contains(
                        "Integrantes de Casa Ceiba. En esta demostración todas las personas, los lugares y los hechos son inventados.",
                        "Integrantes de Unidad Estero. En esta demostración todas las personas, los lugares y los hechos son inventados.")
                .containsOnlyOnce("Ctrl-C lo detiene.");
        assertThat(demo().passwords()).as("nobody works in both nodes").hasSize(MEMBERS + UNIT_MEMBERS);
        assertThat(Files.readString(folder.resolve("remarks"))).isEqualTo("Iniciando…\n");
        assertThat(page("/sign-in")).isEqualTo(200);
        assertThat(page("/health")).isEqualTo(200);
        try (Guest guest = new Guest()) {
            assertThat(guest.open(demo().unitPort(), "/sign-in").body()).contains("Unidad Estero");
        }
        assertThat(Files.getPosixFilePermissions(home.resolve("control")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Order(2)
    void everyStepOfTheTourOpensForTheMemberItNames() {
        try (Guest guest = new Guest()) {
            for (Scene scene : Scene.ALL) {
                String there =
                        guest.open(demo().port(), "/tour/" + scene.number()).body();
                for (Scene.Part part : scene.parts()) {
                    boolean shelter = part.node() == NodeKind.SHELTER;
                    int port = shelter ? demo().port() : demo().unitPort();
                    guest.signIn(port, part.signInName(), demo().passwordOf(part.signInName()));
                    for (Scene.Step step : part.steps()) {
                        step.link().ifPresent(path -> {
                            assertThat(there)
                                    .contains("href=\"" + (shelter ? "" : "http://localhost:" + port) + path + "\"");
                            assertThat(guest.open(port, path).statusCode())
                                    .as("%s for %s", path, part.signInName())
                                    .isEqualTo(200);
                        });
                    }
                }
            }
            assertThat(guest.open(demo().port(), "/account").body())
                    .as("who signed in to the unit is still signed in to the shelter")
                    .contains("amparo");
            assertThat(guest.open(demo().unitPort(), "/tour/1").body())
                    .contains("href=\"http://localhost:" + demo().port() + "/files\"");
        }
    }

    @Test
    @Order(3)
    void anImportReportsForPeopleAndForPrograms() throws IOException {
        Path file = folder.resolve("incidents.csv");
        int written = 150;
        new DemonstrationIncidents(new SplittableRandom(77), LocalDate.of(2020, 6, 30)).write(file, written);
        String first = Files.readAllLines(file).get(1);
        Files.writeString(
                file,
                first.replaceFirst("^[^,]+,[^,]+,[^,]+", "PG-99999,2020-02-30,-4") + "\n",
                StandardOpenOption.APPEND);
        long before = exported();

        JsonNode dry = json(say("import", "incidents", file.toString(), "--dry-run", "--json", "--source", "Invented"));
        assertThat(dry.get("read").asInt()).isEqualTo(written + 1);
        assertThat(dry.get("accepted").asInt() + dry.get("duplicates").asInt()).isEqualTo(written);
        assertThat(dry.get("refused").asInt()).isEqualTo(1);
        assertThat(exported()).as("a dry run writes nothing").isEqualTo(before);

        Said table = say("import", "incidents", file.toString(), "--dry-run", "--source", "Invented");
        assertThat(table.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(String.join("\n", table.remarks())).contains("fila " + (written + 2), "Qué hacer");

        JsonNode real = json(say("import", "incidents", file.toString(), "--json", "--source", "Invented"));
        assertThat(real.get("accepted")).isEqualTo(dry.get("accepted"));
        assertThat(exported()).isEqualTo(before + real.get("accepted").asInt());
        JsonNode again = json(say("import", "incidents", file.toString(), "--json", "--source", "Invented"));
        assertThat(again.get("accepted").asInt()).isZero();
        assertThat(again.get("duplicates").asInt()).isEqualTo(written);
    }

    @Test
    @Order(4)
    void anExportThatCannotBeWrittenIsNoSuccess() throws Exception {
        Path file = folder.resolve("out.csv");
        assertThat(say("export", "incidents", "--output", file.toString()).code())
                .isZero();
        assertThat(say("export", "incidents", "--output", file.toString()).all())
                .contains("Ya existe un archivo");
        Said nowhere = say(
                "export",
                "incidents",
                "--output",
                folder.resolve("none/out.csv").toString());
        assertThat(nowhere.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(nowhere.all()).contains("La respuesta no se pudo");
        Process full = PackagedDemo.program("export", "incidents", "--home", home.toString())
                .redirectOutput(Path.of("/dev/full").toFile())
                .redirectError(folder.resolve("remarks2").toFile())
                .start();
        assertThat(PackagedDemo.ended(full)).isEqualTo(ExitCode.FAULTS.number());
        assertThat(Files.readString(folder.resolve("remarks2"))).contains("La respuesta no se pudo");
    }

    @Test
    @Order(5)
    void membersAreInvitedProposedAndShutOut() throws IOException {
        JsonNode invited = json(say("member", "invite", "dora", "--full-name", "Dora Inventada", "--json"));
        assertThat(invited.get("code").asString()).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        assertThat(json(say("member", "code", "dora", "--json")).get("code")).isNotEqualTo(invited.get("code"));
        assertThat(say("member", "propose", "dora", "night-staff").code()).isZero();
        assertThat(say("member", "disable", "dora").code()).isZero();
        Said list = say("member", "list", "--json");
        assertThat(list.lines()).hasSize(MEMBERS + 1).anySatisfy(line -> {
            JsonNode one = JSON.readTree(line);
            assertThat(one.get("signInName").asString()).isEqualTo("dora");
            assertThat(one.get("state").asString()).isEqualTo("disabled");
        });
        assertThat(say("member", "propose", "dora", "queen").all()).contains("No existe el rol queen");
        assertThat(say("member", "disable", "nobody").code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(say("member", "invite", "eva", "--full-name", "Eva", "--as", "ana")
                        .code())
                .as("an analyst invites nobody")
                .isEqualTo(ExitCode.REFUSED.number());
        assertThat(say("member", "list", "--as", "nobody").code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    @Order(6)
    void caseFilesComeInAsATableAndGoOutWithTheMembersOwnPasswordOnly() throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, """
                prs_FirstName,vic_MethodsOfControl,Folio
                Zulma (inventada),DebtBondage,Q-77
                Yadira (inventada),debtbondage,Q-78
                Xiomara (inventada)
                """);
        JsonNode brought = json(say("import", "htcds", table.toString(), "--json"));
        assertThat(brought.get("accepted").asInt()).isEqualTo(2);
        assertThat(brought.get("refused").asInt()).isEqualTo(1);
        Said again = say("import", "htcds", table.toString(), "--dry-run");
        assertThat(again.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(again.all()).contains("fila 4", "Folio", "DebtBondage", "2 ya conocidas");
        assertThat(say("import", "htcds", table.toString(), "--as", "ana").code())
                .isEqualTo(ExitCode.REFUSED.number());

        Path written = folder.resolve("written.csv");
        assertThat(say("export", "htcds", "--output", written.toString()).all())
                .contains("No se eligió nada", "se queda en la casa");
        assertThat(write(written, "no es la suya")).isEqualTo(ExitCode.REFUSED.number());
        assertThat(written).doesNotExist();
        assertThat(write(written, demo().passwordOf("clara"))).isZero();
        assertThat(Files.getPosixFilePermissions(written)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(written)).contains("debtbondage").doesNotContain("Zulma", "Q-77");
    }

    private int write(Path file, String password) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), password + "\n");
        Process process = PackagedDemo.program(
                        "export",
                        "htcds",
                        "--as",
                        "clara",
                        "--groups",
                        "narrative",
                        "--stays-here",
                        "--output",
                        file.toString(),
                        "--password-fd",
                        "0",
                        "--home",
                        home.toString())
                .redirectInput(secret.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("remarks3").toFile())
                .start();
        return PackagedDemo.ended(process);
    }

    @Test
    @Order(6)
    void theDoctorTellsEachFindingWithItsMend() throws IOException {
        Said said = say("doctor", "--json");
        assertThat(said.code()).isIn(ExitCode.DONE.number(), ExitCode.ATTENTION.number());
        assertThat(said.lines()).hasSizeGreaterThan(7).allSatisfy(line -> {
            JsonNode finding = JSON.readTree(line);
            assertThat(finding.get("found").asString()).isNotBlank();
            assertThat(finding.get("state").asString().equals("well")
                            || !finding.get("mend").asString().isBlank())
                    .as(line)
                    .isTrue();
        });
        assertThat(say("doctor").answer()).contains("Qué hacer", "Reloj", "Llaves");
    }

    @Test
    @Order(7)
    void aTakenPortAndATakenHomeAreToldBeforeAnythingIsOpened() throws IOException {
        Path other = folder.resolve("other");
        Said port =
                Said.to(Language.ES, "demo", "--no-browser", "--home", other.toString(), "--port", "" + demo().port());
        assertThat(port.code()).isEqualTo(ExitCode.CANNOT_START.number());
        assertThat(port.all()).contains("Otro programa ya usa el puerto " + demo().port());
        assertThat(other).doesNotExist();
        Process second = PackagedDemo.launch(
                folder.resolve("remarks2"), "demo", "--no-browser", "--port", "0", "--home", home.toString());
        assertThat(PackagedDemo.ended(second)).isEqualTo(ExitCode.CANNOT_START.number());
        assertThat(Files.readString(folder.resolve("remarks2"))).contains("--home");
        Process real = PackagedDemo.launch(
                folder.resolve("remarks2"), "serve", "--no-browser", "--port", "0", "--home", home.toString());
        assertThat(PackagedDemo.ended(real))
                .as("serve refuses a demonstration's home")
                .isEqualTo(3);
    }

    @Test
    @Order(8)
    void aBackupIsRestoredElsewhereAndReadWhereNoNodeRuns() throws IOException {
        Path body = folder.resolve("backup").resolve("body.age");
        Files.createDirectory(body.getParent());
        JsonNode written = json(say("backup", body.toString(), "--json"));
        assertThat(Path.of(written.get("body").asString())).isEqualTo(body).exists();
        assertThat(say("backup", body.toString()).all()).contains("Ya existe un archivo");

        Path elsewhere = elsewhere();
        Said wrong = restore(body, elsewhere, "not the passphrase of it");
        assertThat(wrong.code()).isEqualTo(ExitCode.FAULTS.number());
        Said restored = restore(
                body,
                elsewhere,
                Files.readString(home.resolve("keys/demonstration.txt")).strip());
        assertThat(restored.code()).as(restored.all()).isZero();

        Said members =
                Said.to(Language.ES, "member", "list", "--json", "--as", "amparo", "--home", elsewhere.toString());
        assertThat(members.code()).as(members.all()).isZero();
        assertThat(members.lines()).hasSize(MEMBERS + 1);
        assertThat(Said.to(Language.ES, "lock", "--home", elsewhere.toString()).answer())
                .contains("no hay ningún nodo en marcha");
        assertThat(restore(body, elsewhere, "whatever it was before").all()).contains("Aquí ya hay datos");
    }

    @Test
    @Order(9)
    void theLockTakesTheKeysOutOfTheRunningNode() {
        assertThat(say("doctor").answer()).contains("Desbloqueadas");
        assertThat(say("lock").answer()).isEqualTo("Bloqueado. Las llaves ya no están en la memoria.");
        assertThat(say("doctor").answer()).doesNotContain("Desbloqueadas");
    }

    @Test
    @Order(10)
    void aRequestToStopEndsEverythingWithZeroAndTheNextStartIsQuietAndUnlocked() throws IOException {
        List<ProcessHandle> all = demo().processes();
        assertThat(all).hasSizeGreaterThan(3);
        assertThat(demo().stop()).isZero();
        assertThat(all).noneMatch(ProcessHandle::isAlive);
        assertThat(home.resolve("control")).doesNotExist();
        long before = System.nanoTime();
        started = Optional.of(PackagedDemo.start(home));
        assertThat((System.nanoTime() - before) / 1e9)
                .as("seconds to start again")
                .isCloseTo(0, within(60.0));
        assertThat(demo().told()).hasSize(3);
        assertThat(demo().passwords()).isEmpty();
        assertThat(page("/sign-in")).isEqualTo(200);
        assertThat(say("doctor").answer()).contains("Desbloqueadas");
    }

    @Test
    @Order(11)
    void theSecondNodeEndsWithTheFirstHoweverThatEnds() throws Exception {
        List<ProcessHandle> unit = demo().unitProcesses();
        assertThat(unit).hasSizeGreaterThan(3);
        demo().kill();
        for (ProcessHandle process : unit) {
            assertThat(process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(DemonstrationHome.unitBeside(new Home(home)).path().resolve("control"))
                .as("it ended in good order")
                .doesNotExist();
    }

    @Test
    @Order(12)
    void aSecondNodeThatCannotStartIsToldAndTheFirstRunsOn() throws IOException {
        try (ServerSocket taken = nextToAFreePort()) {
            String port = Integer.toString(taken.getLocalPort() - 1);
            Process process = PackagedDemo.program("demo", "--no-browser", "--port", port, "--home", home.toString())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                    Guest guest = new Guest()) {
                assertThat(output.lines().takeWhile(line -> !line.contains("--shelter-only")))
                        .anyMatch(line -> line.contains("http://localhost:" + port + "/"))
                        .anyMatch(line -> line.contains("puerto " + taken.getLocalPort()))
                        .anyMatch(line -> line.contains("El segundo"));
                assertThat(guest.open(taken.getLocalPort() - 1, "/tour/2").body())
                        .contains("Ese nodo no está en marcha");
                process.destroy();
                assertThat(PackagedDemo.ended(process)).isZero();
            }
        }
    }

    /** A taken port after a free one. */
    private static ServerSocket nextToAFreePort() throws IOException {
        while (true) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return new ServerSocket(free.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress());
            } catch (BindException next) {
                assertThat(next).isNotNull();
            }
        }
    }

    private PackagedDemo demo() {
        return started.orElseThrow();
    }

    /** A command line of this home, as its owner types it in another process. */
    private Said say(String... words) {
        return Said.to(Language.ES, with(words, "--home", home.toString()));
    }

    private static Said restore(Path body, Path into, String passphrase) {
        return Said.to(
                Language.ES,
                Map.of("FOURFOLD_PASSPHRASE", passphrase),
                "restore",
                body.toString(),
                "--home",
                into.toString());
    }

    private long exported() {
        Said said = say("export", "incidents", "--format", "csv");
        assertThat(said.code()).as(said.all()).isZero();
        return said.written().lines().count() - 1;
    }

    private int page(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:" + demo().port() + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(Said said) {
        assertThat(said.lines()).as(said.all()).hasSize(1);
        return JSON.readTree(said.lines().getFirst());
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    /** A home that was begun and holds nothing but the programs that are unpacked already. */
    private Path elsewhere() throws IOException {
        Path path = folder.resolve("elsewhere");
        org.fourfold.node.ground.Home other = new org.fourfold.node.ground.Home(path);
        other.prepare(false);
        Files.delete(other.server());
        Files.createSymbolicLink(other.server(), home.resolve("server"));
        return path;
    }

    /** Where the user that PostgreSQL runs as can reach it when this is root. */
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fourfold-packaged-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
