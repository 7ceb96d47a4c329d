package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
@Visits({"/calls/{opening}", "/blank-form", "/files/{file}/message"})
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
            window.visit("/blank-form");
            window.leavingIsInReach();
            window.holdToTheRules("blank-form");
        }
        protection.drop(node.actor("clara", Purpose.PROTECTION), opening);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aTextForAMessageTellsNothing(Look look) {
        NodeUnderTest node = NodeUnderTest.shared();
        Protection protection = node.facade(Protection.class);
        OpeningId opening = protection.begin(node.actor("clara", Purpose.PROTECTION));
        protection.keep(
                node.actor("clara", Purpose.PROTECTION),
                opening,
                Answers.parse(Question.CONTACT, Map.of("contact-never", List.of("Nunca de noche"))));
        String file = protection
                .open(node.actor("clara", Purpose.PROTECTION), opening)
                .id()
                .toString();
        try (Window window = node.openAs("clara", look)) {
            window.visit("/files/" + file + "/message");
            window.leavingIsInReach();
            window.holdToTheRules("message");
            assertThat(window.page().locator("main .note").innerText()).contains("Nunca de noche");
            List<String> texts = window.page().locator("textarea").all().stream()
                    .map(text -> text.inputValue())
                    .toList();
            assertThat(texts)
                    .hasSize(4)
                    .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT))
                            .isNotBlank()
                            .doesNotContain(
                                    "trata", "traffick", "refugio", "albergue", "casa", "shelter", "víctima", "victim")
                            .doesNotContain(NodeUnderTest.ORGANISATION.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void whatWasToldAnotherDaySaysSo() {
        NodeUnderTest node = NodeUnderTest.shared();
        Protection protection = node.facade(Protection.class);
        OpeningId opening = protection.begin(node.actor("clara", Purpose.PROTECTION));
        String file = protection
                .open(node.actor("clara", Purpose.PROTECTION), opening)
                .id()
                .toString();
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + file);
            page.locator("button:has-text('Escribir una nota')").click();
            page.locator("#text").fill("Contó de su hermana");
            page.locator("#told").fill("2090-01-01");
            page.locator("button:has-text('Guardar la nota')").click();
            assertThat(page.locator("#told-error").innerText()).contains("todavía no llega");
            assertThat(page.locator("#text").inputValue()).isEqualTo("Contó de su hermana");
            page.locator("#told").fill("2026-01-31");
            page.locator("button:has-text('Guardar borrador')").click();
            assertThat(page.locator("#told").inputValue()).isEqualTo("2026-01-31");
            page.locator("button:has-text('Guardar la nota')").click();
            assertThat(page.locator("main").innerText())
                    .contains("Contó de su hermana", "se dijo el 31 de enero de 2026");
        }
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
