package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.DocketEntry.AskedBy;
import org.fourfold.node.prosecution.DocketEntry.HearingKind;
import org.fourfold.node.prosecution.DocketEntry.ObstructionKind;
import org.fourfold.node.prosecution.DocketEntry.Ruling;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Investigations in a real browser. All of it is invented. */
@Tag("browser")
@Visits({
    "/investigations",
    "/investigations/new",
    "/investigations/{id}",
    "/investigations/{id}/enter/{kind}",
    "/investigations/{id}/strike/{entry}",
    "/investigations/{id}/close",
    "/investigations/{id}/custody"
})
class InvestigationsInABrowserTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRules(Look look) {
        InvestigationId id = furnished();
        EntryId first = investigations()
                .view(ines(), id)
                .orElseThrow()
                .docket()
                .getFirst()
                .id();
        try (Window window = NodeUnderTest.unit().openAs("ines", look)) {
            String path = "/investigations/" + id;
            hold(window, "/investigations", "list");
            hold(window, path, "one");
            hold(window, path + "/enter/obstruction", "obstruction");
            hold(window, path + "/strike/" + first, "strike");
            hold(window, path + "/custody", "custody");
        }
    }

    @Test
    void fromTheFirstHearingToAContinuanceWithoutScripts() {
        try (Window window = NodeUnderTest.unit().openAs("ines", PHONE, false)) {
            window.visit("/investigations/new");
            window.page().locator("main form .button").click();
            assertThat(window.page().locator("main .field-wrong").count()).isPositive();
            window.page().locator("#title").fill("Caso Garza inventado");
            window.page().locator("#day").fill("2026-03-02");
            window.page().locator("main form .button").click();
            window.page().waitForURL(url -> url.matches(".*/investigations/[0-9a-f-]{36}"));

            window.page().locator("a[href$='/enter/hearing']").click();
            window.page().locator("#day").fill("2026-04-10");
            window.page().locator("#words").fill("Juzgado Tercero inventado");
            window.page().locator("main form .button").click();
            window.page().locator("a[href*='/enter/continuance']").click();
            window.page().locator("#day").fill("2026-04-09");
            window.page().locator("#words").fill("El abogado no llegó");
            window.page().locator("#ruling").selectOption("GRANTED");
            window.page().locator("#until").fill("2026-05-02");
            window.page().locator("main form .button").click();

            assertThat(window.page().locator("main").innerText())
                    .contains("Juzgado Tercero inventado", "La pidió la defensa", "El abogado no llegó", "concedido");

            window.page().locator("a[href$='/close']").click();
            window.page().locator("#why").fill("Sentencia firme");
            window.page().locator("main form .button").click();
            assertThat(window.page().locator("main .summary").innerText()).contains("cerrada", "Sentencia firme");
        }
    }

    @Test
    void whoDoesNotWorkOnItFindsNothingThere() {
        InvestigationId id = furnished();
        try (Window window = NodeUnderTest.unit().openAs("pedro", PHONE)) {
            assertThat(window.visit("/investigations/" + id)).isEqualTo(404);
            assertThat(window.visit("/investigations/" + id + "/close")).isEqualTo(404);
        }
        try (Window window = NodeUnderTest.unit().openAs("ana", PHONE)) {
            assertThat(window.visit("/investigations")).isEqualTo(404);
        }
    }

    private static InvestigationId furnished() {
        InvestigationId id = investigations().open(ines(), "Caso Las Garzas inventado", DAY);
        enter(id, new NewEntry.Mandate(DAY, Optional.of(DAY.plusYears(2)), "Acuerdo inventado 12-2026"));
        EntryId hearing =
                enter(id, new NewEntry.Hearing(DAY.plusDays(40), HearingKind.INITIAL, "Juzgado Tercero inventado"));
        enter(
                id,
                new NewEntry.Continuance(
                        hearing,
                        DAY.plusDays(39),
                        AskedBy.DEFENCE,
                        "El abogado no llegó",
                        Ruling.GRANTED,
                        Optional.of(DAY.plusDays(60))));
        EntryId wrong = enter(
                id,
                new NewEntry.Obstruction(
                        DAY.plusDays(50),
                        ObstructionKind.EVIDENCE,
                        "Moción inventada: «indicios alterados»",
                        "folio 44"));
        enter(id, new NewEntry.Obstruction(DAY.plusDays(51), ObstructionKind.LEAK, "Filtración inventada", ""));
        investigations().strike(ines(), id, wrong, "Era de otro expediente");
        return id;
    }

    private static EntryId enter(InvestigationId id, NewEntry entry) {
        return investigations().enter(ines(), id, entry);
    }

    private static void hold(Window window, String path, String name) {
        window.visit(path);
        window.leavingIsInReach();
        window.holdToTheRules("investigation-" + name);
    }

    private static Investigations investigations() {
        return NodeUnderTest.unit().facade(Investigations.class);
    }

    private static Actor ines() {
        return NodeUnderTest.unit().actor("ines", Purpose.INVESTIGATION);
    }
}
