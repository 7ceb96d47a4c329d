package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

/** Somebody calls and asks to see what is kept; the night shift writes it down, the privacy officer sees it; without scripts. */
@Tag("browser")
@Visits({"/files/requests", "/files/oversight", "/files/notice", "/files/register"})
class OversightInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String NAME = "Rosario Inventada";

    private final NodeUnderTest node = NodeUnderTest.shared();
    private final Protection protection = node.facade(Protection.class);
    private final Actor clara = node.actor("clara", Purpose.PROTECTION);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private String number() {
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of(NAME))));
        CaseFileId id = protection.open(clara, opening).id();
        protection.print(clara, id);
        return protection.view(clara, id).file().number().text();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        assertThat(number()).isNotEmpty();
        try (Window window = node.openAs("clara", look)) {
            for (String page : List.of("requests", "notice", "register")) {
                window.visit("/files/" + page);
                window.leavingIsInReach();
                window.holdToTheRules(page);
            }
        }
        try (Window window = node.openAs("paz", look)) {
            window.visit("/files/oversight");
            window.leavingIsInReach();
            window.holdToTheRules("oversight");
        }
    }

    @Test
    void whatIsAskedOnThePhoneReachesThePrivacyOfficerWhoOpensNoFile() {
        String number = number();
        try (Window window = node.openAs("noe", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/requests");
            page.locator("#number").fill("P-12");
            page.locator("button:has-text('Anotarlo')").click();
            assertThat(page.locator("#number-error").innerText()).contains("Ningún expediente");
            page.locator("#number").fill(number);
            page.locator("button:has-text('Anotarlo')").click();
            assertThat(page.locator("main").innerText()).contains(number, "Verlo", "Espera");
        }
        try (Window window = node.openAs("paz", PHONE, false)) {
            Page page = window.page();
            window.visit("/");
            assertThat(page.locator("main").innerText()).contains("sobre lo que se guarda de ellas");
            window.visit("/files/oversight");
            assertThat(page.locator("main").innerText())
                    .contains("Persona inventada clara")
                    .doesNotContain(NAME);
            page.locator("a[href='/files/register']").click();
            assertThat(page.locator("dl:below(h2:has-text('Lo que hizo bajo coacción'))")
                            .first()
                            .innerText())
                    .contains("quien lleva el expediente", "la abogada o el abogado")
                    .doesNotContain("su equipo", "turno de noche");
            page.locator("a[href='/files/notice']").click();
            assertThat(page.locator("main").innerText())
                    .contains(NodeUnderTest.ORGANISATION, "derechos ARCO", "Persona inventada paz");
            window.visit("/files/requests");
            page.locator("section:has-text('" + number + "') button[value='DONE']")
                    .click();
            assertThat(page.locator("section:has-text('" + number + "')").innerText())
                    .contains("Respondida", "Se hizo");
        }
        try (Window window = node.openAs("clara", PHONE, false)) {
            assertThat(window.visit("/files/oversight")).isEqualTo(404);
        }
    }
}
