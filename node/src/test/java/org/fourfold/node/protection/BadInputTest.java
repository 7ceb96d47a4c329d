package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fourfold.node.access.WebVisitor;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.web.NodeUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people type that cannot be, as a caseworker meets it: told in their language, in its place, and nothing typed is lost.
 *
 * <p>Held elsewhere and not again here: which dates cannot be, part by part ({@code AgeRuleTest}, {@code LegalClocksTest});
 * births on 29 February, and turning 18 while something runs ({@code ClocksTest}, {@code LegalClocksTest}); hours that the
 * clocks leap over or say twice (the same two); tables damaged in every way, under a password, in every encoding ({@code
 * TableFileTest}, {@code TableTest}, and prevention's own); a form sent twice, late, or over another's change ({@code
 * FormKeysTest}, {@code SecurityChainTest}, {@code ProtectionTest}); an empty note, a night in one zone ({@code NightLogTest}).
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** Some three thousand characters a page. */
    private static final String HUNDRED_PAGES = "Contó que la llevaron de noche. ".repeat(9_400);

    private final NodeUnderTest node = NodeUnderTest.shared();
    private final Protection protection = node.facade(Protection.class);
    private final Actor clara = node.actor("clara", Purpose.PROTECTION);
    private final WebVisitor visitor = new WebVisitor(URI.create(node.address()).getPort());
    private String token = "";

    @BeforeAll
    void signIn() {
        assertThat(visitor.signIn("clara", NodeUnderTest.PASSWORD).statusCode()).isEqualTo(303);
        var found = TOKEN.matcher(visitor.open("/account").body());
        assertThat(found.find()).isTrue();
        token = found.group(1);
    }

    @AfterAll
    void close() {
        visitor.close();
    }

    private CaseFileId file(String name) {
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, House.answers(Question.NAME, Map.of("name", List.of(name))));
        return protection.open(clara, opening).id();
    }

    private HttpResponse<String> send(String path, String... fields) {
        List<Map.Entry<String, String>> form = new ArrayList<>(List.of(Map.entry("_csrf", token)));
        for (int at = 0; at < fields.length; at += 2) {
            form.add(Map.entry(fields[at], fields[at + 1]));
        }
        return visitor.post(path, form);
    }

    // ---- days that cannot be

    @ParameterizedTest
    @CsvSource({"31,2,2008", "1,13,2008", "29,2,2007", "1,1,20255"})
    void aBirthOnADayThatCannotBeIsAskedAgainWithWhatWasTyped(String day, String month, String year) {
        OpeningId opening = protection.begin(clara);
        HttpResponse<String> answer = send(
                "/files/new/" + opening + "/age",
                "birth",
                day,
                "birth",
                month,
                "birth",
                year,
                "birth",
                "",
                "age-disputed",
                "yes");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(between(answer.body(), "<main", "</main>"))
                .contains("id=\"birth-error\"", "value=\"" + day + "\"", "value=\"" + year + "\"")
                .containsPattern("value=\"yes\"[^>]*checked");
        protection.drop(clara, opening);
    }

    static Stream<List<String>> formsWithADay() {
        return Stream.of(
                List.of("/files/FILE/notes/" + NoteId.random(House.RANDOM), "text", "told"),
                List.of("/to-do", "what", "due"),
                List.of("/files/FILE/plan", "words", "day", "kind", "INTERPRETER"),
                List.of("/files/FILE/demands", "words", "due", "authority", "COURT", "other", "Juzgado inventado"));
    }

    @ParameterizedTest
    @MethodSource("formsWithADay")
    void aDayThatCannotBeLosesNoWord(List<String> form) {
        String path = form.getFirst().replace("FILE", file("Petrona Inventada").toString());
        for (String day : List.of("2026-02-31", "2026-13-01", "20255-01-01", "mañana")) {
            List<String> fields = new ArrayList<>(form.subList(3, form.size()));
            fields.addAll(List.of(form.get(1), "Dijo «sí» & lloró", form.get(2), day));
            HttpResponse<String> answer = send(path, fields.toArray(String[]::new));
            assertThat(answer.statusCode()).as(path + " " + day).isEqualTo(422);
            assertThat(between(answer.body(), "<main", "</main>"))
                    .contains("id=\"" + form.get(2) + "-error\"")
                    .contains("Dijo «sí» &amp; lloró");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Guatemala", "America/Tijuana"})
    void aShiftOverMidnightIsOneNightAlsoWhenTheClocksAreSet(ZoneId zone) {
        // In Tijuana 8 March 2026 has 23 hours and 1 November 25.
        for (LocalDate evening : List.of(
                LocalDate.of(2026, 3, 7),
                LocalDate.of(2026, 10, 31),
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2028, 2, 28))) {
            Instant begins = at(evening.atTime(19, 0), zone);
            Instant ends = at(evening.plusDays(1).atTime(11, 59), zone);
            for (Instant moment = begins; moment.isBefore(ends); moment = moment.plusSeconds(900)) {
                assertThat(NightLog.night(moment, zone)).as(zone + " " + moment).isEqualTo(evening);
            }
            assertThat(NightLog.night(ends.plusSeconds(60), zone)).isEqualTo(evening.plusDays(1));
        }
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    // ---- names

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Candelaria",
                "Ix 🌽 Chel 👩🏽‍🦱",
                "مريم بنت يوسف",
                "שרה",
                "Rut \u202Eacnarf\u202C Pop",
                "ʼTzʼutujil Ajpuʼ",
                "O'Farrill <b>&amp;",
            })
    void aNameOfAnyKindIsKeptByteForByteAndTurnsNothingAroundIt(String name) {
        CaseFileId id = file(name);
        assertThat(protection.view(clara, id).answers().given(Field.NAME)).contains(name);
        String shown = escaped(name);
        String page = visitor.open("/files/" + id).body();
        assertThat(page).contains("<bdi>" + shown + "</bdi>");
        String form = visitor.open("/files/" + id + "/answers/name").body();
        assertThat(form).containsPattern("<textarea id=\"name\"[^>]*dir=\"auto\"[^>]*>\\s*" + Pattern.quote(shown));
        assertThat(send("/files/search", "typed", name).statusCode()).isEqualTo(200);
    }

    @Test
    void aWordOfAnotherDirectionStandsApartInASentence() {
        Messages spanish = Messages.load(Language.ES, List.of("protection"));
        assertThat(spanish.text("protection.ask.who", "name", "مريم")).contains("\u2068مريم\u2069");
        assertThat(spanish.text("protection.ask.who", "name", "Rut \u202Epop")).contains("\u2068Rut \u202Epop\u2069");
        assertThat(spanish.text("protection.ask.who", "name", "Ixchel 🌽")).doesNotContain("\u2068");
    }

    @Test
    void whoGivesNoNameHasAFileAllTheSame() {
        OpeningId opening = protection.begin(clara);
        CaseFile opened = protection.open(clara, opening);
        assertThat(visitor.open("/files/" + opened.id()).statusCode()).isEqualTo(200);
        assertThat(send("/files/search", "typed", opened.number().text()).body())
                .contains("/files/" + opened.id())
                .contains("Sin nombre");
    }

    // ---- far too much

    static Stream<List<String>> formsOfWords() {
        return Stream.of(
                List.of("/files/FILE/notes/" + NoteId.random(House.RANDOM), "text"),
                List.of("/files/FILE/notes/" + NoteId.random(House.RANDOM), "text", "save", "yes"),
                List.of("/files/FILE/answers/safe", "safe-why"),
                List.of("/files/FILE/answers/contact", "contact-never", "contact-word", "canela"),
                List.of("/files/FILE/urgent", "reason"),
                List.of("/files/FILE/plan", "words", "kind", "GOAL"),
                List.of(
                        "/files/FILE/demands",
                        "words",
                        "authority",
                        "COURT",
                        "other",
                        "Juzgado inventado",
                        "groups",
                        "IDENTITY",
                        "received",
                        LocalDate.now(House.ZONE).toString()),
                List.of("/nights", "text"),
                List.of("/to-do", "what", "due", LocalDate.now(House.ZONE).toString()));
    }

    @ParameterizedTest
    @MethodSource("formsOfWords")
    void aHundredPagesComeBackWholeWithTheMeasureSaid(List<String> form) {
        CaseFileId id = file("Petrona Inventada");
        String path = form.getFirst().replace("FILE", id.toString());
        List<String> fields = new ArrayList<>(form.subList(2, form.size()));
        fields.addAll(List.of(form.get(1), HUNDRED_PAGES));
        HttpResponse<String> answer = send(path, fields.toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(between(answer.body(), "<main", "</main>")).contains(HUNDRED_PAGES.strip());
        String fault = between(answer.body(), "id=\"" + form.get(1) + "-error\">", "</p>");
        assertThat(fault).containsPattern("\\d").containsIgnoringCase("caracteres");
        // A browser would cut off what is pasted beyond it, without a word.
        assertThat(between(answer.body(), "<main", "</main>")).doesNotContainPattern("<textarea[^>]*maxlength");
    }

    // ---- files that are none

    static Stream<List<Object>> uploads() throws IOException {
        byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        return Stream.of(
                List.of("vacía.csv", new byte[0]),
                List.of("expedientes.xlsx", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1)),
                List.of("expedientes.xlsx", swelling()),
                List.of("con-clave.xls", concat(mark, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))),
                List.of("../../etc/expedientes/", "carpeta".getBytes(StandardCharsets.UTF_8)),
                List.of("foto.csv", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}));
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void aFileThatIsNoTableIsRefusedInPlainWords(List<Object> upload) {
        HttpResponse<String> answer = visitor.upload(
                "/files/import",
                "/files/import",
                Map.of("form-key", NoteId.random(House.RANDOM).toString()),
                (String) upload.get(0),
                (byte[]) upload.get(1));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(between(answer.body(), "<main", "</main>"))
                .contains("id=\"errors\"", "guárdela antes como CSV")
                .doesNotContain((String) upload.get(0));
    }

    @Test
    void aTableInUtf16IsReadAsItIs() {
        byte[] table = concat(
                new byte[] {(byte) 0xFF, (byte) 0xFE},
                "prs_FirstName,prs_SecondName\nNúria (inventada),Ajú\n".getBytes(StandardCharsets.UTF_16LE));
        HttpResponse<String> answer = visitor.upload(
                "/files/import",
                "/files/import",
                Map.of("form-key", NoteId.random(House.RANDOM).toString(), "try", "yes"),
                "tabla.csv",
                table);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(between(answer.body(), "<main", "</main>")).contains("Fue una prueba");
    }

    private static byte[] swelling() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(nothing);
            }
        }
        return bytes.toByteArray();
    }

    // ---- two persons taken for one

    @Test
    void whatIsAnotherPersonsIsStruckWithAReasonAndGoesNowhere() {
        CaseFileId id = file("Yésica Xicará (inventada)");
        NoteId note = NoteId.random(House.RANDOM);
        protection.writeNote(clara, id, note, 0, "Ludi contó de la finca.");
        protection.writeNote(clara, id, NoteId.random(House.RANDOM), 0, "Yésica durmió bien.");
        String path = "/files/" + id + "/notes/" + note;
        assertThat(visitor.open(path).body()).contains("Esta nota no va aquí");

        HttpResponse<String> without = send(path + "/strike", "base", "1", "why", " ");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("id=\"why-error\"", "Ludi contó de la finca.");
        assertThat(send(path + "/strike", "base", "7", "why", "de otra persona").body())
                .contains("Alguien cambió esta nota", "value=\"de otra persona\"");

        assertThat(send(path + "/strike", "base", "1", "why", "Cuenta de otra persona")
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.open("/files/" + id).body())
                .contains("Tachada", "Cuenta de otra persona", "Ludi contó de la finca.", "Yésica durmió bien.");
        for (String out : List.of("/print", "/own")) {
            assertThat(visitor.open("/files/" + id + out).body())
                    .as(out)
                    .contains("Yésica durmió bien.")
                    .doesNotContain("Ludi contó");
        }
        assertThat(handedOver(id)).extracting(Note::text).containsExactly("Yésica durmió bien.");
        HttpResponse<String> late = send(path, "base", "1", "text", "Ludi contó más.");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Ludi contó más.", "se tachó");
        assertThat(visitor.open("/files/" + id + "/readers").body()).contains("tachó una nota");
    }

    private List<Note> handedOver(CaseFileId id) {
        Consents consents = node.facade(Consents.class);
        Organisation clinic = node.facade(Organisations.class)
                .add(clara, "Clínica " + id.toString().substring(0, 8), RecipientKind.SERVICE);
        Set<FieldGroup> notes = Set.of(FieldGroup.NOTES);
        consents.give(
                clara,
                id,
                new Consent.Terms(
                        clinic.id(), Purpose.PROTECTION, notes, GivenBy.ADULT, Consent.How.PRESENT, "es", true, false),
                6);
        return consents.share(clara, id, clinic, Purpose.PROTECTION, notes) instanceof Sharing.Given given
                ? given.notes()
                : List.of();
    }

    @Test
    void aSecondFileOfOnePersonIsClosedAsOpenedTwice() {
        CaseFileId twice = file("Yésica Xicará (inventada)");
        assertThat(visitor.open("/files/" + twice + "/close").body()).contains("value=\"opened-twice\"");
        send("/files/" + twice + "/close", "closing-reason", "opened-twice");
        assertThat(protection.view(clara, twice).file().isOpen()).isFalse();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String between(String text, String from, String to) {
        int begins = text.indexOf(from);
        assertThat(begins).as(from).isNotNegative();
        return text.substring(begins, text.indexOf(to, begins));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
