package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.OverrideFact;
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

/** Authorities demand: at the door at night, on paper by day; on a phone, in Spanish, without scripts. */
@Tag("browser")
@Visits({
    "/files/demands",
    "/files/demands/new",
    "/files/demands/{demand}",
    "/files/{file}/demands",
    "/files/{file}/demands/{demand}",
    "/files/{file}/demands/{demand}/sheet",
    "/files/{file}/lawyer",
    "/files/{file}/override"
})
class DemandsInABrowserTest {

    private static final Look PHONE = new Look(360, Language.ES, ColorScheme.LIGHT);
    private static final String NAME = "Itzel Choc";

    private final NodeUnderTest node = NodeUnderTest.shared();
    private final Actor clara = node.actor("clara", Purpose.PROTECTION);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    private CaseFileId file() {
        Protection protection = node.facade(Protection.class);
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of(NAME))));
        return protection.open(clara, opening).id();
    }

    private String number(CaseFileId file) {
        return node.facade(Protection.class).readers(clara, file).number().text();
    }

    /** A body that the registry knows, whichever test added it. */
    private Organisation known(String name, RecipientKind kind) {
        Organisations all = node.facade(Organisations.class);
        return all.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> all.add(clara, name, kind));
    }

    private Arrived arrived(Organisation asker) {
        Demands demands = node.facade(Demands.class);
        return new Arrived(
                asker,
                LegalDemand.Authority.COURT,
                "Secretario de acuerdos",
                "Oficio 12/2026",
                Set.of(FieldGroup.IDENTITY, FieldGroup.NARRATIVE),
                "Informe si atiende a Itzel Choc y remita su declaración.",
                LegalDemand.Arrival.PAPER,
                demands.today().minusDays(9),
                Optional.of(demands.today().minusDays(2)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        CaseFileId id = file();
        Demands demands = node.facade(Demands.class);
        Protection protection = node.facade(Protection.class);
        Actor lucia = node.actor("lucia", Purpose.PROTECTION);
        Organisation court = known("Juzgado de la Garza", RecipientKind.COURT);
        protection.nameLawyer(clara, id, lucia.member());
        DemandId demand = demands.receive(clara, Optional.of(id), arrived(court));
        DemandId loose = demands.receive(lucia, Optional.empty(), arrived(court));
        node.facade(Overrides.class)
                .ask(
                        clara,
                        id,
                        known("Hospital de la Garza", RecipientKind.SERVICE),
                        new OverrideWish(
                                Purpose.PROTECTION,
                                Set.of(FieldGroup.IDENTITY),
                                OverrideFact.Reason.CHILD_IN_DANGER,
                                "La niña no respira bien."));
        try (Window window = node.openAs("lucia", look)) {
            for (String path : List.of(
                    "/files/demands",
                    "/files/demands/new",
                    "/files/demands/" + loose,
                    "/files/" + id + "/demands",
                    "/files/" + id + "/demands/" + demand,
                    "/files/" + id + "/demands/" + demand + "/sheet",
                    "/files/" + id + "/override")) {
                holds(window, path, id, demand, loose);
            }
        }
        try (Window window = node.openAs("clara", look)) {
            holds(window, "/files/" + id + "/lawyer", id, demand, loose);
        }
        demands.answerNeither(lucia, loose, "No decimos quién está.");
        demands.forget(lucia, loose);
    }

    private static void holds(Window window, String path, CaseFileId id, DemandId demand, DemandId loose) {
        assertThat(window.visit(path)).as(path).isEqualTo(200);
        window.leavingIsInReach();
        window.holdToTheRules(path.replace(id.toString(), "id")
                .replace(demand.toString(), "one")
                .replace(loose.toString(), "loose")
                .substring(1)
                .replace('/', '-'));
    }

    @Test
    void anImmigrationOfficerAtTheDoorAtNightLeavesWithNothing() {
        CaseFileId id = file();
        node.facade(Protection.class)
                .nameLawyer(clara, id, node.actor("lucia", Purpose.PROTECTION).member());
        String office = "Delegación de migración " + id.toString().substring(0, 8);
        String address = writtenDownAtTheDoor(office);
        tied(address, id);
        try (Window window = node.openAs("lucia", PHONE, false)) {
            window.visit("/");
            Page page = window.page();
            page.locator("a:has-text('" + number(id) + "')").first().click();
            assertThat(page.locator("main").innerText())
                    .contains("No se entregó nada", "8 U.S.C. 1367", "Delegación de migración", "Quiero ver a Itzel");
            assertThat(page.locator("input[value='BINDS']").count()).isZero();
            page.locator("button:has-text('Contestar')").click();
            assertThat(page.locator("#answer-error").innerText()).contains("No se dijo si obliga");
            page.locator("input[value='REFUSE']").check();
            page.locator("#reasons").fill("Sin orden de un tribunal nada procede.");
            page.locator("button:has-text('Contestar')").click();
            assertThat(page.locator("main").innerText())
                    .contains("No procede: nada salió", "Sin orden de un tribunal")
                    .doesNotContain("Entregar\n");
            window.picture("demand-refused");
            window.visit("/files/" + id + "/demands");
            assertThat(page.locator("main").innerText()).contains("No procede: nada salió");
        }
        assertThat(node.facade(Consents.class).of(clara, id).handedOver()).isEmpty();
    }

    /** By the night staff, who do not look whether there is a file; the path of the demand. */
    private String writtenDownAtTheDoor(String office) {
        try (Window window = node.openAs("noe", PHONE, false)) {
            window.visit("/");
            Page page = window.page();
            page.locator("a:has-text('Llegó un requerimiento')").click();
            assertThat(page.locator("main").innerText()).contains("No diga ni que sí ni que no");
            page.locator("#words").fill("Quiero ver a Itzel Choc ahora.");
            page.locator("button:has-text('Anotarlo')").click();
            assertThat(page.locator("#authority-error").innerText()).contains("No se dijo en calidad de qué");
            assertThat(page.locator("#asker-error").innerText()).contains("No se dijo quién pide");
            assertThat(page.locator("#words").inputValue()).contains("Itzel");
            window.picture("demand-arrived-faults");
            page.locator("input[value='IMMIGRATION_AUTHORITY']").check();
            page.locator("#other").fill(office);
            page.locator("input[name='groups'][value='IDENTITY']").check();
            page.locator("button:has-text('Anotarlo')").click();
            assertThat(page.locator("main").innerText())
                    .contains(
                            "No diga ni que sí ni que no", "No se entregó nada", "Es tarea de la abogada o el abogado");
            window.picture("demand-at-the-door");
            return java.net.URI.create(page.url()).getPath();
        }
    }

    private void tied(String address, CaseFileId id) {
        try (Window window = node.openAs("sonia", PHONE, false)) {
            window.visit(address);
            Page page = window.page();
            page.locator("#number").fill("P-000");
            page.locator("button:has-text('Unirlo')").click();
            assertThat(page.locator("#number-error").innerText()).contains("No hay expediente con este número");
            page.locator("#number").fill(number(id));
            page.locator("button:has-text('Unirlo')").click();
            assertThat(page.locator("main").innerText()).contains("Abogada o abogado del expediente", "Recibido");
        }
    }

    @Test
    void aCourtsDemandIsNarrowedToldAndMetAndStandsAmongWhatWentOut() {
        CaseFileId id = file();
        known("Juzgado de la Garza", RecipientKind.COURT);
        String address = arrivedOnPaper(id);
        narrowed(address);
        try (Window window = node.openAs("clara", PHONE, false)) {
            window.visit(address);
            Page page = window.page();
            assertThat(page.locator("main").innerText()).contains("Obliga en parte", "Primero dígaselo a la persona");
            page.locator("button:has-text('Preguntar y entregar lo que debe salir')")
                    .click();
            assertThat(page.locator("main").innerText())
                    .contains("Nada sale.", "La persona todavía no lo sabe")
                    .doesNotContain(NAME + "\n");
            page.locator("button:has-text('La persona lo supo')").click();
            page.locator("button:has-text('Preguntar y entregar lo que debe salir')")
                    .click();
            assertThat(page.locator("main").innerText())
                    .contains(NAME, "Juzgado de la Garza", "art. 47", "Se entrega porque la ley obliga");
            window.picture("demand-handed-over");
            window.visit("/files/" + id + "/consent");
            assertThat(page.locator("main").innerText())
                    .contains("Juzgado de la Garza", "Por un requerimiento que obliga");
            window.visit(address + "/sheet");
            assertThat(page.locator("main").innerText()).contains("Contestado", "Se entregó", "Solo la identidad.");
            window.picture("demand-sheet");
        }
    }

    /** The file has no lawyer yet: the page says so, and the owner names one. */
    private String arrivedOnPaper(CaseFileId id) {
        try (Window window = node.openAs("clara", PHONE, false)) {
            window.visit("/files/" + id);
            Page page = window.page();
            page.locator("a[href$='/demands']:has-text('Requerimientos')")
                    .last()
                    .click();
            assertThat(page.locator("main").innerText()).contains("Este expediente no tiene abogada ni abogado");
            page.locator("a:has-text('Nombrar a la abogada o el abogado')").click();
            page.locator("#lawyer").selectOption(new SelectOption().setLabel("Persona inventada lucia"));
            page.locator("button:has-text('Nombrar')").click();
            assertThat(page.locator("main").innerText()).contains("Persona inventada lucia");
            page.locator("input[value='COURT']").check();
            page.locator("#asker").selectOption(new SelectOption().setLabel("Juzgado de la Garza"));
            page.locator("#words").fill("Remita el expediente completo.");
            page.locator("input[name='groups'][value='IDENTITY']").check();
            page.locator("input[name='groups'][value='NARRATIVE']").check();
            page.locator("#due")
                    .fill(node.facade(Demands.class).today().plusDays(3).toString());
            page.locator("button:has-text('Anotarlo')").click();
            assertThat(page.locator("main").innerText()).contains("en 3 días", "Recibido");
            page.locator("ul.tasks a").first().click();
            page.locator("button:has-text('Pasarlo')").click();
            assertThat(page.locator("main").innerText()).contains("Con la abogada o el abogado");
            return java.net.URI.create(page.url()).getPath();
        }
    }

    private void narrowed(String address) {
        try (Window window = node.openAs("lucia", PHONE, false)) {
            window.visit("/");
            Page page = window.page();
            assertThat(page.locator("main").innerText()).contains("un requerimiento le espera");
            window.picture("demand-lawyers-desk");
            window.visit(address);
            page.locator("input[value='BINDS']").check();
            page.locator("input[name='groups'][value='NARRATIVE']").uncheck();
            page.locator("#article").fill("art. 47, ley inventada");
            page.locator("#reasons").fill("Solo la identidad.");
            page.locator("button:has-text('Contestar')").click();
            assertThat(page.locator("main").innerText()).contains("Obliga en parte", "art. 47");
        }
    }

    @Test
    void atNightTwoPersonsAnswerForTellingTheHospital() {
        CaseFileId id = file();
        known("Hospital de la Garza", RecipientKind.SERVICE);
        try (Window window = node.openAs("noe", PHONE, false)) {
            window.visit("/files/" + id + "/override");
            Page page = window.page();
            page.locator("input[value='MEDICAL_EMERGENCY']").check();
            page.locator("#words").fill("Se desmayó y no despierta.");
            page.locator("input[name='groups'][value='IDENTITY']").check();
            page.locator("button:has-text('Pedirlo')").click();
            assertThat(page.locator("#recipient-error").innerText()).contains("no se conoce aquí");
            assertThat(page.locator("#words").inputValue()).contains("no despierta");
            page.locator("#recipient").selectOption(new SelectOption().setLabel("Hospital de la Garza"));
            page.locator("button:has-text('Pedirlo')").click();
            assertThat(page.locator("main").innerText()).contains("Falta una segunda persona");
        }
        try (Window window = node.openAs("sonia", PHONE, false)) {
            window.visit("/");
            Page page = window.page();
            page.locator("a:has-text('" + number(id) + "')").first().click();
            window.picture("override-second-person");
            page.locator("button:has-text('Aprobar por 24 horas')").click();
            assertThat(page.locator("main").innerText()).contains("Aprobado");
        }
        try (Window window = node.openAs("noe", PHONE, false)) {
            window.visit("/files/" + id + "/override");
            Page page = window.page();
            page.locator("button:has-text('Preguntar y entregar lo aprobado')").click();
            assertThat(page.locator("main").innerText()).contains(NAME, "corría peligro su vida o su salud");
        }
        try (Window window = node.openAs("clara", PHONE, false)) {
            window.visit("/files/" + id + "/override");
            Page page = window.page();
            window.visit("/files/" + id + "/consent");
            assertThat(page.locator("main").innerText())
                    .contains("Hospital de la Garza", "Hay que decírselo", "Sin consentimiento");
            window.visit("/files/" + id + "/override");
            page.locator("button:has-text('La persona lo supo')").click();
            assertThat(page.locator("button:has-text('La persona lo supo')").count())
                    .isZero();
        }
    }
}
