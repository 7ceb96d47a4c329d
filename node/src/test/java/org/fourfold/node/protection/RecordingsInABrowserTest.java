package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.Dated;
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

/** What the house says is heard, somebody interprets whom the person knows, and a yes is kept; on a phone, in Spanish. */
@Tag("browser")
@Visits({
    "/interpreters",
    "/interpreters/{interpreter}",
    "/recordings",
    "/recordings/{recording}/sound",
    "/files/{file}/consent/{consent}/voice",
    "/files/{file}/consent/{consent}/voice/sound"
})
class RecordingsInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    private final NodeUnderTest node = NodeUnderTest.shared();
    private final Protection protection = node.facade(Protection.class);
    private final Consents consents = node.facade(Consents.class);
    private final Actor clara = node.actor("clara", Purpose.PROTECTION);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    /** A tenth of a second of silence. */
    private static byte[] silence() {
        int samples = 800;
        return ByteBuffer.allocate(44 + samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + samples)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(8_000)
                .putShort((short) 1)
                .putShort((short) 8)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(samples)
                .put(new byte[samples])
                .array();
    }

    private static void send(Page page, String name, byte[] bytes) {
        page.locator("#sound").setInputFiles(new FilePayload(name, "audio/wav", bytes));
    }

    private CaseFileId file() {
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, Answers.parse(Question.NAME, Map.of("name", List.of("Yésica Inventada"))));
        return protection.open(clara, opening).id();
    }

    private Organisation organisation(String name) {
        return node.facade(Organisations.class).add(clara, name, RecipientKind.SERVICE);
    }

    private ConsentId agreed(CaseFileId file, Organisation to) {
        Consent.Terms terms = new Consent.Terms(
                to.id(),
                Purpose.PROTECTION,
                Set.of(FieldGroup.IDENTITY),
                GivenBy.ADULT,
                Consent.How.PRESENT,
                "mam",
                true,
                false);
        consents.give(clara, file, terms, 30);
        return consents.of(clara, file).consents().getFirst().id();
    }

    private void record(Spoken.Text text) {
        Actor sonia = node.actor("sonia", Purpose.PROTECTION);
        node.facade(Spoken.class).add(sonia, text, "mam", Sound.of(silence()));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesKeepTheRulesAndASoundIsPlayed(Look look) {
        CaseFileId id = file();
        ConsentId consent = agreed(id, organisation("Clínica " + id.toString().substring(0, 8)));
        record(Spoken.Text.CONSENT);
        node.facade(Interpreters.class)
                .put(
                        clara,
                        Optional.empty(),
                        new Interpreter.Terms("Ana", "mam", "", Optional.empty(), "nadie", Optional.empty(), true));
        try (Window window = node.openAs("clara", look)) {
            for (String path :
                    List.of("/interpreters", "/recordings", "/files/" + id + "/consent/" + consent + "/voice")) {
                window.visit(path);
                window.leavingIsInReach();
                window.holdToTheRules(
                        "heard" + path.substring(path.lastIndexOf('/')).replace('/', '-'));
            }
            window.visit("/files/" + id + "/consent");
            Object seconds = window.page()
                    .locator("audio")
                    .first()
                    .evaluate("a => new Promise(r => { a.onloadedmetadata = () => r(a.duration);"
                            + " a.onerror = () => r(-1); a.preload = 'auto'; a.load(); })");
            assertThat(((Number) seconds).doubleValue()).isBetween(0.09, 0.11);
        }
    }

    @Test
    void aSupervisorRecordsTheRightsAndTheyAreHeardBeforeTheFirstQuestion() {
        try (Window window = node.openAs("sonia", PHONE, false)) {
            Page page = window.page();
            window.visit("/tonight");
            page.locator("a[href='/recordings']").first().click();
            page.locator("#language").selectOption("mam");
            send(page, "derechos.wav", "<script>".repeat(9).getBytes(StandardCharsets.US_ASCII));
            page.locator("button:has-text('Agregar la grabación')").click();
            assertThat(page.locator("#sound-error").innerText()).contains("no es una grabación");
            page.locator("#language").selectOption("mam");
            send(page, "derechos.wav", silence());
            page.locator("button:has-text('Agregar la grabación')").click();
            assertThat(page.locator("main audio").count()).isPositive();
            window.picture("recordings");
        }
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + file() + "/answers/rights");
            String path = page.locator("audio").first().getAttribute("src");
            APIResponse sound = page.request().get(path);
            assertThat(sound.status()).isEqualTo(200);
            assertThat(sound.headers())
                    .containsEntry("content-type", "audio/wav")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("cache-control", "no-store")
                    .containsKey("content-security-policy");
            assertThat(sound.body()).isEqualTo(silence());
            APIResponse part = page.request().get(path, RequestOptions.create().setHeader("Range", "bytes=0-3"));
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.text()).isEqualTo("RIFF");
            assertThat(page.locator("input[type=file]").count()).isZero();
        }
        try (Window window = node.openAs("lucia", PHONE, false)) {
            window.visit("/files");
            assertThat(window.page().request().get("/recordings").status()).isEqualTo(200);
        }
    }

    @Test
    void anInterpreterIsChosenFromTheListWithWhatSpeaksAgainstThem() {
        CaseFileId id = file();
        String mark = id.toString().substring(0, 8);
        Organisation parish = organisation("Parroquia " + mark);
        consents.withhold(clara, id, parish.id());
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id + "/plan");
            page.locator("a[href='/interpreters']").click();
            page.locator("#languages").fill("mam");
            page.locator("button:has-text('Agregar a la lista')").click();
            assertThat(page.locator("#name-error").innerText()).contains("Falta el nombre");
            page.locator("#name").fill("Eulalia " + mark);
            page.locator("#not-for").fill("personas de su aldea");
            page.locator("#from").selectOption(new SelectOption().setLabel("Parroquia " + mark));
            page.locator("button:has-text('Agregar a la lista')").click();
            page.locator("article:has-text('Eulalia " + mark + "') a").click();
            page.locator("#promised").fill("2026-01-05");
            page.locator("button:text-is('Guardar')").click();
            assertThat(page.locator("article:has-text('Eulalia " + mark + "')").innerText())
                    .contains("Parroquia " + mark, "No para: personas de su aldea", "firmada el 5 de enero de 2026");
            window.visit("/files/" + id + "/plan");
            String option = page.locator("#interpreter option:has-text('Eulalia " + mark + "')")
                    .innerText();
            assertThat(option).contains("La persona dijo: nada a ellos", "No para: personas de su aldea");
            page.locator("input[value='INTERPRETER']").check();
            page.locator("#words").fill("Mam, por teléfono");
            page.locator("#day").fill("2026-12-01");
            page.locator("#interpreter").selectOption(new SelectOption().setLabel(option.strip()));
            page.locator("button:text-is('Agregar')").click();
            assertThat(page.locator("article:has-text('Mam, por teléfono')").innerText())
                    .contains("Eulalia " + mark, "La persona dijo: nada a ellos");
            assertThat(page.locator("#interpreter option").nth(1).innerText())
                    .contains("Eulalia " + mark, "ya con esta persona, una vez");
            window.picture("interpreter-booked");
        }
        try (Window window = node.openAs("sonia", PHONE, false)) {
            window.visit("/");
            String number = protection.view(clara, id).file().number().text();
            assertThat(window.page().locator("main").innerText()).contains(number + ": el plan espera su aprobación");
        }
    }

    @Test
    void aYesIsKeptAndThePersonReadsWhatWasSaidAndHow() {
        CaseFileId id = file();
        record(Spoken.Text.CONSENT);
        String name = "Clínica " + id.toString().substring(0, 8);
        organisation(name);
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id + "/consent");
            page.locator("#recipient").selectOption(new SelectOption().setLabel(name));
            page.locator("input[name='groups'][value='IDENTITY']").check();
            page.locator("#language").selectOption("mam");
            page.locator("#heard").selectOption(new SelectOption().setIndex(1));
            page.locator("input[name='informed']").check();
            page.locator("form[action$='/consent'] button").click();
            assertThat(page.locator("main").innerText()).contains("Aquí, en persona · ", "se oyó la grabación: ");
            page.locator("a:has-text('Guardar una grabación del sí')").click();
            send(page, "si.wav", silence());
            page.locator("button:has-text('Guardar la grabación')").click();
            String path = page.locator("audio[src^='/files/']").getAttribute("src");
            assertThat(page.request().get(path).body()).isEqualTo(silence());
            assertThat(page.locator("a:has-text('Guardar una grabación del sí')")
                            .count())
                    .isZero();

            talk(id);
            window.visit("/files/" + id + "/own");
            assertThat(page.locator("main").innerText())
                    .contains("Entrevista del ", "me dijeron que era una panadería", "se oyó la grabación: ");
            assertThat(page.locator("audio[src^='/files/']").count()).isOne();
            window.picture("own-heard");
        }
        try (Window window = node.openAs("noe", PHONE, false)) {
            window.visit("/files/" + id + "/consent");
            assertThat(window.page().locator("audio[src^='/files/']").count()).isOne();
        }
    }

    private void talk(CaseFileId id) {
        Identification identification = node.facade(Identification.class);
        ScreeningInstrument instrument = Instruments.shipped().firstContact();
        Screening.Setting setting = new Screening.Setting(
                Dated.day(LocalDate.of(2026, 5, 3)),
                "",
                Optional.empty(),
                Set.of(Screening.Present.ALONE),
                instrument.id(),
                instrument.version());
        Replies replies = Replies.NONE.with(
                instrument.indicator("words").orElseThrow(), new Answer.Given<>("me dijeron que era una panadería"));
        ScreeningId conversation = ScreeningId.random(new SecureRandom());
        identification.keep(clara, id, conversation, Optional.of(setting), replies);
        identification.write(clara, id, conversation);
    }

    @Test
    void whatWasInterruptedIsOnTheDeskWithoutAWordOfItAndATaskIsForATeam() {
        CaseFileId id = file();
        String number = protection.view(clara, id).file().number().text();
        try (Window window = node.openAs("clara", PHONE, false)) {
            Page page = window.page();
            window.visit("/files/" + id + "/conversations");
            page.locator("button:has-text('Nueva entrevista')").click();
            page.locator("input[value='ALONE'][name='room']").check();
            page.locator("input[name='interpreter'][value='no']").check();
            page.locator("button:has-text('Continuar')").click();
            window.visit("/");
            page.locator("a:has-text('" + number + ": su entrevista quedó interrumpida hace menos de una hora')")
                    .click();
            assertThat(page.locator("main").innerText()).contains("se interrumpió");
            String what = "Barrer el patio " + number;
            window.visit("/to-do");
            page.locator("#what").fill(what);
            page.locator("#whom")
                    .selectOption(new SelectOption()
                            .setIndex(page.locator("#whom option").count() - 1));
            page.locator("button:has-text('Poner la tarea')").click();
            assertThat(page.locator("main").innerText()).doesNotContain("Falta");
        }
    }
}
