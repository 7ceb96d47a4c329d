package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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

/** The whole thread as a caseworker walks it, in Spanish on a phone; and every page held to the rules. */
@Tag("browser")
@Visits({
    "/files",
    "/files/new/{opening}/{question}",
    "/files/new/{opening}/check",
    "/files/{file}",
    "/files/{file}/print",
    "/files/{file}/answers/{question}",
    "/files/{file}/notes/{note}",
    "/files/{file}/close",
    "/files/{file}/erase",
    "/files/{file}/receipt",
    "/files/{file}/emergency",
    "/files/emergencies"
})
class CaseFilesInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @Test
    void aFileIsOpenedFoundWrittenClosedAndErasedOnAPhone() {
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            Page page = window.page();
            window.visit("/files");
            button(page, "Abrir un expediente").click();
            page.waitForURL("**/rights");
            page.locator("input[value=mam]").check();
            page.locator("input[value=audio]").check();
            goOn(page, "safe");
            page.locator("button[value=declined]").click();
            page.waitForURL("**/needs");
            page.locator("input[value=bed]").check();
            goOn(page, "name");
            page.locator("#name").fill("Yésica Ramírez Tomás");
            goOn(page, "age");
            goOn(page, "languages");
            page.locator("input[value=mam]").check();
            goOn(page, "contact");
            page.locator("#contact-never").fill("No llamar al celular");
            goOn(page, "check");
            assertThat(page.locator("main").innerText()).contains("Prefiere no decirlo", "Yésica Ramírez Tomás");
            button(page, "Abrir el expediente").click();
            page.waitForURL(url -> url.matches(".*/files/[0-9a-f-]{36}"));
            String file = page.url();
            assertThat(page.locator("main").innerText()).contains("No llamar al celular", "Quién ha consultado");
            window.leavingIsInReach();

            window.visit("/files");
            page.locator("#typed").fill("jesica ramires");
            button(page, "Buscar").click();
            page.locator("a:has-text('Yésica Ramírez Tomás')").first().click();
            page.waitForURL(url -> url.startsWith(file.substring(0, 21)));

            window.visit(file);
            button(page, "Escribir una nota").click();
            page.waitForURL("**/notes/*");
            page.locator("#text").fill("Llegó a las nueve con su hijo.");
            window.offline(true);
            button(page, "Guardar la nota").click();
            page.locator("#banner").waitFor();
            assertThat(page.locator("#text").inputValue()).isEqualTo("Llegó a las nueve con su hijo.");
            window.offline(false);
            page.locator("article .quoted").waitFor();
            assertThat(page.locator("article .quoted").allInnerTexts())
                    .containsExactly("Llegó a las nueve con su hijo.");

            window.visit(file + "/close");
            page.locator("input[value=own-wish]").check();
            button(page, "Cerrar el expediente").click();
            page.waitForURL(file);
            button(page, "Reabrir el expediente").click();
            button(page, "Escribir una nota").waitFor();
            window.visit(file + "/erase");
            button(page, "Borrar para siempre").click();
            page.locator("#errors").waitFor();
            page.locator("input[value=yes]").check();
            button(page, "Borrar para siempre").click();
            page.waitForURL("**/receipt");
            assertThat(page.locator("main").innerText()).contains("Comprobante de borrado", "Copias de respaldo");
            assertThat(window.visit(file)).isIn(403, 404);
        }
    }

    @Test
    void aDraftOutlivesTheTabThatHeldIt() {
        CaseFileId id = file("Nora Xol");
        String path;
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            window.visit("/files/" + id);
            button(window.page(), "Escribir una nota").click();
            window.page().waitForURL("**/notes/*");
            path = window.page().url();
            window.page().locator("#text").fill("A medio escribir");
            window.page().waitForResponse(answer -> answer.url().endsWith("/draft"), () -> {});
        }
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            window.visit("/files/" + id);
            window.page().locator("main a[href*='/notes/']").first().click();
            window.page().waitForURL(path);
            assertThat(window.page().locator("#text").inputValue()).isEqualTo("A medio escribir");
        }
    }

    @Test
    void aDraftIsSavedWithoutScripts() {
        CaseFileId id = file("Irma Choc");
        String path = "/files/" + id + "/notes/" + NoteId.random(House.RANDOM);
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            window.visit(path);
            window.page().locator("#text").fill("Sin guiones");
            button(window.page(), "Guardar borrador").click();
            assertThat(window.page().locator("#text").inputValue()).isEqualTo("Sin guiones");
            button(window.page(), "Guardar la nota").click();
            assertThat(window.page().locator("article .quoted").innerText()).isEqualTo("Sin guiones");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageKeepsTheRules(Look look) {
        CaseFileId id = file("Marta Coc");
        CaseFileId erased = file("Rut Pop");
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        NoteId note = NoteId.random(House.RANDOM);
        protection.writeNote(clara(), id, note, 0, "Vino con su hermana.");
        protection.erase(clara(), erased);
        OpeningId opening = protection.begin(clara());
        protection.keep(clara(), opening, House.answers(Question.NAME, Map.of("name", List.of("Marta Kok"))));
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            hold(window, "files", "/files");
            for (Question question : Question.values()) {
                hold(window, "question-" + question.path(), "/files/new/" + opening + "/" + question.path());
            }
            hold(window, "check", "/files/new/" + opening + "/check");
            hold(window, "case", "/files/" + id);
            hold(window, "case-print", "/files/" + id + "/print");
            hold(window, "case-answers", "/files/" + id + "/answers/needs");
            hold(window, "note", "/files/" + id + "/notes/" + note);
            hold(window, "close", "/files/" + id + "/close");
            hold(window, "erase", "/files/" + id + "/erase");
            hold(window, "receipt", "/files/" + erased + "/receipt");
            hold(window, "emergency", "/files/" + id + "/emergency");
            hold(window, "emergencies", "/files/emergencies");
        }
        protection.drop(clara(), opening);
    }

    private static void hold(Window window, String name, String path) {
        assertThat(window.visit(path)).as(path).isEqualTo(200);
        window.leavingIsInReach();
        window.holdToTheRules("protection-" + name);
    }

    private static Actor clara() {
        return NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
    }

    private static CaseFileId file(String name) {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        OpeningId opening = protection.begin(clara());
        protection.keep(clara(), opening, House.answers(Question.NAME, Map.of("name", List.of(name))));
        return protection.open(clara(), opening).id();
    }

    private static Locator button(Page page, String words) {
        return page.locator("main").locator("button:has-text('" + words + "')").first();
    }

    private static void goOn(Page page, String next) {
        button(page, "Continuar").click();
        page.waitForURL("**/" + next);
    }
}
