package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.tables.TableFile;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was given is written down, counted, explained, and taken out in the house's own workbook; without scripts. */
@Tag("browser")
@Visits({"/files/{file}/services", "/counts", "/counts/{run}", "/counts/{run}/{code}"})
class CountsInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    @TempDir
    private Path folder;

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private static CaseFileId file() {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        Actor clara = NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of("Inventada Contada"))));
        return protection.open(clara, opening).id();
    }

    private static void count(Window window) {
        Page page = window.page();
        window.visit("/counts");
        String newest = page.locator("#month option").first().getAttribute("value");
        page.locator("#month").selectOption(newest);
        page.locator("form[action='/counts'] button").click();
        page.locator("form[action$='/workbook']").waitFor();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId id = file();
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            window.visit("/files/" + id + "/services");
            window.leavingIsInReach();
            window.holdToTheRules("services");
            window.visit("/counts");
            window.holdToTheRules("counts-ask");
            count(window);
            window.leavingIsInReach();
            window.holdToTheRules("counts");
            window.page().locator("table a").first().click();
            window.holdToTheRules("counts-why");
        }
    }

    @Test
    void whatWasGivenIsWrittenDownCountedExplainedAndTakenOut() throws IOException {
        CaseFileId id = file();
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id);
            page.locator("a[href$='/services']").click();
            page.locator("form button:text-is('Anotar')").click();
            assertThat(page.locator("#kind-error").innerText()).contains("No se dice qué se dio");
            page.locator("#kind").selectOption(new SelectOption().setLabel("Grupo"));
            page.locator("#times").fill("2");
            page.locator("#words").fill("círculo de mujeres");
            page.locator("form button:text-is('Anotar')").click();
            assertThat(page.locator("main").innerText()).contains("Grupo × 2", "círculo de mujeres");

            count(window);
            page.locator("a[href$='/service.group']").click();
            String number = NodeUnderTest.shared()
                    .facade(Protection.class)
                    .view(NodeUnderTest.shared().actor("clara", Purpose.PROTECTION), id)
                    .file()
                    .number()
                    .text();
            assertThat(page.locator("main").innerText())
                    .contains("Por qué este número", "Lo tachado no se cuenta", number);
            page.locator("a:text-is('Volver a los conteos')").click();

            page.locator("#template").setInputFiles(workbook("{{service.groop}}"));
            page.locator("button:text-is('Llenarlo')").click();
            assertThat(page.locator("#template-error").innerText()).contains("service.groop", "Informe", "B2");
            page.locator("#template").setInputFiles(workbook("{{files.opened}}"));
            Download filled = page.waitForDownload(
                    () -> page.locator("button:text-is('Llenarlo')").click());
            assertThat(filled.suggestedFilename()).isEqualTo("counts.xlsx");
            assertThat(secondRow(filled.path())).first().isEqualTo("Abiertos");
            assertThat(secondRow(filled.path()).get(1)).matches("[0-9]+|omitido");

            Download table = page.waitForDownload(
                    () -> page.locator("button:has-text('CSV')").click());
            assertThat(Files.readString(table.path())).contains("service.group,Por servicio,Grupo,");
        }
    }

    private Path workbook(String code) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Informe");
            sheet.value(1, 0, "Abiertos");
            sheet.value(1, 1, code);
        }
        return Files.write(folder.resolve("informe.xlsx"), bytes.toByteArray());
    }

    private static List<String> secondRow(Path workbook) throws IOException {
        List<String> texts = new ArrayList<>();
        try (TableFile file = TableFile.open(workbook)) {
            file.read(0, row -> {
                row.cells().forEach(cell -> texts.add(cell.text()));
                return true;
            });
        }
        return texts;
    }
}
