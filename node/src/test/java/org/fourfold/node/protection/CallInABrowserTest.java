package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;
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

/** Somebody calls: it becomes a file, or nothing is left but a count; on a phone, in Spanish, without scripts. */
@Tag("browser")
@Visits("/calls/{opening}")
class CallInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePageKeepsTheRules(Look look) {
        NodeUnderTest node = NodeUnderTest.shared();
        Protection protection = node.facade(Protection.class);
        OpeningId opening = protection.begin(node.actor("clara", Purpose.PROTECTION));
        try (Window window = node.openAs("clara", look)) {
            window.visit("/calls/" + opening);
            window.leavingIsInReach();
            window.holdToTheRules("call");
        }
        protection.drop(node.actor("clara", Purpose.PROTECTION), opening);
    }

    @Test
    void aCallBecomesAFileOrLeavesNothing() {
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files");
            page.locator("button:has-text('Contesto una llamada')").click();
            page.locator("#contact-how").fill("Mensaje al número de su hermana");
            page.locator("#name").fill("Petrona Xol");
            page.locator("button[value='save']").click();
            assertThat(page.locator("#name").inputValue()).isEqualTo("Petrona Xol");
            page.locator("button[value='file']").click();
            assertThat(page.locator("main").innerText()).contains("Petrona Xol", "Mensaje al número de su hermana");
            page.locator("form[action$='/check'] button").click();
            assertThat(page.locator("main").innerText()).contains("Mensaje al número de su hermana");

            window.visit("/files");
            page.locator("button:has-text('Contesto una llamada')").click();
            String call = page.url().substring(page.url().indexOf("/calls/"));
            page.locator("#name").fill("Nadie Nunca");
            page.locator("button[value='unmet']").click();
            assertThat(page.url()).endsWith("/unmet");
            window.visit(call);
            assertThat(page.locator("body").innerText()).doesNotContain("Nadie Nunca");
        }
    }
}
