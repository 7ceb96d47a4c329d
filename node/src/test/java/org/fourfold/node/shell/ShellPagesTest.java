package org.fourfold.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;
import org.fourfold.node.frame.Language;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Weight;
import org.fourfold.node.web.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frame in a real browser. */
@Tag("browser")
@Visits({"/", "/leave", "/health", "/language/es", "/language/en", "/s/{hash}/{*name}"})
class ShellPagesTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final long FIRST_PAGE_BYTES_MAX = 60_000;

    private static @Nullable ShellUnderTest node;

    @BeforeAll
    static void start() {
        node = ShellUnderTest.start();
    }

    @AfterAll
    static void stop() {
        node().close();
    }

    private static ShellUnderTest node() {
        return java.util.Objects.requireNonNull(node);
    }

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private static Window open(Look look) {
        return Window.open(node().address(), look);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPartKeepsTheRules(Look look) {
        try (Window window = open(look)) {
            for (String path : new String[] {
                "/", "/gallery", "/gallery/form", "/gallery/conflict", "/gallery/fault", "/health", "/health?visitor"
            }) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules("shell" + path.replace('/', '-').replace('?', '-'));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theNeutralPageKeepsTheRulesAndNamesNothingOfOurs(Look look) {
        try (Window window = open(look)) {
            window.visit("/leave");
            window.holdToTheRules("shell-left");
            assertThat(window.page().content())
                    .doesNotContainIgnoringCase("fourfold")
                    .doesNotContain("Equipo Norte");
        }
    }

    @Test
    void leavingShowsTheNeutralPageAndLeavesNoWayBackToTheOneBefore() {
        try (Window window = open(PHONE)) {
            window.visit("/");
            window.visit("/gallery");
            int before = node().left().size();
            window.leave();
            assertThat(window.page().title()).isEqualTo("Medidas de cocina");
            assertThat(node().left().size()).isGreaterThan(before);
            window.page().goBack();
            assertThat(window.page().url()).endsWith("/");
        }
    }

    @Test
    void leavingWorksWhenTheNetworkIsGone() {
        try (Window window = open(PHONE)) {
            window.visit("/gallery");
            window.offline(true);
            window.page().locator("[data-leave]").click();
            window.page().locator("h1:has-text('Medidas de cocina')").waitFor();
            assertThat(window.page().locator("body").innerText()).doesNotContain("Fourfold");
            assertThat(window.page().title()).isEqualTo("Medidas de cocina");
            window.offline(false);
        }
    }

    @Test
    void leavingWorksWithoutScripts() {
        try (Window window = Window.open(node().address(), PHONE, false)) {
            window.visit("/gallery");
            window.page().locator("[data-leave]").click();
            assertThat(window.page().title()).isEqualTo("Medidas de cocina");
        }
    }

    @Test
    void aFormWithAFaultPutsTheSummaryUnderTheReadersEyes() {
        try (Window window = open(PHONE)) {
            window.visit("/gallery/form");
            window.page().locator("button.button").click();
            window.page().locator("#errors").waitFor();
            assertThat(window.page().evaluate("document.activeElement.id")).isEqualTo("errors");
            window.page().locator("#errors a").click();
            assertThat(window.page().evaluate("document.activeElement.id")).isEqualTo("note");
            window.holdToTheRules("shell-form-wrong");
        }
    }

    @Test
    void aFormWithAFaultWorksWithoutScripts() {
        try (Window window = Window.open(node().address(), PHONE, false)) {
            window.visit("/gallery/form");
            window.page().locator("button.button").click();
            assertThat(window.page().locator("#errors").count()).isEqualTo(1);
        }
    }

    @Test
    void aFormSentIntoADeadNetworkKeepsItsTextAndArrivesOnce() {
        try (Window window = open(PHONE)) {
            window.visit("/gallery/form");
            Page page = window.page();
            page.locator("#note").fill("Llegó a las ocho y cenó.");
            window.offline(true);
            page.locator("button.button").click();
            page.locator("#banner:not([hidden])").waitFor();
            window.picture("shell-offline");
            assertThat(page.locator("#note").inputValue()).isEqualTo("Llegó a las ocho y cenó.");
            window.offline(false);
            page.locator("text=taken:").waitFor();
            assertThat(page.url()).contains("/gallery/taken?count=");
            assertThat(page.locator("#banner:not([hidden])").count()).isZero();
        }
    }

    @Test
    void whatIsTypedIsKeptAsADraftByItself() {
        try (Window window = open(PHONE)) {
            window.visit("/gallery/form");
            Page page = window.page();
            page.waitForRequest("**/gallery/draft", () -> page.locator("#note").fill("Una frase"));
            page.locator(".draft:has-text('Borrador guardado')").waitFor();
            assertThat(page.locator(".draft").innerText()).doesNotContain("{");
        }
    }

    @Test
    void theLanguageSwitchComesBackToTheSamePage() {
        try (Window window = open(PHONE)) {
            window.visit("/gallery?q=1");
            window.page().locator("a.language").click();
            assertThat(window.page().url()).endsWith("/gallery?q=1");
            assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    @Test
    void theTabSaysNothing() {
        try (Window window = open(PHONE)) {
            window.visit("/gallery");
            assertThat(window.page().title()).isEqualTo("Notas");
        }
    }

    @Test
    void theFirstPageIsLight() {
        assertThat(Weight.ofPage(node().address(), "/gallery", "")).isLessThanOrEqualTo(FIRST_PAGE_BYTES_MAX);
    }
}
