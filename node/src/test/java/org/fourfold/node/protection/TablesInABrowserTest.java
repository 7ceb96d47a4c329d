package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** A table comes in and goes out by the pages, without scripts too; and every page held to the rules. */
@Tag("browser")
@Visits({"/files/import", "/files/export", "/registry/htcds", "/files/list", "/files/list/{list}"})
class TablesInABrowserTest {

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @Test
    void aTableIsTriedThenTakenAndWrittenAgainWithoutScripts() throws IOException {
        Look phone = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
        try (Window window = NodeUnderTest.shared().openAs("clara", phone, false)) {
            window.visit("/files");
            window.page().locator("a:has-text('Traer una tabla')").click();
            button(window, "Probar antes").click();
            assertThat(window.page().locator("#errors").innerText()).contains("No se eligió");
            choose(window, "walk");
            button(window, "Probar antes").click();
            assertThat(window.page().locator("main").innerText())
                    .contains("Fue una prueba", "Feminine", "6", "Folio", "consentimiento");
            choose(window, "walk");
            button(window, "Traer").last().click();
            assertThat(window.page().locator("main").innerText()).contains("Se abrieron 2 expedientes");
            choose(window, "walk");
            button(window, "Traer").last().click();
            assertThat(window.page().locator("main").innerText()).contains("palabra por palabra");

            window.visit("/files/export");
            assertThat(window.page().locator("main input:checked").count()).isZero();
            button(window, "Escribir la tabla").click();
            assertThat(window.page().locator("#errors").innerText()).contains("que deba salir", "se queda");
            window.page().locator("input[value=narrative]").check();
            window.page().locator("input[name=where][value=stays]").check();
            Download download = window.page()
                    .waitForDownload(() -> button(window, "Escribir la tabla").click());
            assertThat(download.suggestedFilename()).isEqualTo("table.csv");
            assertThat(Files.readString(download.path()))
                    .contains("DebtBondage;WithholdsDocuments")
                    .doesNotContain("Amarilis", "R-walk");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageKeepsTheRules(Look look) throws IOException {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        byte[] one =
                "prs_FirstName,vic_MethodsOfControl,prs_Gender,Folio interno\nEulalia (inventada),DebtBondage,Feminine,Q\n"
                        .getBytes(StandardCharsets.UTF_8);
        protection.importHtcds(clara(), new ByteArrayInputStream(one), false);
        CaseFileId file =
                protection.find(clara(), "Eulalia").readable().getFirst().file().id();
        assertThat(protection.view(clara(), file).imported().cells()).hasSize(4);
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            for (String path : new String[] {"/files/import", "/files/export", "/registry/htcds", "/files/" + file}) {
                assertThat(window.visit(path)).as(path).isEqualTo(200);
                window.leavingIsInReach();
                window.holdToTheRules(
                        "table-" + path.replaceAll("^/|/[0-9a-f-]{36}$", "").replace('/', '-'));
            }
            assertThat(window.page().locator("main").innerText())
                    .contains("Folio interno")
                    .doesNotContain("DebtBondage");
            window.visit("/files/list");
            window.holdToTheRules("list");
            window.page()
                    .locator("#file")
                    .setInputFiles(new FilePayload(
                            "lista.csv",
                            "text/csv",
                            "Nombre,Idioma,Trabajadora\nRufina Inventada,mam,Lidia\n"
                                    .getBytes(StandardCharsets.UTF_8)));
            window.page().locator("main form button").click();
            window.page().locator("#c0").waitFor();
            assertThat(window.page().locator("#c0").inputValue()).isEqualTo("NAME");
            assertThat(window.page().locator("#c1-hint").innerText()).isEqualTo("mam");
            window.holdToTheRules("list-columns");
            window.page().locator("button[name=try]").click();
            window.page().locator("dl.figures").waitFor();
            window.page().locator("main form button:not([name])").click();
            window.page().locator("#file").waitFor();
            assertThat(window.page().locator("dl.figures").innerText()).contains("1");
            window.visit("/files/import");
            choose(window, "look");
            window.page().locator("button[name=try]").click();
            window.page().locator("dl.figures").waitFor();
            window.holdToTheRules("table-tried");
            window.visit("/registry/htcds");
            assertThat(window.page().locator("main").textContent())
                    .contains("Human Trafficking Case Data Standard (HTCDS) 2.0", "CC BY 4.0", "Unaquainted");
        }
    }

    @Test
    void whoOpensNoFileSeesNeitherForm() {
        Look plain = Look.plain();
        try (Window window = NodeUnderTest.shared().openAs("ana", plain)) {
            assertThat(window.visit("/files/import")).isEqualTo(404);
            assertThat(window.visit("/files/export")).isEqualTo(404);
            assertThat(window.visit("/registry/htcds")).isEqualTo(200);
        }
    }

    private static void choose(Window window, String mark) {
        String table = """
                prs_FirstName,prs_SecondName,prs_Gender,vic_MethodsOfControl,con_Consent,Folio
                Amarilis,Sacul (inventada),feminine,DebtBondage;WithholdsDocuments,true,R-%1$s
                Nicolasa,Ical (inventada)
                Delfina,Cuz (inventada),Feminine,,false,S-%1$s
                """.formatted(mark);
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        window.page().locator("#file").setInputFiles(new FilePayload("tabla.csv", "text/csv", bytes));
    }

    private static Locator button(Window window, String words) {
        return window.page().locator("main button:has-text('" + words + "')");
    }

    private static Actor clara() {
        return NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
    }
}
