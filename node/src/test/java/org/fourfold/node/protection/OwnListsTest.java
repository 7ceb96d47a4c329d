package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.ground.TestRun;
import org.fourfold.node.protection.list.ListTable;
import org.fourfold.node.protection.list.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A spreadsheet that a house kept until now becomes case files. Everybody in it is invented. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnListsTest {

    private final Path folder = TestRun.folder("lists");
    private final House house = new House();
    private final OwnLists lists = new OwnLists(house.protection, house.keyring, folder, House.RANDOM);

    @AfterAll
    void close() {
        house.close();
    }

    /** A title, an empty row, headings in the third row, as such lists are. */
    private static byte[] spreadsheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Casa");
            sheet.value(0, 0, "Lista de la casa 2026");
            List<String> headings =
                    List.of("No.", "Nombres", "Apellidos", "Fecha de nacimiento", "Idioma", "Teléfono", "Trabajadora");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(2, column, headings.get(column));
            }
            sheet.value(3, 0, 1);
            sheet.value(3, 1, "Petrona");
            sheet.value(3, 2, "Chub Inventada");
            sheet.value(3, 3, LocalDate.of(1999, 2, 3));
            sheet.style(3, 3).format("dd/mm/yyyy").set();
            sheet.value(3, 4, "Mam y español");
            sheet.value(3, 5, "5555-0000 solo de día");
            sheet.value(3, 6, "Lidia");
            sheet.value(5, 0, 2);
            sheet.value(5, 1, "Ingrid");
            sheet.value(5, 2, "Xol Inventada");
            sheet.value(5, 3, "como en mayo");
            sheet.value(5, 4, "klingon");
        }
        return bytes.toByteArray();
    }

    private FileView view(String name) {
        Found found = house.protection.find(house.rosa, name);
        CaseFileId file = found.readable().getFirst().file().id();
        return house.protection.view(house.rosa, file);
    }

    @Test
    void columnsAreRecognisedAndRowsBecomeFilesWithNothingLost() throws IOException {
        UUID id = lists.keep(house.rosa, spreadsheet());
        ListTable list = lists.kept(house.rosa, id).orElseThrow();
        List<Target> targets = list.headings().stream().map(Target::guess).toList();
        assertThat(targets)
                .containsExactly(
                        Target.NOTHING,
                        Target.NAME,
                        Target.NAME,
                        Target.BIRTH,
                        Target.LANGUAGES,
                        Target.CONTACT_HOW,
                        Target.ASIDE);

        HtcdsReport tried = lists.bring(house.rosa, id, targets, true).orElseThrow();
        assertThat(tried.accepted()).isEqualTo(2);
        HtcdsReport report = lists.bring(house.rosa, id, targets, false).orElseThrow();

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.remarks())
                .extracting(Problem::code, Problem::place)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "protection.list-cell", new Problem.Place.Cell(6, "Fecha de nacimiento")),
                        org.assertj.core.groups.Tuple.tuple(
                                "protection.list-cell", new Problem.Place.Cell(6, "Idioma")));
        FileView petrona = view("Petrona Chub Inventada");
        assertThat(petrona.answers().given(Field.NAME)).contains("Petrona Chub Inventada");
        assertThat(petrona.answers().given(Field.BIRTH)).contains("1999-02-03");
        assertThat(petrona.answers().given(Field.LANGUAGES)).contains("es,mam");
        assertThat(petrona.answers().given(Field.CONTACT_HOW)).contains("5555-0000 solo de día");
        assertThat(petrona.imported().cells())
                .containsEntry("Trabajadora", "Lidia")
                .doesNotContainKey("No.");
        FileView ingrid = view("Ingrid Xol Inventada");
        assertThat(ingrid.answers().given(Field.BIRTH)).isEmpty();
        assertThat(ingrid.imported().cells())
                .containsEntry("Fecha de nacimiento", "como en mayo")
                .containsEntry("Idioma", "klingon");
    }

    @Test
    void aListBroughtInTwiceMakesNoFileTwiceAndIsGoneFromTheDisk() throws IOException {
        byte[] list = "Nombre,Idioma\nMarcelina Inventada,mam\n".getBytes(StandardCharsets.UTF_8);
        List<Target> targets = List.of(Target.NAME, Target.LANGUAGES);
        UUID first = lists.keep(house.rosa, list);
        assertThat(lists.bring(house.rosa, first, targets, false).orElseThrow().accepted())
                .isEqualTo(1);
        assertThat(lists.kept(house.rosa, first)).isEmpty();
        UUID again = lists.keep(house.rosa, list);
        HtcdsReport report = lists.bring(house.rosa, again, targets, false).orElseThrow();
        assertThat(report.accepted()).isZero();
        assertThat(report.duplicates()).isEqualTo(1);
    }

    @Test
    void whileItIsKeptItIsSealedForWhoSentIt() throws IOException {
        UUID id = lists.keep(house.rosa, "Nombre,Idioma\nSecundina Inventada,mam\n".getBytes(StandardCharsets.UTF_8));
        assertThat(lists.kept(house.teamMate, id)).isEmpty();
        assertThat(lists.kept(house.rosa, UUID.randomUUID())).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Secundina");
            }
        }
    }

    @Test
    void whoOpensNoFilesBringsNoneIn() {
        UUID id = lists.keep(house.night, "Nombre,Idioma\nNadie Inventada,mam\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> lists.bring(house.night, id, List.of(Target.NAME, Target.LANGUAGES), true))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no headings|protection.list-empty|solo una\\nfila\\n",
                "only headings|protection.list-empty|Nombre,Idioma\\n",
                "nothing|tables.empty|''",
            })
    void whatIsNoListIsRefused(String what, String code, String text) {
        assertThatThrownBy(() -> lists.keep(house.rosa, text.translateEscapes().getBytes(StandardCharsets.UTF_8)))
                .as(what)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults ->
                                assertThat(faults.problems().getFirst().code()).isEqualTo(code));
    }

    @Test
    void withoutANameNothingIsBroughtIn() {
        UUID id = lists.keep(house.rosa, "Idioma,Edad\nmam,20\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> lists.bring(house.rosa, id, List.of(Target.LANGUAGES, Target.ASIDE), true))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults ->
                                assertThat(faults.problems().getFirst().code()).isEqualTo("protection.list-name"));
        assertThat(lists.kept(house.rosa, id)).isNotEqualTo(Optional.empty());
    }
}
