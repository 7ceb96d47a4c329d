package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.TablePreview;
import org.fourfold.node.tables.TableFile;
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

/** Imports in a real browser: many files, a mapping said once, a source taken back. All persons are invented. */
@Tag("browser")
@Visits({
    "/entities/import",
    "/entities/import/queue",
    "/entities/import/{item:[0-9a-f-]{36}}/mapping",
    "/entities/mappings",
    "/entities/mappings/{id:[0-9a-f-]{36}}",
    "/entities/sources",
    "/entities/sources/{id:[0-9a-f-]{36}}",
    "/entities/sources/{id:[0-9a-f-]{36}}/undo",
    "/entities/sources/{id:[0-9a-f-]{36}}/custody",
    "/entities/sources/{id:[0-9a-f-]{36}}/data.ftm.json"
})
class ImportsInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    @TempDir
    private static Path folder;

    private static SourceId source = new SourceId(new java.util.UUID(0, 0));
    private static QueueItemId waiting = new QueueItemId(new java.util.UUID(0, 0));
    private static MappingId kept = new MappingId(new java.util.UUID(0, 0));

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @BeforeAll
    static void takeOne() throws IOException {
        Path file = Sheets.register(
                folder.resolve("one.xlsx"),
                List.of("Rosa Ficticia Palma", "Julio Ficticio Palma"),
                List.of("5555 7701", "5.02E+10"));
        Mapping mapping;
        try (TableFile table = TableFile.open(file)) {
            mapping = TablePreview.of(table, 0, Optional.empty()).draft().named("Registro inventado");
        }
        Prosecution prosecution = NodeUnderTest.unit().facade(Prosecution.class);
        kept = prosecution.saveMapping(ines(), mapping).id();
        source = prosecution
                .importTable(ines(), file, mapping, "Registro.xlsx", ImportOptions.plain(), ProgressListener.silent())
                .id()
                .orElseThrow();
        waiting = NodeUnderTest.unit()
                .facade(ImportQueue.class)
                .add(
                        ines(),
                        "Espera.xlsx",
                        ImportOptions.plain(),
                        to -> Files.copy(file, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING))
                .id();
    }

    private static Actor ines() {
        return NodeUnderTest.unit().actor("ines", Purpose.INVESTIGATION);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesOfImportsKeepTheRules(Look look) {
        try (Window window = NodeUnderTest.unit().openAs("ines", look)) {
            for (String path : List.of(
                    "/entities/import",
                    "/entities/import/queue",
                    "/entities/import/" + waiting + "/mapping",
                    "/entities/mappings",
                    "/entities/mappings/" + kept,
                    "/entities/sources",
                    "/entities/sources/" + source,
                    "/entities/sources/" + source + "/undo",
                    "/entities/sources/" + source + "/custody")) {
                window.visit(path);
                assertThat(window.page()
                                .locator("nav a[aria-current='page'][href='/entities/sources']")
                                .count())
                        .isPositive();
                window.leavingIsInReach();
                window.holdToTheRules(
                        "import-" + path.replaceAll("[0-9a-f-]{36}", "one").replaceAll("/+", "-"));
            }
        }
    }

    @Test
    void threeFilesAreTakenWithOneMappingWithoutScriptsAndOneIsTakenBack() throws IOException {
        Path known = Files.writeString(
                folder.resolve("conocido.json"),
                "{\"id\":\"q\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Quirino Ficticio\"]}}\n");
        Path workbook = Sheets.register(
                folder.resolve("enero.xlsx"),
                List.of("Elena Ficticia Roca", "Mario Ficticio Roca"),
                List.of("5555 8801", "5.02E+10"));
        Path text = Files.writeString(
                folder.resolve("febrero.csv"), "Nombre completo,Teléfono\nElena Ficticia Roca,5555 8801\n");
        try (Window window = NodeUnderTest.unit().openAs("ines", PHONE, false)) {
            var page = window.page();
            window.visit("/entities/import");
            page.locator("#file").setInputFiles(new Path[] {known, workbook, text});
            page.locator("#phone-country").selectOption("gt");
            page.locator("main form .button").click();
            // The page asks again by itself until nothing moves.
            page.locator("main li", row("conocido.json")).locator(".tag-done").waitFor();

            page.locator("main li", row("enero.xlsx")).locator("a").first().click();
            assertThat(page.locator("#header").inputValue()).isEqualTo("7");
            assertThat(page.locator("#column-0").inputValue()).isEqualTo("full-name");
            assertThat(page.locator("#column-1").inputValue()).isEqualTo("phone");
            page.locator("form:has(#column-0) button[value=try]").click();
            assertThat(page.locator("main").innerText()).contains("5.02E+10").contains("9");
            page.locator("#mapping-name").fill("Registro de enero (inventado)");
            page.locator("form:has(#column-0) button[value=run]").click();
            page.locator("main li", row("febrero.csv")).locator(".tag-done").waitFor();
            page.locator("main li", row("enero.xlsx")).locator("a").first().click();

            assertThat(page.locator("main").innerText()).contains("5.02E+10").contains("enero.xlsx");
            page.locator("main a[href$='/undo']").click();
            page.locator("main form .button").click();
            assertThat(page.locator("main .note").innerText()).contains("Deshecha por");
        }
        assertThat(NodeUnderTest.unit().facade(Prosecution.class).mappings(ines()))
                .extracting(SavedMapping::name)
                .contains("Registro de enero (inventado)");
    }

    @Test
    void aSourceIsDownloadedAndAMappingThatIsNoneIsToldSo() {
        try (Window window = NodeUnderTest.unit().openAs("ines", PHONE)) {
            var answer = window.page()
                    .context()
                    .request()
                    .get(NodeUnderTest.unit().address() + "/entities/sources/" + source + "/data.ftm.json");
            assertThat(answer.text()).contains("Rosa Ficticia Palma");
            assertThat(answer.headers().get("content-disposition")).contains("data.ftm.json");
            window.visit("/entities/mappings/" + kept);
            window.page().locator("#body").fill("{}");
            window.page().locator("main form .button").first().click();
            window.page().locator("#main .wrong, [role=alert]").first().waitFor();
            window.holdToTheRules("import-mapping-wrong");
        }
    }

    private static com.microsoft.playwright.Page.LocatorOptions row(String name) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(name);
    }
}
