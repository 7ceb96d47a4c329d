package org.fourfold.node.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.Prevention;
import org.fourfold.node.registry.FigureRequest;
import org.fourfold.node.registry.FigureShape;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Publications in a real browser: the node's own pages, and the folder opened from the disk with the network cut. */
@Tag("browser")
@Visits({"/publications", "/publications/new", "/publications/permission", "/publications/{id:[0-9a-f-]{36}}"})
class PublicationsInABrowserTest {

    private static final String SOURCE = "Registro inventado de la prueba";
    private static final String HEADING = "Main ID,Incident ID,Incident date,No. dead,No. missing,No. survivors,"
            + "No. Female,No. Male,No. minors,Country of Origin,Cause of death (category),Route,Country of Incident,"
            + "Location of death,Source,Link,Source Quality,Latitude,Longitude\n";
    private static final Look PLAIN = Look.plain();

    @TempDir
    private static Path folder;

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @BeforeAll
    static void recordIncidents() throws IOException {
        StringBuilder lines = new StringBuilder(HEADING);
        for (int i = 0; i < 60; i++) {
            String kind = i % 3 == 0 ? "Invented kind, one of two" : "Another invented kind";
            String where = i % 4 == 0 ? "14.9,-91.5" : "14.63,-90.51";
            lines.append(
                    "P%1$d,P%1$d,20%2$d-05-0%3$d,1,0,NA,,1,NA,Unknown,\"%4$s\",,Guatemala,Lugar,Inventado,,1,%5$s%n"
                            .formatted(i, 22 + i % 3, i % 9 + 1, kind, where));
        }
        Path file = Files.writeString(folder.resolve("incidents.csv"), lines);
        ImportOptions options =
                new ImportOptions(Optional.empty(), false, Optional.of(SOURCE), Optional.of(LocalDate.of(2025, 6, 1)));
        var report = NodeUnderTest.shared()
                .facade(Prevention.class)
                .importIncidents(actor("ana", Purpose.PREVENTION), file, options, ProgressListener.silent());
        assertThat(report.refused()).isZero();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesOfTheRoomKeepTheRules(Look look) {
        permit();
        PublicationId draft = draft();
        try (Window window = NodeUnderTest.shared().openAs("sonia", look)) {
            for (String path : List.of("/publications", "/publications/new", "/publications/permission")) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules("publish" + path.replace('/', '-'));
            }
            window.visit("/publications/" + draft);
            window.holdToTheRules("publish-draft");
            release(draft);
            window.visit("/publications/" + draft);
            window.holdToTheRules("publish-released");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theFolderOpensFromTheDiskWithoutANetwork(Look look) throws IOException {
        permit();
        PublicationId id = draft();
        release(id);
        Path out = Files.createTempDirectory(folder, "out");
        partnership().publish(actor("ana", Purpose.PARTNERSHIP), Optional.of(id), out);
        String tag = look.language().tag();
        try (Window window = Window.open(NodeUnderTest.shared().address(), look)) {
            window.offline(true);
            for (String page : List.of("index", tag, "method-" + tag)) {
                window.page().navigate(out.resolve(page + ".html").toUri().toString());
                window.holdToTheRules("public-" + page.replace("-" + tag, "").replace(tag, "figures"));
                assertThat(window.page().locator("script").count()).isZero();
            }
            window.page().navigate(out.resolve(tag + ".html").toUri().toString());
            String sheet = String.valueOf(
                    window.page().evaluate("getComputedStyle(document.querySelector('header')).borderBottomWidth"));
            assertThat(sheet)
                    .as("the style sheet is taken from beside the page")
                    .isEqualTo("3px");
            window.page().locator("header a").click();
            assertThat(window.page().locator("html").getAttribute("lang"))
                    .isEqualTo(look.language() == Language.ES ? "en" : "es");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theNoticeOfAWithdrawalKeepsTheRules(Look look) throws IOException {
        permit();
        PublicationId id = draft();
        release(id);
        partnership().withdraw(actor("leandro", Purpose.PARTNERSHIP), id, Publication.Reason.ERROR);
        Path out = Files.createTempDirectory(folder, "notice");
        partnership().publish(actor("ana", Purpose.PARTNERSHIP), Optional.of(id), out);
        try (Window window = Window.open(NodeUnderTest.shared().address(), look)) {
            window.offline(true);
            window.page().navigate(out.resolve("index.html").toUri().toString());
            window.holdToTheRules("public-notice");
        }
    }

    @Test
    void fromThePermissionToTheReleaseWithoutScripts() {
        permit();
        String form = "main form[action='/publications/permission'] button";
        try (Window administrator = NodeUnderTest.shared().openAs("amparo", PLAIN, false)) {
            administrator.visit("/publications/permission");
            administrator.page().locator(form).last().click();
            administrator.page().locator("#contact").fill("oficina@ceiba.invalid");
            administrator.page().locator(form).first().click();
            assertThat(administrator.page().locator("main .summary .tag").innerText())
                    .contains("segunda persona");
        }
        try (Window supervisor = NodeUnderTest.shared().openAs("sonia", PLAIN, false);
                Window analyst = NodeUnderTest.shared().openAs("ana", PLAIN, false)) {
            supervisor.visit("/publications/permission");
            supervisor.page().locator(form).first().click();
            assertThat(supervisor.page().locator("main .summary .tag").innerText())
                    .contains("activadas");

            analyst.visit("/publications/new");
            analyst.page().locator("#series").selectOption("incidents:" + SOURCE);
            analyst.page().locator("#from").fill("2022");
            analyst.page().locator("#to").fill("2024");
            analyst.page().locator("main form .button").click();
            assertThat(analyst.page().locator("#errors").innerText()).contains("condiciones");
            analyst.page().locator("#own").check();
            analyst.page().locator("main form .button").click();
            analyst.page().waitForURL("**/publications/*-*");
            String path = java.net.URI.create(analyst.page().url()).getPath();
            analyst.page().locator("main form button").first().click();
            assertThat(analyst.page().locator("main .summary .tag").innerText()).isEqualTo("borrador");

            supervisor.visit(path);
            supervisor.page().locator("main form button").first().click();
            assertThat(supervisor.page().locator("main .summary .tag").innerText())
                    .isEqualTo("publicable");
        }
    }

    private static void permit() {
        Actor administrator = actor("amparo", Purpose.OVERSIGHT);
        Optional<Permission> current = partnership().permission(administrator);
        if (current.isEmpty()) {
            partnership().askPermission(administrator, PublicLicence.CC_BY_4, "");
        }
        if (current.filter(Permission::isOn).isEmpty()) {
            partnership().agreePermission(actor("sonia", Purpose.OVERSIGHT));
        }
    }

    private static PublicationId draft() {
        FigureRequest request =
                new FigureRequest("incidents:" + SOURCE, new FigureShape(FigureShape.Level.REGION, true), 2022, 2024);
        return partnership().draft(actor("ana", Purpose.PARTNERSHIP), new DraftRequest(request, true));
    }

    private static void release(PublicationId id) {
        for (String name : List.of("ana", "sonia")) {
            Actor signer = actor(name, Purpose.PARTNERSHIP);
            String hash = partnership().publication(signer, id).orElseThrow().hash();
            assertThat(partnership().sign(signer, id, hash).isSignedBy(signer.member()))
                    .isTrue();
        }
    }

    private static Partnership partnership() {
        return NodeUnderTest.shared().facade(Partnership.class);
    }

    private static Actor actor(String name, Purpose purpose) {
        return NodeUnderTest.shared().actor(name, purpose);
    }
}
