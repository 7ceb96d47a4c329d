package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.Consent.How;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A telephone is lost, a consent ends, somebody complains, a colleague leaves: each comes to who answers for it; without scripts. */
@Tag("browser")
@Visits({
    "/files/breaches",
    "/files/breaches/report",
    "/files/breaches/{breach}",
    "/files/complaint",
    "/files/complaints",
    "/files/complaints/{complaint}",
    "/files/{file}/hand",
    "/files/{file}/handed"
})
class PrivacyOfficerInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String NAME = "Rosario Inventada";

    private final NodeUnderTest node = NodeUnderTest.shared();
    private final Protection protection = node.facade(Protection.class);
    private final Actor clara = node.actor("clara", Purpose.PROTECTION);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private CaseFileId file() {
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of(NAME))));
        return protection.open(clara, opening).id();
    }

    private String number(CaseFileId file) {
        return protection.view(clara, file).file().number().text();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId file = file();
        UUID breach = node.facade(Breaches.class)
                .report(clara, BreachEntry.Kind.PAPER_LOST, Instant.now().minusSeconds(3600), "", "x");
        ComplaintCode code = node.facade(Complaints.class).tell(clara, Complaint.Whose.PERSON, "Una queja.", false);
        UUID complaint =
                node.facade(Complaints.class).asked(clara, code).orElseThrow().id();
        hold(look, "clara", "/files/breaches/report", "/files/complaint", "/files/" + file + "/hand");
        hold(look, "paz", "/files/oversight", "/files/breaches", "/files/breaches/" + breach);
        hold(look, "teo", "/files/complaints", "/files/complaints/" + complaint);
        Actor sonia = node.actor("sonia", Purpose.PROTECTION);
        node.facade(Transfers.class).hand(clara, file, sonia.member(), Transfer.Reason.WORKLOAD);
        hold(look, "sonia", "/files/" + file + "/handed");
    }

    private void hold(Look look, String member, String... paths) {
        try (Window window = node.openAs(member, look)) {
            for (String path : paths) {
                assertThat(window.visit(path)).as(path).isEqualTo(200);
                window.leavingIsInReach();
                window.holdToTheRules(path.replaceAll("[0-9a-f-]{36}", "one")
                        .substring("/files/".length())
                        .replace('/', '-'));
            }
        }
    }

    @Test
    void aLostTelephoneComesToThePrivacyOfficerWhoWritesDownWhatIsDone() {
        String words = "Se quedó en el autobús " + UUID.randomUUID();
        try (Window window = node.openAs("noe", PHONE, false)) {
            Page page = window.page();
            window.visit("/files");
            page.locator("nav a[href='/files/breaches/report']").click();
            page.locator("input[value='DEVICE_LOST']").check();
            page.locator("#noticed")
                    .fill(LocalDate.now(ZoneOffset.UTC).minusDays(2).toString());
            page.locator("#time").fill("25:00");
            page.locator("#words").fill(words);
            page.locator("button:text-is('Avisar')").click();
            assertThat(page.locator("#noticed-error").innerText()).contains("no se entiende");
            assertThat(page.locator("#words").inputValue()).isEqualTo(words);
            page.locator("#time").fill("7:30");
            page.locator("button:text-is('Avisar')").click();
            assertThat(page.locator("[role='status']").innerText()).contains("Aquí usted ya no lo verá");
            assertThat(window.visit("/files/breaches")).isEqualTo(404);
        }
        try (Window window = node.openAs("paz", PHONE, false)) {
            Page page = window.page();
            window.visit("/");
            page.locator("main a[href='/files/breaches']").click();
            page.locator("main .tasks a:has-text('Se perdió o robaron un aparato')")
                    .first()
                    .click();
            assertThat(page.locator("main").innerText())
                    .contains(words, "72 horas después de notarlo", "de esta casa lo ha revisado", "Corre");
            page.locator("input[value='IDENTITY']").check();
            page.locator("#persons").selectOption(new SelectOption().setLabel("De 2 a 10"));
            page.locator("button:text-is('Anotarlo')").click();
            page.locator("input[value='authority-told']").check();
            page.locator("#words").fill("Autoridad inventada");
            page.locator("button:text-is('Agregarlo')").click();
            assertThat(page.locator("#on-error").innerText()).contains("Ese día");
            page.locator("#on").fill(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
            page.locator("button:text-is('Agregarlo')").click();
            assertThat(page.locator("main").innerText()).contains("De 2 a 10", "Autoridad inventada", "Atendido");
            window.picture("breach");
        }
    }

    @Test
    void aConsentThatEndsIsListedByItsNumberAlone() {
        CaseFileId file = file();
        Organisation clinic =
                node.facade(Organisations.class).add(clara, "Clínica " + UUID.randomUUID(), RecipientKind.SERVICE);
        node.facade(Consents.class)
                .give(
                        clara,
                        file,
                        new Consent.Terms(
                                clinic.id(),
                                Purpose.PROTECTION,
                                Set.of(FieldGroup.IDENTITY),
                                GivenBy.ADULT,
                                How.PRESENT,
                                "es",
                                true,
                                false),
                        10);
        String number = number(file);
        try (Window window = node.openAs("paz", PHONE, false)) {
            window.visit("/files/oversight");
            assertThat(window.page().locator("main").innerText())
                    .contains("Permisos que terminan en treinta días", number)
                    .doesNotContain(NAME, "Clínica");
        }
    }

    @Test
    void aComplaintIsHeardFromOutsideAndItsPersonAsksByTheReceipt() {
        String words = "De noche cierran la cocina " + UUID.randomUUID();
        String code;
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/complaint");
            assertThat(page.locator("main").innerText()).contains("Persona inventada teo");
            page.locator("button:text-is('Enviarla a las custodias')").click();
            assertThat(page.locator("#words-error").innerText()).contains("Faltan las palabras");
            page.locator("#words").fill(words);
            page.locator("button:text-is('Enviarla a las custodias')").click();
            code = page.locator("dl.summary b").innerText();
            assertThat(page.locator("main").innerText().toLowerCase(Locale.ROOT))
                    .contains("constancia")
                    .doesNotContain("queja");
            window.picture("receipt");
            assertThat(window.visit("/files/complaints")).isEqualTo(404);
        }
        try (Window window = node.openAs("teo", PHONE, false)) {
            Page page = window.page();
            window.visit("/");
            page.locator("main a[href='/files/complaints']").click();
            UUID complaint = node.facade(Complaints.class)
                    .asked(clara, new ComplaintCode(code))
                    .orElseThrow()
                    .id();
            page.locator("main .tasks a[href$='" + complaint + "']").click();
            assertThat(page.locator("main").innerText()).contains(words, "no dio su nombre");
            page.locator("input[value='ANSWERED']").check();
            page.locator("#words").fill("La cocina queda abierta.");
            page.locator("button:text-is('Anotarlo')").click();
            assertThat(page.locator("main").innerText()).contains("La cocina queda abierta.", "Respondida");
        }
        for (String member : List.of("sonia", "amparo", "paz")) {
            try (Window window = node.openAs(member, PHONE, false)) {
                assertThat(window.visit("/files/complaints")).as(member).isEqualTo(404);
            }
        }
        try (Window window = node.openAs("noe", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/complaint");
            page.locator("#code").fill("AAAA");
            page.locator("button:text-is('Ver qué fue de ella')").click();
            assertThat(page.locator("#code-error").innerText()).contains("No hay nada");
            page.locator("#code").fill(code.toLowerCase(Locale.ROOT));
            page.locator("button:text-is('Ver qué fue de ella')").click();
            assertThat(page.locator("main").innerText())
                    .contains("La cocina queda abierta.")
                    .doesNotContain(words);
            assertThat(page.url()).doesNotContain(code);
        }
    }

    @Test
    void aFileGoesToAColleagueWhoFindsItOnTheDesk() {
        CaseFileId file = file();
        String number = number(file);
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + file);
            page.locator("a[href$='/hand']").click();
            page.locator("#receiver").selectOption(new SelectOption().setLabel("Persona inventada sonia"));
            page.locator("button:text-is('Pasarlo')").click();
            assertThat(page.locator("#reason-error").innerText()).contains("Falta el porqué");
            page.locator("input[value='LEAVES']").check();
            page.locator("button:text-is('Pasarlo')").click();
            assertThat(page.url()).endsWith("/files");
        }
        try (Window window = node.openAs("sonia", PHONE, false)) {
            Page page = window.page();
            window.visit("/");
            page.locator("main a:has-text('" + number + ": se lo pasaron')").click();
            assertThat(page.locator("main").innerText())
                    .contains("Persona inventada clara", "Quien lo llevaba deja la casa");
            window.picture("handed");
            page.locator("button:text-is('Ya lo recibí')").click();
            assertThat(page.url()).endsWith("/files/" + file);
            window.visit("/");
            assertThat(page.locator("main").innerText()).doesNotContain(number + ": se lo pasaron");
        }
    }
}
