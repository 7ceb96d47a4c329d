package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan in the person's words, approved by the supervisor, soap from the store; on a phone, in Spanish, without scripts. */
@Tag("browser")
@Visits({"/files/{file}/plan", "/files/{file}/family", "/store"})
class PlanInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private static CaseFileId file() {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        Actor clara = NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of("Petrona Chub"))));
        return protection.open(clara, opening).id();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId id = file();
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            for (String path : List.of("/files/" + id + "/plan", "/files/" + id + "/family", "/store")) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules(
                        "plan" + path.substring(path.lastIndexOf('/')).replace('/', '-'));
            }
        }
    }

    @Test
    void sistersAreLinkedAndANephewIsMentioned() {
        CaseFileId id = file();
        CaseFileId sister = file();
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        String number = protection
                .view(NodeUnderTest.shared().actor("clara", Purpose.PROTECTION), sister)
                .file()
                .number()
                .text();
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id);
            page.locator("a[href$='/family']").click();
            page.locator("#number").fill("P-000000-A");
            page.locator("button:has-text('Ligar los dos')").click();
            assertThat(page.locator("#number-error").innerText()).contains("Ese número");
            assertThat(page.locator("#number").inputValue()).isEqualTo("P-000000-A");
            page.locator("#number").fill(number);
            page.locator("button:has-text('Ligar los dos')").click();
            page.locator("#words").fill("sobrino, 3");
            page.locator("button:text-is('Anotar')").click();
            assertThat(page.locator("main").innerText()).contains("Hermana o hermano:", number, "sobrino, 3");
            window.picture("family");
            page.locator("main a:has-text('" + number + "')").click();
            page.locator("a[href$='/family']").click();
            page.locator("button:has-text('Quitar')").click();
            assertThat(page.locator("main").innerText()).contains("Nadie anotado");
        }
    }

    @Test
    void aGoalIsWrittenApprovedAndSoapIsHandedOut() {
        CaseFileId id = file();
        String soap = "Jabón " + id.toString().substring(0, 6);
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/store");
            page.locator("#name").fill(soap);
            page.locator("#stock").fill("cinco");
            page.locator("button:has-text('Agregar una cosa')").click();
            assertThat(page.locator("#stock-error").innerText()).contains("No es un número");
            assertThat(page.locator("#name").inputValue()).isEqualTo(soap);
            page.locator("#stock").fill("5");
            page.locator("button:has-text('Agregar una cosa')").click();
            assertThat(page.locator("main").innerText()).contains(soap);
            window.visit("/files/" + id);
            page.locator("a[href$='/plan']").click();
            page.locator("input[value='INTERPRETER']").check();
            page.locator("#words").fill("Mam");
            page.locator("button:text-is('Agregar')").click();
            assertThat(page.locator("#day-error").innerText()).contains("El día");
            assertThat(page.locator("#words").inputValue()).isEqualTo("Mam");
            page.locator("input[value='GOAL']").check();
            page.locator("#words").fill("Quiero volver a coser");
            page.locator("button:text-is('Agregar')").click();
            page.locator("#item").selectOption(new SelectOption().setLabel(soap + " (5)"));
            page.locator("#quantity").fill("2");
            page.locator("button:has-text('Anotar la entrega')").click();
            assertThat(page.locator("main").innerText())
                    .contains("Quiero volver a coser", soap + " × 2", "Sin aprobar");
        }
        try (Window window = NodeUnderTest.shared().openAs("sonia", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id + "/plan");
            page.locator("button:has-text('Aprobar el plan')").click();
            assertThat(page.locator("main").innerText()).contains("Aprobado", "Persona inventada sonia");
        }
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id + "/plan");
            page.locator("article:has-text('coser') button:has-text('Ya se hizo')")
                    .click();
            assertThat(page.locator("main").innerText()).contains("Hecho", "Cambió después de aprobarse");
            window.picture("plan-of-person");
        }
    }
}
