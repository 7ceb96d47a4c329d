package org.fourfold.node.prosecution.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.prosecution.reading.ReadClaim;
import org.fourfold.node.prosecution.reading.ReadEntity;
import org.fourfold.node.tables.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables become claims, or faults by row and column. Every person and number is invented. */
class MappedTableTest {

    private static final String HOTEL = """
            HOTEL INVENTADO S.A.;;;;;
            1a. calle 2-34 zona 1;;;;;
            Registro de huéspedes, marzo de 2026;;;;;
            ;;;;;
            Impreso: 01/04/2026;;;;;
            ;;;;;
            Nombre del huésped;DPI;Nacionalidad;Hab.;Entrada;Salida
            Invéntez Ficticia, Ana;2345 67890 0101;guatemalteca;12;2026-03-28;2026-03-30
            Supuesto Nadie, Luis;2345 67891 0101;Honduras;7;2026-03-28;29/03/2026
            Nombre del huésped;DPI;Nacionalidad;Hab.;Entrada;Salida
            Invéntez Ficticia, Ana;2345 67890 0101;guatemalteca;12;2026-03-31;04/05/2026
            TOTAL;;;3;;
            """;

    @TempDir
    private Path folder;

    @Test
    void aHotelRegisterWithHeadingsInRowSevenBecomesPersonsAndStays() throws IOException {
        Path file = Files.writeString(folder.resolve("hotel.csv"), HOTEL);
        TablePreview preview = Run.preview(file);
        assertThat(preview.headerRow()).isEqualTo(7);
        assertThat(preview.header().reasons()).extracting(Reason::key).contains("prosecution.table.header.known");
        assertThat(preview.guesses())
                .extracting(guess -> guess.role().orElseThrow())
                .containsExactly(
                        ColumnRole.FULL_NAME,
                        ColumnRole.ID_NUMBER,
                        ColumnRole.NATIONALITY,
                        ColumnRole.ROOM,
                        ColumnRole.DATE_FROM,
                        ColumnRole.DATE_TO);
        Run run = Run.of(file, preview.draft());
        List<ReadEntity> persons = run.of("Person");
        assertThat(persons).hasSize(3);
        assertThat(persons.get(0).id())
                .isEqualTo(persons.get(2).id())
                .isNotEqualTo(persons.get(1).id());
        assertThat(persons.getFirst().claims())
                .contains(
                        new ReadClaim("name", "Invéntez Ficticia, Ana", "", "Nombre del huésped", 8, ""),
                        new ReadClaim("nationality", "gt", "guatemalteca", "Nacionalidad", 8, ""));
        assertThat(run.of("Event").getFirst().claims())
                .contains(new ReadClaim("involved", persons.getFirst().id(), "", "Nombre del huésped, DPI", 8, ""))
                .contains(new ReadClaim("name", "Hab. 12", "", "Hab.", 8, ""));
        assertThat(run.values("endDate")).containsExactly("2026-03-30", "2026-03-29");
        assertThat(run.faults()).containsExactly("date-ambiguous@11/Salida");
        assertThat(run.report().leftOut()).isEqualTo(2);
        assertThat(run.notes()).isEqualTo("prosecution.table.totals-left-out prosecution.table.headings-again");
    }

    @Test
    void aCallListBecomesTwoNumbersAndACall() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.csv"), """
                Número A,Número B,Fecha,Hora,Duración
                5555-1234,+502 5555 4321,2026-01-05,14:05:09,00:05:00
                55554321,(502) 5555-1234,2026-01-06,9:00,61
                5555-1234,,2026-01-06,9:00,61
                """);
        Mapping draft = Run.preview(file).draft();
        Mapping mapping = new Mapping(
                "", draft.sheet(), 1, Optional.empty(), Optional.of("gt"), Optional.empty(), false, draft.entities());
        Run run = Run.of(file, mapping);
        assertThat(run.of("LegalEntity").stream().map(ReadEntity::id).distinct())
                .hasSize(2);
        assertThat(run.of("Call")).hasSize(2);
        assertThat(run.values("callerNumber")).containsExactly("+50255551234", "+50255554321");
        assertThat(run.values("receiverNumber")).containsExactly("+50255554321", "+50255551234");
        assertThat(run.values("date")).containsExactly("2026-01-05T14:05:09", "2026-01-06T09:00:00");
        assertThat(run.values("duration")).containsExactly("300", "61");
        assertThat(run.faults()).isEmpty();
    }

    @Test
    void theSameFileGivesTheSameIdsAndAnotherSourceOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("hotel.csv"), HOTEL);
        assertThat(Run.drafted(file).entities()).isEqualTo(Run.drafted(file).entities());
        EntityMapping person = new EntityMapping("Person", List.of("a"), Optional.empty(), Map.of());
        assertThat(new EntityIds("one").of(person, List.of("a", "b")))
                .isNotEqualTo(new EntityIds("two").of(person, List.of("a", "b")))
                .isNotEqualTo(new EntityIds("one").of(person, List.of("ab", "")));
    }

    @Test
    void numbersThatASpreadsheetSpoiledAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("s.csv"), """
                Tel
                5.02E+10
                "5,02E+10"
                50255551234
                """);
        assertThat(Run.of(text, Run.column("phone", PropertyMapping.column("Tel")))
                        .faults())
                .containsExactly("number-spoiled@2/Tel", "number-spoiled@3/Tel");
        Path book = Workbooks.of(row(1, "<c t=\"inlineStr\"><is><t>Tel</t></is></c>")
                        + row(2, "<c><v>5.02E+10</v></c>")
                        + row(3, "<c><v>50200000000</v></c>")
                        + row(4, "<c><v>1.2345678901234567E+19</v></c>")
                        + row(5, "<c><v>50255551234</v></c>")
                        + row(6, "<c><v>5.0255551234E10</v></c>")
                        + row(7, "<c><v>5025555.5</v></c>"))
                .write(folder.resolve("s.xlsx"));
        Run run = Run.of(book, Run.column("phone", PropertyMapping.column("Tel")));
        assertThat(run.faults())
                .containsExactly(
                        "number-spoiled@2/Tel",
                        "number-spoiled@3/Tel",
                        "number-rounded@4/Tel",
                        "number-not-code@7/Tel");
        assertThat(run.values("phone")).containsExactly("50255551234", "50255551234");
    }

    @Test
    void noughtsLostInFrontAreSeenByTheOthersOfTheColumn() throws IOException {
        Path file =
                Files.writeString(folder.resolve("z.csv"), "DPI\n" + "2345678900101\n".repeat(6) + "345678900101\n");
        PropertyMapping column = PropertyMapping.column("DPI");
        assertThat(Run.of(file, Run.column("idNumber", column)).faults()).containsExactly("number-short@8/DPI");
        assertThat(Run.of(file, Run.column("idNumber", column.ofAnyLength())).faults())
                .isEmpty();
        Path rounded = Files.writeString(
                folder.resolve("r.csv"), "Cuenta\n12345678901234500\n22345678901234500\n32345678901234500\n");
        assertThat(Run.of(rounded, Run.column("idNumber", PropertyMapping.column("Cuenta")))
                        .faults())
                .hasSize(3)
                .allMatch(fault -> fault.startsWith("number-rounded"));
    }

    @Test
    void datesAreTakenByStyleAndNeverGuessed() throws IOException {
        Path book = Workbooks.of(row(1, "<c t=\"inlineStr\"><is><t>Fecha</t></is></c>")
                        + row(2, "<c s=\"1\"><v>46112</v></c>")
                        + row(3, "<c><v>46112</v></c>")
                        + row(4, "<c><v>1987</v></c>"))
                .styles("", 0, 14)
                .write(folder.resolve("d.xlsx"));
        Run run = Run.of(book, Run.column("birthDate", PropertyMapping.column("Fecha")));
        assertThat(run.values("birthDate")).containsExactly("2026-03-31", "1987");
        assertThat(run.entities().getFirst().claims().getFirst().original()).isEqualTo("46112");
        assertThat(run.faults()).containsExactly("date-is-number@3/Fecha");
        assertThat(Dates.parse("3 de marzo de 2026", Optional.empty())).isEqualTo(Found.taken("2026-03-03"));
        assertThat(Dates.parse("03-mar-2026 02:05 p. m.", Optional.empty()))
                .isEqualTo(Found.taken("2026-03-03T14:05:00"));
        assertThat(Dates.parse("03/04/2026", Optional.of(DateOrder.MDY))).isEqualTo(Found.taken("2026-03-04"));
        assertThat(Dates.parse("03/04/2026", Optional.empty()))
                .isEqualTo(Found.refused("prosecution.table.date-ambiguous"));
        assertThat(Dates.parse("31/03/26", Optional.empty()))
                .isEqualTo(Found.refused("prosecution.table.date-short-year"));
        assertThat(Dates.parse("30/02/2026", Optional.empty()))
                .isEqualTo(Found.refused("prosecution.table.date-impossible"));
    }

    @Test
    void aFormulasLastValueIsTakenOnlyWhenTheMappingSaysSo() {
        Path book = Workbooks.of(row(1, "<c t=\"inlineStr\"><is><t>Nombre</t></is></c>")
                        + row(2, "<c t=\"str\"><f>CONCAT(B2)</f><v>Inventada</v></c>")
                        + row(3, "<c t=\"e\"><v>#REF!</v></c>"))
                .write(folder.resolve("f.xlsx"));
        Mapping mapping = Run.column("name", PropertyMapping.column("Nombre"));
        assertThat(Run.of(book, mapping).faults()).containsExactly("formula-not-taken@2/Nombre", "cell-error@3/Nombre");
        Mapping cached = new Mapping(
                "",
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                mapping.entities());
        assertThat(Run.of(book, cached).values("name")).containsExactly("Inventada");
    }

    @Test
    void mergedCellsHiddenRowsAndHiddenSheetsAreSaid() {
        String rows = row(1, "<c t=\"inlineStr\"><is><t>Nombre</t></is></c>")
                + row(2, "<c t=\"inlineStr\"><is><t>Inventada</t></is></c>") + "<row r=\"3\"/>"
                + "<row r=\"4\" hidden=\"1\"><c t=\"inlineStr\"><is><t>Oculta</t></is></c></row>";
        Path book = Workbooks.empty()
                .sheet("Secreta", "veryHidden", rows, "")
                .sheet("Vista", "visible", rows, "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
                .write(folder.resolve("m.xlsx"));
        Mapping mapping = Run.column("name", PropertyMapping.column("nombre"));
        Run run = Run.of(book, mapping);
        assertThat(run.report().sheet().name()).isEqualTo("Vista");
        assertThat(run.values("name")).containsExactly("Inventada", "Oculta");
        assertThat(run.notes())
                .isEqualTo("tables.hidden-sheets prosecution.table.hidden-rows prosecution.table.merged-cells");
        Mapping hidden = new Mapping(
                "",
                Optional.of("secreta"),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                mapping.entities());
        assertThat(Run.of(book, hidden).report().sheet().isHidden()).isTrue();
    }

    @Test
    void anMIsAManBesideAnFAndAWomanBesideAnH() throws IOException {
        Mapping mapping = Run.column("gender", PropertyMapping.column("Sexo"));
        assertThat(Run.of(Files.writeString(folder.resolve("1"), "Sexo,x\nM,1\nF,1\n"), mapping)
                        .values("gender"))
                .containsExactly("male", "female");
        assertThat(Run.of(Files.writeString(folder.resolve("2"), "Sexo,x\nM,1\nH,1\n"), mapping)
                        .values("gender"))
                .containsExactly("female", "male");
        assertThat(Run.of(Files.writeString(folder.resolve("3"), "Sexo,x\nM,1\n"), mapping)
                        .faults())
                .containsExactly("gender-ambiguous@2/Sexo");
    }

    @Test
    void amountsThatCouldBeTwoAreRefused() {
        assertThat(Amounts.parse("Q 1,234.50", Optional.empty())).isEqualTo(Found.taken("1234.50"));
        assertThat(Amounts.parse("1.234,50 €", Optional.empty())).isEqualTo(Found.taken("1234.50"));
        assertThat(Amounts.parse("1 234 567", Optional.empty())).isEqualTo(Found.taken("1234567"));
        assertThat(Amounts.parse("1.234", Optional.empty()))
                .isEqualTo(Found.refused("prosecution.table.number-ambiguous"));
        assertThat(Amounts.parse("1.234", Optional.of(','))).isEqualTo(Found.taken("1234"));
        assertThat(Amounts.parse("1.23.4", Optional.empty())).isEqualTo(Found.refused("prosecution.table.number-form"));
    }

    @Test
    void aRefusedKeyMakesNoEntityAndNothingThatNeedsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("k.csv"), """
                Número A,Número B
                5.02E+10,55554321
                55551234,55554321
                """);
        Run run = Run.drafted(file);
        assertThat(run.of("Call")).hasSize(1);
        assertThat(run.of("LegalEntity")).hasSize(3);
        assertThat(run.faults()).containsExactly("number-spoiled@2/Número A");
    }

    @Test
    void rowsOfAnotherWidthAreRefusedByRow() throws IOException {
        Path file = Files.writeString(folder.resolve("w.csv"), "Nombre,Tel\nUna,55551234\nDos\nTres,5,6\n");
        assertThat(Run.drafted(file).faults()).containsExactly("row-short@3/Nombre", "row-long@4/Tel");
    }

    @Test
    void fiveHundredColumnsAreMapped() throws IOException {
        String names = String.join(
                ",",
                java.util.stream.IntStream.range(0, 500).mapToObj(i -> "c" + i).toList());
        Path file = Files.writeString(folder.resolve("wide.csv"), names + "\n" + "x,".repeat(499) + "último\n");
        assertThat(Run.of(file, Run.column("name", PropertyMapping.column("c499")))
                        .values("name"))
                .containsExactly("último");
        assertThat(Run.preview(file).guesses()).hasSize(500);
    }

    @Test
    void aMappingThatDoesNotFitIsRefusedWithAllItsFaults() throws IOException {
        Map<String, EntityMapping> entities = new LinkedHashMap<>();
        entities.put("a", new EntityMapping("Thing", List.of("x"), Optional.empty(), Map.of()));
        entities.put(
                "b",
                new EntityMapping("Person", List.of(), Optional.empty(), Map.of("fur", PropertyMapping.column("x"))));
        entities.put(
                "c",
                new EntityMapping(
                        "Ownership", List.of("x"), Optional.empty(), Map.of("owner", PropertyMapping.entity("d"))));
        Path file = Files.writeString(folder.resolve("x.csv"), "Nombre,Tel\n");
        assertThat(refusals(file, Run.mapping(entities)))
                .containsExactly(
                        "prosecution.table.mapping-schema",
                        "prosecution.table.mapping-keys",
                        "prosecution.table.mapping-property",
                        "prosecution.table.mapping-no-entity");
        assertThat(refusals(file, Run.column("name", PropertyMapping.column("Nombres"))))
                .containsExactly("prosecution.table.mapping-column");
        Mapping far = new Mapping(
                "",
                Optional.empty(),
                9,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Run.column("name", PropertyMapping.column("Nombre")).entities());
        assertThat(refusals(file, far)).containsExactly("prosecution.table.header-missing");
    }

    private static List<String> refusals(Path file, Mapping mapping) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Run.of(file, mapping));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(problem -> problem.code()).toList();
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }
}
