package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The disk is full at night and somebody is in danger; on a phone, in Spanish, without scripts. */
@Tag("browser")
@Visits("/files/emergency")
class EmergencyInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String NAME = "Nicolasa Emergente";

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @AfterEach
    void empty() {
        NodeUnderTest.shared().fullDisk(false);
    }

    private static CaseFileId file() {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        Actor clara = NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of(NAME))));
        return protection.open(clara, opening).id();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId id = file();
        try (Window window = NodeUnderTest.shared().openAs("noe", look)) {
            NodeUnderTest.shared().fullDisk(true);
            window.visit("/files/emergency");
            window.leavingIsInReach();
            window.holdToTheRules("emergency-search");
            window.visit("/files/" + id + "/emergency");
            window.leavingIsInReach();
            window.holdToTheRules("emergency");
        }
    }

    @Test
    void onAFullDiskTheNightShiftIsLedToTheFileInAnEmergencyAndTheOwnerIsToldAfterwards() {
        CaseFileId id = file();
        try (Window window = NodeUnderTest.shared().openAs("noe", PHONE, false)) {
            Page page = window.page();
            NodeUnderTest.shared().fullDisk(true);
            window.visit("/files");
            assertThat(page.locator("main").innerText()).contains("El disco está lleno");
            window.picture("disk-full");
            page.locator("a[href='/files/emergency']").click();
            page.locator("#typed").fill(NAME);
            page.locator("button:has-text('Buscar')").click();
            assertThat(page.locator("main").innerText())
                    .contains("Persona inventada clara")
                    .doesNotContain(NAME);
            page.locator("a[href='/files/" + id + "/emergency']").click();
            page.locator("#reason").fill("Está en el hospital y no responde");
            page.locator("button:has-text('Abrir por tres horas')").click();
            assertThat(page.locator("main").innerText())
                    .contains(NAME, "Usted abrió este expediente por una emergencia");
            window.picture("emergency-file");
            assertThat(window.visit("/files/" + id + "/print")).isGreaterThanOrEqualTo(400);
        }
        NodeUnderTest.shared().fullDisk(false);
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        protection.bringInReserve();
        assertThat(protection.emergencies(NodeUnderTest.shared().actor("clara", Purpose.PROTECTION)))
                .anyMatch(glass -> glass.file().equals(id));
    }
}
