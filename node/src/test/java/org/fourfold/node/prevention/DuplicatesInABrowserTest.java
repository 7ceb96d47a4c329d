package org.fourfold.node.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fourfold.node.frame.Language;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two reports of one incident and lists of persons, from the upload to the decision and the numbers; on a phone, without scripts. */
@Tag("browser")
@Visits({"/map/duplicates", "/map/incidents/{id}/same/{other}", "/map/overlap"})
class DuplicatesInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String HEADING = "Incident ID,Incident date,No. dead,No. missing,Cause of death (category),"
            + "Country of Incident,Location of death,Latitude,Longitude\n";

    @TempDir
    private Path folder;

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        try (Window window = NodeUnderTest.shared().openAs("ana", look)) {
            compare(window);
            window.holdToTheRules("duplicates");
            window.page().locator("main .tasks a").first().click();
            window.page().waitForURL("**/same/*");
            window.holdToTheRules("duplicate");
            count(window);
            window.holdToTheRules("overlap");
        }
    }

    @Test
    void aPairIsJudgedMarkedAndTakenBackWithoutScripts() {
        try (Window window = NodeUnderTest.shared().openAs("ana", PHONE, false)) {
            Page page = window.page();
            compare(window);
            page.locator("main .tasks a").first().click();
            String pair = page.url();
            assertThat(page.locator("tbody td:last-child").first().boundingBox())
                    .as("the second report stands in the window")
                    .satisfies(box -> assertThat(box.x + box.width).isLessThanOrEqualTo(Look.PHONE));
            assertThat(page.locator("tbody").innerText())
                    .as("of what neither report speaks")
                    .doesNotContain("No consta");
            page.locator("main form button").click();
            assertThat(page.locator(".error-summary, [role=alert], .wrong").count())
                    .isPositive();
            decide(page, "SAME", "Las dos nombran el kilómetro");
            assertThat(page.locator("main").innerText()).contains("Las dos nombran el kilómetro");
            page.locator("thead a").first().click();
            assertThat(page.locator("main").innerText()).contains("Otra fuente cuenta el mismo incidente.");
            page.navigate(pair);
            decide(page, "OPEN", "No estoy segura");
            page.locator("thead a").first().click();
            assertThat(page.locator("main").innerText()).doesNotContain("Otra fuente cuenta");
        }
    }

    @Test
    void listsAreCountedAndNoNameIsShown() {
        try (Window window = NodeUnderTest.shared().openAs("ana", PHONE, false)) {
            count(window);
            String said = window.page().locator("main").innerText();
            assertThat(said).contains("A + B").doesNotContain("Lumbre").doesNotContain("Zelaya");
            assertThat(said)
                    .contains("Cuántas puede haber", "Listas independientes", "nunca un solo número", "semilla 1");
        }
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            assertThat(window.page()
                            .navigate(NodeUnderTest.shared().address() + "/map/overlap")
                            .status())
                    .as("who may not count is told of no page")
                    .isEqualTo(404);
        }
    }

    private static void decide(Page page, String verdict, String reason) {
        page.locator("input[value=" + verdict + "]").check();
        page.locator("#reason").fill(reason);
        page.locator("main form button").click();
        page.waitForURL("**/same/*");
    }

    private void compare(Window window) {
        upload(window, "one.csv", "Fuente Uno", 0, 60);
        upload(window, "two.csv", "Fuente Dos", 40, 100);
        window.visit("/map/duplicates");
        window.page().locator("form[action='/map/duplicates'] button").click();
        window.page().locator("main .tasks a").first().waitFor();
    }

    private void count(Window window) {
        window.visit("/map/overlap");
        window.page().locator("#file").setInputFiles(write("a.csv", InventedLists.of(0, 120, 0)));
        window.page().locator("#file-b").setInputFiles(write("b.csv", InventedLists.of(80, 200, 0)));
        window.page().locator("form[action='/map/overlap'] button").click();
        window.page().locator("p[role=status]").waitFor();
    }

    private void upload(Window window, String name, String source, int from, int to) {
        StringBuilder text = new StringBuilder(HEADING);
        for (int n = from; n < to; n++) {
            text.append("D%d,2023-%02d-%02d,%d,,Drowning,Mexico,Rancho %s,%d.%d,-100.%d\n"
                    .formatted(
                            n,
                            1 + n % 12,
                            1 + n * 7 % 28,
                            1 + n % 9,
                            Integer.toString(n * 7919, 36),
                            16 + n % 9,
                            n,
                            n));
        }
        window.visit("/map/import");
        window.page().locator("input[type=file]").setInputFiles(write(name, text.toString()));
        window.page().locator("#source").fill(source);
        window.page().locator("main form button:not([name])").click();
        window.page().waitForURL("**/map/imports/*");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
