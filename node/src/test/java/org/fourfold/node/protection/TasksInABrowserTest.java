package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** A task is set from a file, done by the night, and moves to another desk during leave; on a phone, in Spanish, without scripts. */
@Tag("browser")
@Visits("/to-do")
class TasksInABrowserTest {

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
            for (String path : List.of("/to-do", "/to-do?file=" + id)) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules(path.contains("?") ? "to-do-file" : "to-do");
            }
        }
    }

    @Test
    void aTaskIsSetDoneAndCovered() {
        CaseFileId id = file();
        String what = "Llamar a la clínica " + id.toString().substring(0, 6);
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id);
            page.locator("a[href='/to-do?file=" + id + "']").click();
            page.locator("#what").fill(what);
            page.locator("#due").fill("");
            page.locator("button:has-text('Poner la tarea')").click();
            assertThat(page.locator("#due-error").innerText()).contains("El día no se entiende");
            assertThat(page.locator("#what").inputValue()).isEqualTo(what);
            LocalDate today = LocalDate.now(ZoneId.of("America/Guatemala"));
            page.locator("#due").fill(today.plusDays(1).toString());
            page.locator("button:has-text('Poner la tarea')").click();
            assertThat(page.locator("main").innerText()).contains(what, "Mi equipo");
            window.picture("to-do-of-file");
            window.visit("/to-do");
            page.locator("#covers").selectOption(new SelectOption().setLabel("Persona inventada noe"));
            page.locator("#first").fill(today.toString());
            page.locator("#last").fill(today.plusDays(7).toString());
            page.locator("main button:text-is('Anotar')").click();
            assertThat(page.locator("main").innerText())
                    .contains("Persona inventada noe cubre a Persona inventada clara");
            window.picture("to-do-cover");
        }
        try (Window window = NodeUnderTest.shared().openAs("noe", PHONE, false)) {
            Page page = window.page();
            window.visit("/");
            page.locator("main a[href='/to-do']").click();
            page.locator("article:has-text('" + what + "') button").click();
            assertThat(page.locator("main").innerText()).doesNotContain(what);
        }
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/to-do?file=" + id);
            assertThat(page.locator("main").innerText()).contains(what, "Hecha");
            window.visit("/to-do");
            page.locator("button:has-text('Terminar')").first().click();
            assertThat(page.locator("main").innerText()).doesNotContain("cubre a Persona inventada clara");
        }
    }
}
