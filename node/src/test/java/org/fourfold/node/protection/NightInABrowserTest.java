package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Tuesday night: a family comes, a bed is short, somebody is not back; on a phone, in Spanish, without scripts. */
@Tag("browser")
@Visits({
    "/tonight",
    "/tonight/rooms",
    "/files/{file}/stay",
    "/unmet",
    "/nights",
    "/nights/{night}",
    "/files/{file}/urgent"
})
class NightInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private static CaseFileId file(String name) {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        Actor clara = NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of(name))));
        protection.keep(
                clara,
                opening,
                Answers.parse(
                        Question.CONTACT,
                        Map.of("contact-never", List.of("Nunca al tío"), "contact-how", List.of("Con su hermana"))));
        return protection.open(clara, opening).id();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId id = file("Domitila Sis");
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            for (String path : List.of(
                    "/tonight",
                    "/tonight/rooms",
                    "/files/" + id + "/stay",
                    "/unmet",
                    "/nights",
                    "/nights/2026-11-24",
                    "/files/" + id + "/urgent")) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules(
                        "night" + path.substring(path.lastIndexOf('/')).replace('/', '-'));
            }
        }
    }

    @Test
    void aFamilyComesAndABedIsShort() {
        CaseFileId yesica = file("Yésica Domingo");
        CaseFileId ludi = file("Ludi Domingo");
        CaseFileId late = file("Petrona Chub");
        String room = "Cuarto " + yesica.toString().substring(0, 6);
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            furnish(window, room);
        }
        try (Window window = NodeUnderTest.shared().openAs("noe", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + yesica);
            page.locator("a[href$='/stay']").click();
            page.locator("#bed").selectOption(option(room + " · Cama 1"));
            page.locator("#children").fill("1");
            page.locator("#hold").check();
            page.locator("button:has-text('Dar esta cama')").click();
            assertThat(page.locator("main").innerText()).contains(room + " · Cama 1", "guardadas para su familia");
            window.picture("night-bed-given");
            window.visit("/files/" + late + "/stay");
            giveHeld(page, room);
            assertThat(page.locator("#family-error").innerText()).contains("guardado para una familia");
            window.picture("night-room-held");
            page.locator("a[href='/tonight']").last().click();
            page.locator("a[href='/unmet?need=BED']").click();
            assertThat(page.locator("#need").inputValue()).isEqualTo("BED");
            page.locator("button:has-text('Contar')").click();
            assertThat(page.locator("#outcome-error").innerText()).contains("Falta elegir");
            page.locator("input[value='TURNED_AWAY']").check();
            page.locator("input[value='FULL']").check();
            page.locator("button:has-text('Contar')").click();
            assertThat(page.locator("main").innerText()).contains("Contado.", "No había lugar");
            window.picture("night-unmet");
            window.visit("/files/" + ludi + "/stay");
            page.locator("#family").check();
            giveHeld(page, room);
            window.visit("/tonight");
            assertThat(page.locator("main").innerText())
                    .contains("Yésica Domingo", "con 1 niña o niño", "Ludi Domingo", "Guardado para una familia");
            window.picture("night-tonight");
        }
        notBack(ludi);
        handOver(ludi);
    }

    private static void furnish(Window window, String room) {
        Page page = window.page();
        window.visit("/tonight");
        page.locator("a[href='/tonight/rooms']").click();
        page.locator("#room").fill(room);
        page.locator("button:has-text('Agregar un cuarto')").click();
        for (int bed = 1; bed <= 2; bed++) {
            page.locator("#in").selectOption(option(room));
            page.locator("#bed").fill("Cama " + bed);
            page.locator("button:has-text('Agregar una cama')").click();
        }
        assertThat(page.locator("main").innerText()).contains(room, "Cama 1", "Cama 2");
        window.picture("night-rooms");
    }

    private static void giveHeld(Page page, String room) {
        page.locator("#bed").selectOption(option(room + " · Cama 2 (guardado para una familia)"));
        page.locator("button:has-text('Dar esta cama')").click();
    }

    /** Nobody knew that she was out: whom to call and whom never stands there at once, and on the desk. */
    private static void notBack(CaseFileId ludi) {
        try (Window window = NodeUnderTest.shared().openAs("noe", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + ludi + "/stay");
            page.locator("#day").fill("");
            page.locator("#agreed").fill("Esperar una hora");
            page.locator("button:has-text('Anotar la salida')").click();
            assertThat(page.locator("#day-error").innerText()).contains("no se entienden");
            assertThat(page.locator("#agreed").inputValue()).isEqualTo("Esperar una hora");
            page.locator("button:text-is('No está')").click();
            assertThat(page.locator("main").innerText())
                    .contains("No ha vuelto", "Nunca al tío", "Con su hermana")
                    .doesNotContainIgnoringCase("polic");
            window.picture("night-not-back");
            window.visit("/");
            page.locator("a[href='/tonight']:has-text('no ha')").first().click();
            assertThat(page.locator("main").innerText()).contains("Ludi Domingo", "No ha vuelto");
            page.locator("a:has-text('Qué se acordó')").first().click();
            page.locator("button:has-text('Volvió')").click();
            assertThat(page.locator("main").innerText()).doesNotContain("No ha vuelto");
        }
    }

    /** The night writes down and warns; in the morning the caseworker sees the danger first, reads, and takes over. */
    private static void handOver(CaseFileId ludi) {
        String calm = "Todo en calma " + ludi.toString().substring(0, 6);
        try (Window window = NodeUnderTest.shared().openAs("noe", PHONE, false)) {
            Page page = window.page();
            window.visit("/tonight");
            page.locator("a[href='/nights']").last().click();
            page.locator("#text").fill(calm);
            page.locator("button:text-is('Anotar')").click();
            page.locator("#about").selectOption(ludi.toString());
            page.locator("button:text-is('Anotar')").click();
            assertThat(page.locator("#text-error").innerText()).contains("No hay nada escrito");
            assertThat(page.locator("#about").inputValue()).isEqualTo(ludi.toString());
            page.locator("#text").fill("Volvió a las diez, con miedo.");
            page.locator("button:text-is('Anotar')").click();
            assertThat(page.locator("main").innerText()).contains(calm, "Ludi Domingo", "con miedo", "Nadie todavía");
            window.picture("night-log");
            window.visit("/files/" + ludi + "/urgent");
            page.locator("#reason").fill("El tío preguntó por ella en la puerta. No decir que está aquí.");
            page.locator("button:has-text('Avisar a quienes ayudan')").click();
            window.picture("night-urgent");
        }
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/");
            assertThat(page.locator(".room-protection .tasks li").first().innerText())
                    .contains("Riesgo urgente", "Ahora");
            window.picture("night-desk");
            page.locator("a[href='/files/" + ludi + "/urgent']").first().click();
            page.locator("main a[href='/files/" + ludi + "']").click();
            assertThat(page.locator("main .note").first().innerText()).contains("El tío preguntó");
            window.picture("night-file");
            page.locator("button:has-text('Ya pasó')").click();
            assertThat(page.locator("main").innerText()).contains("No hay ninguno");
            window.visit("/");
            page.locator("a:has-text('La noche dejó algo anotado')").click();
            assertThat(page.locator("main").innerText()).contains(calm, "con miedo");
            page.locator("button:has-text('Lo leí y recibo el turno')").click();
            assertThat(page.locator("main").innerText()).contains("Persona inventada clara");
            window.picture("night-taken-over");
            window.visit("/");
            assertThat(page.locator("main").innerText()).doesNotContain("La noche dejó algo anotado");
        }
    }

    private static SelectOption option(String label) {
        return new SelectOption().setLabel(label);
    }
}
