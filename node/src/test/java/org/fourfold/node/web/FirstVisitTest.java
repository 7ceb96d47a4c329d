package org.fourfold.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourfold.node.RunningNode;
import org.fourfold.node.access.Listening;
import org.fourfold.node.access.SetUp;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.GroundListener;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Room;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first visit to a new node, from the code in the terminal to the administrator signed in, on a phone. */
@Tag("browser")
@Visits("/setup")
class FirstVisitTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String PASSPHRASE = "cuatro tecolotes bajo la ceiba vieja";
    private static final String PASSWORD = "marimba-nopal-copal-jade-52";

    @Test
    void aNewNodeIsSetUpByItsFirstVisitor(@TempDir Path folder) throws IOException {
        // The user that runs PostgreSQL passes through to its data.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Home home = new Home(folder.resolve("home"));
        home.prepare(false);
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        try (Ground ground = Ground.open(home, Optional.empty(), clock, random, new Quiet())) {
            ground.migrate(Set.of("trust", "access", "registry"));
            try (RunningNode node = RunningNode.start(new RunningNode.Parts(
                    ground.databases(),
                    new NewHouse(home),
                    clock,
                    random,
                    RunningNode.LOOPBACK,
                    0,
                    home.temporary(),
                    List.of(home, ground, new Listening.Loopback(0))))) {
                visit(node);
                assertThat(NodeConfiguration.read(home).orElseThrow().kind()).isEqualTo(NodeKind.OBSERVATORY);
                List<Long> incidents = ground.databases()
                        .of("prevention")
                        .asNode(tx -> tx.sql("SELECT count(*) FROM prevention.incident")
                                .list((row, n) -> row.getLong(1)));
                assertThat(incidents).as("the room of its kind is there").containsExactly(0L);
            }
        }
    }

    private static void visit(RunningNode node) {
        SetUp setUp = node.facade(SetUp.class);
        try (Window window = Window.open("http://127.0.0.1:" + node.port(), PHONE)) {
            Page page = window.page();
            window.visit("/");
            assertThat(page.url()).endsWith("/setup");
            window.holdToTheRules("setup-code");
            page.locator("#code").fill("0000-0000-0000-0000");
            send(page);
            assertThat(page.locator("#errors").innerText()).contains("Este no es el código de la terminal.");
            page.locator("#code").fill(setUp.code().orElseThrow());
            send(page);
            window.holdToTheRules("setup-organisation");
            assertThat(page.locator("input[name=kind]").count()).isEqualTo(NodeKind.values().length);
            page.locator("input[value=observatory]").check();
            page.locator("#organisation-name").fill("Refugio nuevo");
            page.locator("#member-name").fill("Amparo Cenit");
            page.locator("#sign-in-name").fill("amparo");
            page.locator("#password").fill(PASSWORD);
            page.locator("#passphrase").fill(PASSPHRASE);
            page.locator("#passphrase-again").fill(PASSPHRASE);
            send(page);
            window.holdToTheRules("setup-sheet");
            List<String> sheet = setUp.sheet().orElseThrow();
            assertThat(page.locator("main").innerText()).contains(sheet);
            giveBack(page, sheet.stream().map(group -> "XXXX").toList());
            assertThat(page.locator("#errors").innerText()).contains("Esto no es lo que dice la hoja.");
            assertThat(setUp.isNeeded())
                    .as("nothing is done before the sheet is on paper")
                    .isTrue();
            giveBack(page, sheet);
            page.locator("#name").fill("amparo");
            page.locator("#password").fill(PASSWORD);
            send(page);
            page.waitForURL(url -> !url.contains("/sign-in"));
            assertThat(page.locator("header").innerText()).contains("Refugio nuevo");
            assertThat(window.visit("/setup")).isEqualTo(404);
            assertThat(window.visit("/tour")).as("no tour where data are real").isEqualTo(404);
            assertThat(page.locator("a[href='/tour']").count()).isZero();
        }
    }

    /** Types the groups that the page asks for: its labels say which, first = 1. */
    private static void giveBack(Page page, List<String> sheet) {
        List<Locator> fields = page.locator("main form .field").all();
        assertThat(fields).hasSize(SetUp.GROUPS_ASKED);
        for (Locator field : fields) {
            Matcher number =
                    Pattern.compile("\\d+").matcher(field.locator("label").innerText());
            assertThat(number.find()).isTrue();
            field.locator("input").fill(sheet.get(Integer.parseInt(number.group()) - 1));
        }
        send(page);
    }

    private static void send(Page page) {
        page.locator("main form .button").first().click();
        page.waitForLoadState();
    }

    private record NewHouse(Home home) implements House {

        @Override
        public String organisationName() {
            return NodeConfiguration.read(home)
                    .map(NodeConfiguration::organisationName)
                    .orElse("");
        }

        @Override
        public boolean demonstration() {
            return false;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("America/Guatemala");
        }

        @Override
        public Language language() {
            return Language.ES;
        }

        @Override
        public Set<Room> rooms() {
            return Set.of(Room.TODAY, Room.TRUST);
        }
    }

    private static final class Quiet implements GroundListener {

        @Override
        public void restarted() {}

        @Override
        public void lost(Problem problem) {
            throw new AssertionError(problem.code());
        }
    }
}
