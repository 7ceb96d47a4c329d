package org.fourfold.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.RunningNode;
import org.fourfold.node.access.internal.Sessions;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Room;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The door, the token, the cookie, the session: asked of a whole node over HTTP. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityChainTest {

    private static final String PASSWORD = "cuatro mangos lentos 7";

    /** Cookies know no ports, so the port stands in the name: here 0, for any free one. */
    private static final String SESSION = "session-0";

    private final MovingClock clock = new MovingClock();
    private final SecureRandom random = new SecureRandom();
    private final OrganisationId organisation = OrganisationId.random(random);

    private Optional<TestDatabase> database = Optional.empty();
    private Optional<RunningNode> running = Optional.empty();
    private Optional<WebVisitor> browser = Optional.empty();

    @BeforeAll
    void start(@TempDir Path folder) {
        Home home = new Home(folder.resolve("home"));
        home.prepare(true);
        TestDatabase test = TestDatabase.fresh(clock);
        database = Optional.of(test);
        running = Optional.of(RunningNode.start(new RunningNode.Parts(
                test.databases(),
                new TestHouse(),
                clock,
                random,
                RunningNode.LOOPBACK,
                0,
                home.temporary(),
                List.of(
                        home,
                        new NodeConfiguration(
                                NodeKind.SHELTER, organisation, "Refugio", ZoneId.of("UTC"), Language.ES)))));
        node().facade(Founders.class)
                .demonstration(List.of(
                        invented("ana", Role.ADMINISTRATOR),
                        invented("berta", Role.SUPERVISOR),
                        invented("carla", Role.ANALYST)));
    }

    @AfterAll
    void stop() {
        running.ifPresent(RunningNode::close);
        database.ifPresent(TestDatabase::close);
    }

    @AfterEach
    void closeBrowser() {
        browser.ifPresent(WebVisitor::close);
        browser = Optional.empty();
        clock.pass(Duration.ofDays(2));
    }

    @Test
    void everyPageLeadsToTheSignInPageFirst() {
        assertThat(WebVisitor.location(visitor().open("/members"))).endsWith("/sign-in");
        assertThat(visitor().open("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void aMemberSignsInSeesTheirDeskAndSignsOut() {
        assertThat(visitor().signIn("berta", PASSWORD).statusCode()).isEqualTo(303);
        assertThat(visitor().open("/").statusCode()).isEqualTo(200);
        assertThat(visitor().open("/members").body()).contains("Persona carla");
        assertThat(visitor().send("/account", "/sign-out", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(visitor().open("/").statusCode()).isEqualTo(302);
    }

    @Test
    void whoSignsInWhereAnotherIsSignedInTakesTheirPlace() {
        visitor().signIn("berta", PASSWORD);
        assertThat(visitor().open("/account").body()).contains("Persona berta");
        String before = visitor().cookie(SESSION).orElseThrow();
        visitor().signIn("carla", PASSWORD);
        var after = visitor().open("/account");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("Persona carla").doesNotContain("Persona berta");
        visitor().forgetCookies();
        visitor().keep(SESSION, before);
        assertThat(visitor().open("/account").statusCode())
                .as("the first session is over")
                .isEqualTo(302);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswerToTheByte() {
        var known = visitor().signIn("berta", "not her password");
        var unknown = visitor().signIn("nobody.at.all", "not her password");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().map().get("location"))
                .isEqualTo(unknown.headers().map().get("location"));
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        visitor().signIn("ana", PASSWORD);
        var answer = visitor().post("/members/new", Map.of("member-name", "X", "sign-in-name", "xx"));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(node().facade(Access.class).find(new SignInName("xx"))).isEmpty();
    }

    @Test
    void theSessionGetsANewNameAtSignIn() {
        visitor().open("/sign-in");
        String before = visitor().cookie(SESSION).orElseThrow();
        visitor().signIn("berta", PASSWORD);
        visitor().open("/");
        String after = visitor().cookie(SESSION).orElseThrow();
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void theCookieIsStrictAndClosedToScripts() {
        String cookie =
                visitor().open("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith(SESSION + "=")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");
    }

    @Test
    void anotherHostsNameGetsNothing() throws IOException {
        assertThat(firstLine("evil.example")).contains("421");
        assertThat(firstLine("localhost")).contains("200");
        assertThat(firstLine("127.0.0.1")).contains("200");
    }

    @Test
    void forwardingHeadersWithoutADeclaredProxyAreRefused() throws IOException {
        assertThat(firstLine("localhost\r\nX-Forwarded-For: 10.0.0.9")).contains("400");
    }

    @Test
    void aDisabledMembersSessionIsOverAtTheNextRequest() {
        Access access = node().facade(Access.class);
        Actor ana = new Actor(
                access.find(new SignInName("ana")).orElseThrow().id(),
                Role.ADMINISTRATOR,
                Purpose.ADMINISTRATION,
                organisation);
        visitor().signIn("carla", PASSWORD);
        assertThat(visitor().open("/account").statusCode()).isEqualTo(200);
        access.disable(ana, access.find(new SignInName("carla")).orElseThrow().id());
        assertThat(visitor().open("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void anIdleSessionLeadsToTheSignInPage() {
        visitor().signIn("berta", PASSWORD);
        assertThat(visitor().open("/account").statusCode()).isEqualTo(200);
        clock.pass(Sessions.IDLE_MAX.plusSeconds(1));
        assertThat(visitor().open("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aFormSentAfterTheSessionRanOutIsKeptSealedForItsMemberAndSentOnAfterSignIn() throws SQLException {
        visitor().signIn("ana", PASSWORD);
        assertThat(visitor().open("/members/new").statusCode()).isEqualTo(200);
        clock.pass(Sessions.IDLE_MAX.plusSeconds(1));
        Map<String, String> form =
                Map.of("member-name", "Elena Montaraz del Valle", "sign-in-name", "elena", "member-language", "es");
        var late = visitor().post("/members/new", form);
        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(WebVisitor.location(late)).isEqualTo("/sign-in?state=kept");
        assertThat(sealedForms()).isNotEmpty().noneMatch(kept -> kept.contains("Elena"));

        visitor().forgetCookies();
        visitor().signIn("berta", PASSWORD);
        assertThat(WebVisitor.location(visitor().open("/kept"))).isEqualTo("/");

        visitor().forgetCookies();
        assertThat(WebVisitor.location(visitor().signIn("ana", PASSWORD))).isEqualTo("/kept");
        String page = visitor().open("/kept").body();
        assertThat(page).contains("Elena Montaraz del Valle");
        var send = java.util.regex.Pattern.compile("/kept/[0-9a-f-]{36}/send").matcher(page);
        assertThat(send.find()).isTrue();
        var on = visitor().send("/kept", send.group(), form);
        assertThat(on.statusCode()).isEqualTo(307);
        assertThat(WebVisitor.location(on)).isEqualTo("/members/new");
        assertThat(WebVisitor.location(visitor().open("/kept"))).isEqualTo("/");
        assertThat(sealedForms()).isEmpty();
    }

    @Test
    void aFormSentAfterSigningOutIsNotKept() throws SQLException {
        visitor().signIn("ana", PASSWORD);
        String session = visitor().cookie(SESSION).orElseThrow();
        visitor().send("/account", "/sign-out", Map.of());
        visitor().keep(SESSION, session);
        var late = visitor().post("/members/new", Map.of("member-name", "Nadie"));
        assertThat(WebVisitor.location(late)).doesNotContain("kept");
        assertThat(sealedForms()).isEmpty();
    }

    private List<String> sealedForms() throws SQLException {
        try (var connection = database.orElseThrow().superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT sealed FROM access.kept_post")) {
            List<String> forms = new java.util.ArrayList<>();
            while (rows.next()) {
                forms.add(new String(rows.getBytes("sealed"), StandardCharsets.ISO_8859_1));
            }
            return forms;
        }
    }

    @Test
    void somebodyInvitedJoinsWithTheCodeOnce() {
        visitor().signIn("ana", PASSWORD);
        var answer = visitor()
                .send(
                        "/members/new",
                        "/members/new",
                        Map.of("member-name", "Dora", "sign-in-name", "dora", "member-language", "es"));
        var code =
                java.util.regex.Pattern.compile("([0-9A-Z]{4}-){3}[0-9A-Z]{4}").matcher(answer.body());
        assertThat(code.find()).isTrue();
        visitor().forgetCookies();
        Map<String, String> form = Map.of("name", "dora", "code", code.group(), "new-password", "otras siete sillas");
        assertThat(visitor().send("/sign-in/code", "/sign-in/code", form).statusCode())
                .isEqualTo(303);
        assertThat(visitor().open("/account").body()).contains("dora");
        visitor().forgetCookies();
        assertThat(visitor().send("/sign-in/code", "/sign-in/code", form).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aMemberWithoutAGrantingRoleSeesNoMembers() {
        visitor().signIn("dora-unknown", PASSWORD);
        assertThat(visitor().open("/members").statusCode()).isEqualTo(302);
    }

    private String firstLine(String host) throws IOException {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), node().port())) {
            socket.getOutputStream()
                    .write(("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.valueOf(reader.readLine());
        }
    }

    private RunningNode node() {
        return running.orElseThrow();
    }

    private WebVisitor visitor() {
        WebVisitor visitor = browser.orElseGet(() -> new WebVisitor(node().port()));
        browser = Optional.of(visitor);
        return visitor;
    }

    private static Founders.Invented invented(String name, Role role) {
        return new Founders.Invented(
                new NewMember(new SignInName(name), "Persona " + name, Language.ES),
                PASSWORD,
                Set.of(role),
                Optional.empty(),
                false);
    }

    /** A made-up shelter. */
    private static final class TestHouse implements House {

        @Override
        public String organisationName() {
            return "Refugio de prueba";
        }

        @Override
        public boolean demonstration() {
            return true;
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
            return EnumSet.allOf(Room.class);
        }
    }
}
