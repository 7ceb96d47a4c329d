package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
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

/** Two years later somebody asks what is kept about her, corrects it, takes the number along and calls; without scripts. */
@Tag("browser")
@Visits({"/files/{file}/own", "/files/{file}/own/paper", "/files/take-back"})
class OwnViewInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String NAME = "Marisol Inventada";

    private final NodeUnderTest node = NodeUnderTest.shared();
    private final Protection protection = node.facade(Protection.class);
    private final Actor clara = node.actor("clara", Purpose.PROTECTION);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private CaseFileId fileThatWentOut() {
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of(NAME))));
        CaseFileId id = protection.open(clara, opening).id();
        protection.writeNote(clara, id, NoteId.random(new SecureRandom()), 0, "Quiere volver a estudiar.");
        Organisations organisations = node.facade(Organisations.class);
        Organisation clinic = organisations.all().stream()
                .filter(one -> one.name().equals("Clínica Ceiba"))
                .findFirst()
                .orElseGet(() -> organisations.add(clara, "Clínica Ceiba", RecipientKind.SERVICE));
        Consents consents = node.facade(Consents.class);
        Consent.Terms terms = new Consent.Terms(
                clinic.id(),
                Purpose.PROTECTION,
                Set.of(FieldGroup.IDENTITY),
                GivenBy.ADULT,
                Consent.How.PRESENT,
                "es",
                true,
                false);
        consents.give(clara, id, terms, 6);
        assertThat(consents.share(clara, id, clinic, Purpose.PROTECTION, Set.of(FieldGroup.IDENTITY)))
                .isInstanceOf(Sharing.Given.class);
        return id;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId id = fileThatWentOut();
        try (Window window = node.openAs("clara", look)) {
            for (String path : List.of("/files/" + id + "/own", "/files/" + id + "/own/paper", "/files/take-back")) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules(
                        "own" + path.substring(path.lastIndexOf('/')).replace('/', '-'));
            }
        }
    }

    @Test
    void whatSheSaidOfPaperAndMessagesBlocksThem() {
        CaseFileId id = fileThatWentOut();
        protection.answer(
                clara,
                id,
                List.of(Field.CONTACT_BANNED),
                Answers.parse(Question.CONTACT, Map.of("contact-banned", List.of("messages", "paper"))));
        String number = protection.view(clara, id).file().number().text();
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id + "/message");
            assertThat(page.locator("textarea").count()).isZero();
            assertThat(page.locator("main").innerText()).contains("La persona dijo: ningún mensaje");
            window.visit("/files/" + id + "/own/paper");
            assertThat(page.locator("main").innerText())
                    .contains("nada en papel")
                    .doesNotContain(number);
            page.locator("a:has-text('La persona la quiere ahora')").click();
            assertThat(page.locator("main").innerText()).contains(number);
        }
    }

    @Test
    void sheReadsWhatIsKeptTakesTheNumberAlongAndTakesItBackByPhoneWithWhoeverAnswers() {
        CaseFileId id = fileThatWentOut();
        String number = protection.view(clara, id).file().number().text();
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id);
            page.locator("a[href$='/own']").click();
            assertThat(page.locator("main").innerText()).contains(NAME, "Quiere volver a estudiar.", "Clínica Ceiba");
            assertThat(page.locator("a[href$='/answers/name']").count()).isPositive();
            page.locator("a[href$='/own/paper']").click();
            assertThat(page.locator("main").innerText())
                    .contains(number, "Llame y diga este número")
                    .doesNotContain(NAME, "Clínica", NodeUnderTest.ORGANISATION);
        }
        try (Window window = node.openAs("noe", PHONE, false)) {
            Page page = window.page();
            window.visit("/files");
            page.locator("a[href='/files/take-back']").click();
            page.locator("#number").fill("P-000000-A");
            page.locator("button:has-text('Retirar')").click();
            assertThat(page.locator("#number-error").innerText()).contains("Ningún expediente");
            page.locator("#number").fill(number.toLowerCase(java.util.Locale.ROOT));
            page.locator("button:has-text('Retirar')").click();
            assertThat(page.locator("main").innerText()).contains("Se retiró todo");
        }
        try (Window window = node.openAs("clara", PHONE, false)) {
            window.visit("/");
            assertThat(window.page().locator("main").innerText()).contains(number + ": avise a quien recibió algo");
            window.visit("/files/" + id + "/own");
            assertThat(window.page().locator("main").innerText()).contains("No aceptó nada", "Hay que avisarles");
        }
    }
}
