package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.Stream;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.witness.Sighting;
import org.fourfold.ledger.witness.WatchedLog;
import org.fourfold.ledger.witness.WitnessFolder;
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

/** Somebody outside is added, looks, and vouches; the page says for what and since when. */
@Tag("browser")
@Visits("/record/witnesses")
class WitnessesInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    @TempDir
    Path folder = Path.of("");

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePageKeepsTheRules(Look look) {
        try (Window window = NodeUnderTest.shared().openAs("amparo", look)) {
            window.visit("/record/witnesses");
            window.leavingIsInReach();
            window.holdToTheRules("record-witnesses");
        }
    }

    @Test
    void somebodyIsAddedLooksAndVouchesWithoutScripts() throws IOException {
        VerifierKey key = WitnessFolder.create(folder, "university.example/w1", new SecureRandom());
        try (Window window = NodeUnderTest.shared().openAs("amparo", PHONE, false)) {
            Page page = window.page();
            window.visit("/record/witnesses");
            page.locator("#name").fill("Universidad del Istmo");
            page.locator("#key").fill("nada");
            page.locator("#place").fill(folder.resolve("shown").toString());
            page.locator("button:has-text('Agregar')").click();
            assertThat(page.locator("#key-error").innerText()).contains("no es la llave pública");
            assertThat(page.locator("#name").inputValue()).isEqualTo("Universidad del Istmo");
            page.locator("#key").fill(key.toString());
            page.locator("button:has-text('Agregar')").click();
            page.locator("button:has-text('Ponerlo al día')").click();
            assertThat(page.locator("main").innerText()).contains("Universidad del Istmo", "Todavía nada");
            look(page);
            page.locator("button:has-text('Ponerlo al día')").click();
            assertThat(page.locator("main").innerText())
                    .contains("Da fe", "entradas, desde el", "contrafirmado, y fiel a este registro");
            window.visit("/record");
            assertThat(page.locator("main").innerText()).contains("1 institución de fuera da fe");
            window.visit("/record/witnesses");
            page.locator("button:has-text('Terminar')").click();
            assertThat(page.locator("main").innerText()).contains("Terminó. Lo que contrafirmó se conserva.");
        }
    }

    /** From outside, with what the page says: the record's key and the folder in which it is shown. */
    private void look(Page page) throws IOException {
        String vkey = page.locator("dt:has-text('Llave pública') + dd").innerText();
        String shown = page.locator("dt:has-text('Lo que puede salir') + dd")
                .innerText()
                .lines()
                .findFirst()
                .orElseThrow();
        try (WitnessFolder witness = WitnessFolder.open(folder)) {
            assertThat(witness.look(WatchedLog.of(vkey, shown).orElseThrow(), new FastEd25519(), Instant.now()))
                    .isInstanceOf(Sighting.Consistent.class);
        }
    }

    @Test
    void whoOnlyOverseesSeesAndDoesNotAppoint() {
        try (Window window = NodeUnderTest.shared().openAs("paz", PHONE)) {
            window.visit("/record/witnesses");
            assertThat(window.page().locator("#key").count()).isZero();
        }
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            assertThat(window.visit("/record/witnesses")).isIn(403, 404);
        }
    }
}
