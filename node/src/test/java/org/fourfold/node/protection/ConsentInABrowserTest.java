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

/** A person agrees, something goes out, she calls and takes it back; on a phone, in Spanish, without scripts. */
@Tag("browser")
@Visits({"/files/{file}/consent", "/files/{file}/share", "/files/{file}/take-back", "/organisations"})
class ConsentInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String NAME = "Ixchel Cuc";

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private static CaseFileId file() {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        Actor clara = NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of(NAME))));
        return protection.open(clara, opening).id();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId id = file();
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            for (String path : List.of(
                    "/organisations",
                    "/files/" + id + "/consent",
                    "/files/" + id + "/share",
                    "/files/" + id + "/take-back")) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules(
                        "consent" + path.substring(path.lastIndexOf('/')).replace('/', '-'));
            }
        }
    }

    @Test
    void whatSheAgreesToGoesOutUntilSheTakesItBack() {
        CaseFileId id = file();
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/organisations");
            page.locator("#name").fill("Clínica Estrella");
            page.locator("button:has-text('Agregar')").click();
            assertThat(page.locator("main").innerText()).contains("Clínica Estrella");
            window.visit("/files/" + id);
            page.locator("a[href$='/consent']").click();
            assertThat(page.locator("main").innerText()).contains("No aceptó nada. Por eso nada sale.");
            page.locator("#recipient").selectOption(option("Clínica Estrella"));
            page.locator("input[value='IDENTITY']").check();
            page.locator("button:has-text('Anotarlo')").last().click();
            assertThat(page.locator("#informed-error").innerText()).contains("No se explicó");
            assertThat(page.locator("input[value='IDENTITY']").isChecked()).isTrue();
            page.locator("#informed").check();
            page.locator("button:has-text('Anotarlo')").last().click();
            assertThat(page.locator("main").innerText()).contains("Clínica Estrella", "Vale");
            page.locator("a[href$='/share']").click();
            share(page);
            assertThat(page.locator("main").innerText())
                    .contains(NAME, "Clínica Estrella", "No sale, porque la persona no lo aceptó: Seguridad");
            takeBack(id);
            window.visit("/files/" + id + "/share");
            share(page);
            assertThat(page.locator("main").innerText())
                    .contains("Nada sale.", "terminó o se retiró")
                    .doesNotContain(NAME);
            window.visit("/files/" + id + "/consent");
            page.locator("button:has-text('Se les avisó')").click();
            assertThat(page.locator("main").innerText()).contains("Retirado", "Se les avisó");
        }
    }

    private static com.microsoft.playwright.options.SelectOption option(String label) {
        return new com.microsoft.playwright.options.SelectOption().setLabel(label);
    }

    private static void share(Page page) {
        page.locator("#recipient").selectOption(option("Clínica Estrella"));
        page.locator("input[value='IDENTITY']").check();
        page.locator("input[value='SAFETY']").check();
        page.locator("button:has-text('Preguntar y entregar')").click();
    }

    /** She calls, and somebody else than the owner hears it. */
    private static void takeBack(CaseFileId id) {
        try (Window window = NodeUnderTest.shared().openAs("sonia", PHONE, false)) {
            window.visit("/files/" + id + "/consent");
            Page page = window.page();
            page.locator("a[href$='/take-back']").click();
            page.locator("button:has-text('Retirar todo ahora')").click();
            assertThat(page.locator("body").innerText()).contains("Se retiró todo");
        }
    }
}
