package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.ledger.note.TlogProof;
import org.fourfold.node.frame.Language;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The record's pages as those who oversee see them. */
@Tag("browser")
@Visits({"/record", "/record/entry", "/record/entry/{index:[0-9]{1,12}}", "/record/entry/{index:[0-9]{1,12}}/proof"})
class RecordInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        try (Window window = NodeUnderTest.shared().openAs("paz", look)) {
            for (String path : List.of("/record", "/record/entry", "/record/entry/1")) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules(path.substring(1).replace('/', '-'));
            }
        }
    }

    @Test
    void everythingIsCheckedAndAProofIsTakenWithoutScripts() throws IOException {
        try (Window window = NodeUnderTest.shared().openAs("amparo", PHONE, false)) {
            Page page = window.page();
            window.visit("/record");
            page.locator("button:has-text('Comprobar todo ahora')").click();
            page.waitForURL("**/record");
            assertThat(page.locator("main").innerText()).contains("Todo estaba en orden", "nadie fuera de esta casa");
            window.visit("/record/entry");
            page.locator("#index").fill("999999999");
            page.locator(".filters button").click();
            assertThat(page.locator("#index-error").innerText()).contains("no hay ninguna entrada");
            page.locator("#index").fill("2");
            page.locator(".filters button").click();
            page.waitForURL("**/record/entry/2");
            assertThat(page.locator("main").innerText()).contains("La prueba se cumple");
            Download download =
                    page.waitForDownload(() -> page.locator("a[download]").click());
            assertThat(download.suggestedFilename()).isEqualTo("2.tlog-proof");
            assertThat(TlogProof.parse(Files.readAllBytes(download.path()))
                            .orElseThrow()
                            .inclusion()
                            .index())
                    .isEqualTo(2);
        }
    }

    @Test
    void whoDoesNotOverseeFindsNoDoor() {
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            assertThat(window.visit("/record")).isIn(403, 404);
            assertThat(window.visit("/record/entry/1/proof")).isIn(403, 404);
        }
    }
}
