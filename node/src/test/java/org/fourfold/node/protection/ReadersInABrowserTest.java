package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.trust.Sequencer;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who has consulted a file: told to its owner, to the person and, without a name, to a judge. */
@Tag("browser")
@Visits({
    "/files/{file}/readers",
    "/files/{file}/readers/sheet",
    "/files/{file}/readers/{entry:[0-9]{1,18}}",
    "/files/{file}/custody",
    "/files/week",
    "/record/seals"
})
class ReadersInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String NAME = "Alba Tzoc";

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId id = consulted();
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            for (String page : List.of("/readers", "/readers/sheet", "/custody")) {
                hold(window, "/files/" + id + page, page.substring(1).replace('/', '-'));
            }
            assertThat(window.page().locator("main").innerText()).doesNotContain(NAME);
            hold(window, "/files/week", "week");
        }
    }

    @Test
    void theOwnerSeesInTheWeekThatAnotherConsultedAndTheJudgesSheetNamesNobody() {
        CaseFileId id = consulted();
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/");
            page.locator("a[href='/files/week']").click();
            page.locator("a[href='/files/" + id + "/readers']").click();
            assertThat(page.locator("main").innerText()).contains("Persona inventada sonia", "consultó el expediente");
            page.locator("a[href$='/readers/sheet']").click();
            assertThat(page.locator("main").innerText())
                    .contains("Supervisión")
                    .doesNotContain("sonia")
                    .doesNotContain(NAME);
            window.visit("/files/" + id + "/custody");
            assertThat(page.locator("main").innerText())
                    .contains("A quién se entregó", "A nadie", "Se leyó un expediente", "log.fourfold/")
                    .doesNotContain("sonia")
                    .doesNotContain("clara")
                    .doesNotContain(NAME);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePrivacyOfficerSeesWhoConsultedForHerOwnPurposeAndOpensNoFile(Look look) {
        CaseFileId id = consulted();
        try (Window window = NodeUnderTest.shared().openAs("paz", look)) {
            hold(window, "/files/" + id + "/readers", "readers-overseen");
            assertThat(window.page().locator("main").innerText())
                    .contains("Persona inventada sonia")
                    .doesNotContain(NAME);
            assertThat(window.page().locator("main a[href='/files/" + id + "']").count())
                    .isZero();
            for (String closed :
                    List.of("/files/" + id, "/files/" + id + "/custody", "/files/" + id + "/readers/sheet")) {
                assertThat(window.visit(closed)).as(closed).isGreaterThanOrEqualTo(400);
            }
            assertThat(window.visit("/files/" + CaseFileId.random(new java.security.SecureRandom()) + "/readers"))
                    .isEqualTo(404);
        }
        assertThat(told(id)).contains("record.consulted PRIVACY_OFFICER OVERSIGHT");
    }

    @Test
    void aLookAtWhoConsultedIsOneLineOfThatList() {
        CaseFileId id = consulted();
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            window.visit("/files/" + id + "/readers");
        }
        assertThat(told(id)).containsExactly("record.consulted CASEWORKER PROTECTION");
    }

    /** Looks at the list of who consulted a file, as the record has them. */
    private static List<String> told(CaseFileId id) {
        Database trust = NodeUnderTest.shared().facade(Databases.class).of("trust");
        return trust.asNode(tx -> tx.sql("""
                SELECT type || ' ' || role || ' ' || purpose FROM trust.event
                WHERE subject = :file AND type IN ('record.consulted', 'case.readers-shown') ORDER BY entry
                """).with("file", id.value()).list((rs, n) -> rs.getString(1)));
    }

    @Test
    void theSheetOfAnErasedFileSaysSo() {
        CaseFileId id = consulted();
        NodeUnderTest.shared().facade(Protection.class).erase(actor("clara"), id);
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            assertThat(window.visit("/files/" + id + "/custody")).isEqualTo(200);
            assertThat(window.page().locator("main").innerText()).contains("Su contenido ya no existe");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aSupervisorAsksAndAnotherPersonOpensTheSeal(Look look) {
        CaseFileId id = consulted();
        // What has its place bears the pseudonym of who did it; only then can it be sealed.
        NodeUnderTest.shared().facade(Sequencer.class).drain();
        Database trust = NodeUnderTest.shared().facade(Databases.class).of("trust");
        List<Long> sealed =
                trust.asNode(tx -> tx.sql("""
                UPDATE trust.event SET member = NULL
                WHERE subject = :file AND type = 'case.viewed' RETURNING entry
                """).with("file", id.value()).list((rs, n) -> rs.getLong(1)));
        assertThat(sealed).hasSize(1);
        try {
            ask(id, look);
            open(look);
            try (Window window = NodeUnderTest.shared().openAs("sonia", look)) {
                window.visit("/files/" + id + "/readers");
                assertThat(window.page().locator("main").innerText()).doesNotContain("sello", "sealed");
            }
        } finally {
            trust.asNode(tx -> tx.sql("UPDATE trust.event SET member = :member WHERE entry = :entry")
                    .with("member", actor("sonia").member().value())
                    .with("entry", sealed.getFirst())
                    .update());
        }
    }

    private static void ask(CaseFileId id, Look look) {
        try (Window window = NodeUnderTest.shared().openAs("sonia", look)) {
            Page page = window.page();
            hold(window, "/files/" + id + "/readers", "readers-sealed");
            page.locator("main dl a").first().click();
            page.locator("main form .button").waitFor();
            window.holdToTheRules("record-unseal");
            // As it was sent: what the check for accessibility leaves on a page is no part of it.
            page.reload();
            page.locator("main form .button").click();
            page.locator("#errors").waitFor();
            page.locator("input[value=court]").check();
            page.locator("main form .button").click();
            page.waitForURL("**/readers");
        }
    }

    private static void open(Look look) {
        try (Window window = NodeUnderTest.shared().openAs("paz", look)) {
            Page page = window.page();
            window.visit("/");
            page.locator("a[href='/record/seals']").click();
            page.locator("form[action$='/open'] button").first().waitFor();
            window.holdToTheRules("record-seals-asked");
            page.reload();
            page.locator("form[action$='/open'] button").first().click();
            page.locator("main b").first().waitFor();
            window.holdToTheRules("record-seals-opened");
        }
    }

    private static void hold(Window window, String path, String name) {
        assertThat(window.visit(path)).as(path).isEqualTo(200);
        window.leavingIsInReach();
        window.holdToTheRules("record-" + name);
    }

    private static Actor actor(String name) {
        return NodeUnderTest.shared().actor(name, Purpose.PROTECTION);
    }

    /** A file of Clara's that Sonia, who supervises her, has read. */
    private static CaseFileId consulted() {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        OpeningId opening = protection.begin(actor("clara"));
        protection.keep(actor("clara"), opening, House.answers(Question.NAME, Map.of("name", List.of(NAME))));
        CaseFileId id = protection.open(actor("clara"), opening).id();
        assertThat(protection.view(actor("sonia"), id).answers()).isNotNull();
        return id;
    }
}
