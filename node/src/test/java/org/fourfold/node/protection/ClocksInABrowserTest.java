package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.When;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ludi is 17 years and 324 days old: what runs, what stops it, what shows it; on a phone, in Spanish, without scripts. */
@Tag("browser")
@Visits({"/files/{file}/clocks", "/files/{file}/clocks/{kind}", "/clocks", "/clocks/rules", "/clocks/rules/{rule}"})
class ClocksInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");

    private final Protection protection = NodeUnderTest.shared().facade(Protection.class);
    private final LegalClocks clocks = NodeUnderTest.shared().facade(LegalClocks.class);
    private final Actor clara = NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
    private final Actor lucia = NodeUnderTest.shared().actor("lucia", Purpose.PROTECTION);
    private final LocalDate today = Instant.now().atZone(ZONE).toLocalDate();

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private CaseFileId file() {
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of("Ludi"))));
        CaseFileId file = protection.open(clara, opening).id();
        protection.nameLawyer(clara, file, lucia.member());
        return file;
    }

    private void tell(Actor actor, CaseFileId file, FactKind kind, LocalDate day) {
        LegalClocks.Told told = new LegalClocks.Told(new When(Dated.day(day), Optional.empty()), "");
        clocks.tell(actor, file, kind, told, Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId file = file();
        tell(clara, file, FactKind.US_MINOR_FOUND, today);
        tell(clara, file, FactKind.MX_CHILD_HARMED, today.minusDays(2));
        tell(clara, file, FactKind.PROCURADURIA_TOLD, today);
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            for (String path : List.of(
                    "/files/" + file + "/clocks",
                    "/files/" + file + "/clocks/us-minor-found",
                    "/clocks",
                    "/clocks/rules",
                    "/clocks/rules/mx.refuge-claim")) {
                assertThat(window.visit(path)).isEqualTo(200);
                window.leavingIsInReach();
                window.holdToTheRules("clocks"
                        + path.substring(path.lastIndexOf('/'))
                                .replace('/', '-')
                                .replace('.', '-'));
            }
        }
    }

    @Test
    void whatRunsForLudiWhatStopsItAndWhatShowsIt() {
        CaseFileId file = file();
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + file);
            page.locator("a[href$='/clocks']").last().click();
            assertThat(text(page)).contains("No corre ningún plazo");

            assertThat(page.locator("a:has-text('Fecha de nacimiento')").getAttribute("href"))
                    .isEqualTo("/files/" + file + "/answers/age");
            LocalDate born = today.minusYears(17).minusDays(324);
            NodeUnderTest.shared()
                    .facade(Protection.class)
                    .answer(
                            clara,
                            file,
                            List.of(Field.BIRTH),
                            new Answers(Map.of(Field.BIRTH, new Answer.Given<>(born.toString()))));

            page.locator("a:has-text('Una autoridad de EE. UU. supo')").click();
            type(page, 31, 2, 2026);
            assertThat(page.locator("#day-error").innerText()).contains("Ese mes no tiene ese día");
            assertThat(page.locator("#year").inputValue()).isEqualTo("2026");
            LocalDate found =
                    Instant.now().minus(Duration.ofHours(2)).atZone(ZONE).toLocalDate();
            page.locator("#time").fill("0:00");
            type(page, found);
            assertThat(text(page))
                    .contains(
                            "Aviso al HHS",
                            "Solicitud de asistencia",
                            "Ninguna abogada o abogado ha revisado aquí esta regla; no es asesoría legal.",
                            "Corre");
            long left = java.time.temporal.ChronoUnit.DAYS.between(
                    today, born.plusYears(18).minusDays(1));
            assertThat(text(page)).contains("Quedan " + left + " días.");
            page.locator("summary").first().click();
            assertThat(text(page))
                    .contains("22 U.S.C. 7105(b)(1)(G)", "Se leyó", "Qué muestra que se hizo", "Quien supervisa");
            window.picture("clocks-ludi-runs");

            window.visit("/");
            assertThat(text(page)).contains("Plazo del expediente");
            window.picture("clocks-ludi-desk");

            window.visit("/files/" + file + "/clocks");
            page.locator("a:has-text('Se avisó al HHS')").click();
            assertThat(text(page)).contains("Detiene lo que empezó con:");
            page.locator("#proof").fill("Acuse por correo, folio 44, en la carpeta azul");
            window.picture("clocks-ludi-fact");
            page.locator("button:has-text('Anotarlo')").click();
            assertThat(text(page)).contains("Lo que lo terminó:", "folio 44", "Hecho");
            window.picture("clocks-ludi-stopped");

            page.locator("a:has-text('Corregir')").first().click();
            page.locator("button:has-text('Tacharlo')").click();
            assertThat(text(page)).contains("Tachado");
        }
    }

    @Test
    void theLawyersDeadlineIsTheLawyersAndTheRuleIsReviewed() {
        CaseFileId file = file();
        try (Window window = NodeUnderTest.shared().openAs("lucia", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + file + "/clocks");
            page.locator("a:has-text('Ingresó a México')").click();
            page.locator("#month").fill(Integer.toString(today.getMonthValue()));
            page.locator("#year").fill(Integer.toString(today.getYear()));
            page.locator("button:has-text('Anotarlo')").click();
            assertThat(text(page)).contains("Solicitud de la condición de refugiado", "Estimado");
            page.locator("summary").first().click();
            page.locator("a:has-text('Ver la regla')").first().click();
            assertThat(text(page)).contains("Sin revisar", "30 días hábiles, desde el día hábil siguiente");
            page.locator("button:has-text('Firmar')").click();
            assertThat(text(page)).contains("No se eligió ni sí ni no");
            page.locator("#verdict").check();
            page.locator("#words").fill("Leí el artículo 18 en el DOF.");
            page.locator("button:has-text('Firmar')").click();
            assertThat(text(page)).contains("Aprobada aquí", "Leí el artículo 18 en el DOF.");
            window.picture("clocks-rule-reviewed");
            window.visit("/files/" + file + "/clocks");
            window.picture("clocks-lawyer");
        }
        try (Window window = NodeUnderTest.shared().openAs("sonia", PHONE, false)) {
            window.visit("/files/" + file + "/clocks");
            assertThat(text(window.page()))
                    .contains("Plazos de la abogada o el abogado", "De qué tratan queda entre la persona")
                    .doesNotContain("refugiado");
            window.picture("clocks-supervisor");
        }
    }

    private static String text(Page page) {
        return page.locator("main").innerText();
    }

    private static void type(Page page, LocalDate day) {
        type(page, day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static void type(Page page, int day, int month, int year) {
        page.locator("#day").fill(Integer.toString(day));
        page.locator("#month").fill(Integer.toString(month));
        page.locator("#year").fill(Integer.toString(year));
        page.locator("button:has-text('Anotarlo')").click();
    }
}
