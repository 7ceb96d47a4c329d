package org.fourfold.node.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Worksheet;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.tables.SheetTemplate.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation's own workbook, filled where it says so and left alone everywhere else. */
class SheetTemplateTest {

    private static final Map<String, Value> VALUES = Map.of(
            "clients.new", new Value.Whole(1_234),
            "clients.total", new Value.Whole(0),
            "age.years-0-12", new Value.Words("left out & <hidden>"));

    @TempDir
    private Path folder;

    private Path filled(Path template) throws IOException {
        Path out = folder.resolve("filled.xlsx");
        try (var bytes = Files.newOutputStream(out)) {
            SheetTemplate.fill(template, bytes, code -> Optional.ofNullable(VALUES.get(code)));
        }
        return out;
    }

    private static Cell cell(Path workbook, int sheet, String place) throws IOException {
        List<Cell> found = new ArrayList<>();
        try (TableFile file = TableFile.open(workbook)) {
            file.read(sheet, row -> {
                for (int column = 0; column < row.cells().size(); column++) {
                    if ((CellReference.column(column) + row.number()).equals(place)) {
                        found.add(row.cells().get(column));
                    }
                }
                return true;
            });
        }
        return found.getFirst();
    }

    private static String part(Path workbook, String name) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Written by another library: a title, two styled cells with codes, a formula, a second sheet. */
    private Path written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Informe");
            sheet.value(0, 0, "Informe de Ñandú & <hijas>");
            sheet.value(1, 0, "Nuevas");
            sheet.value(1, 1, "{{clients.new}}");
            sheet.style(1, 1).bold().format("#,##0").set();
            sheet.value(2, 1, "{{ clients.total }}");
            sheet.formula(3, 1, "SUM(B2:B3)");
            sheet.value(4, 1, "{{age.years-0-12}}");
            Worksheet notes = book.newWorksheet("Notas");
            notes.value(0, 0, "En total {{clients.new}} nuevas, {{clients.total}} juntas");
        }
        return Files.write(folder.resolve("template.xlsx"), bytes.toByteArray());
    }

    @Test
    void aCellThatHoldsACodeBecomesANumberInItsOwnStyle() throws IOException {
        Path template = written();
        Path out = filled(template);
        assertThat(cell(out, 0, "B2").kind()).isEqualTo(Cell.Kind.NUMBER);
        assertThat(cell(out, 0, "B2").stored()).isEqualTo("1234");
        assertThat(cell(out, 0, "B3").stored()).isEqualTo("0");
        assertThat(cell(out, 0, "A1").text()).isEqualTo("Informe de Ñandú & <hijas>");
        assertThat(cell(out, 0, "B5").text()).isEqualTo("left out & <hidden>");
        assertThat(part(out, "xl/worksheets/sheet1.xml")).containsPattern("<c r=\"B2\" s=\"[1-9]\"><v>1234</v></c>");
        assertThat(part(out, "xl/styles.xml")).isEqualTo(part(template, "xl/styles.xml"));
    }

    @Test
    void withinWordsTheNumberBecomesPartOfThem() throws IOException {
        assertThat(cell(filled(written()), 1, "A1").text()).isEqualTo("En total 1234 nuevas, 0 juntas");
    }

    @Test
    void aFormulaStaysAndIsReckonedAnew() throws IOException {
        Path out = filled(written());
        assertThat(cell(out, 0, "B4").formula()).isTrue();
        assertThat(part(out, "xl/workbook.xml")).contains("fullCalcOnLoad=\"1\"");
    }

    @Test
    void whatAFormulaGaveBeforeIsForgotten() throws IOException {
        Path template = Workbooks.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{{clients.new}}</t></is></c>"
                        + "<c r=\"B1\" s=\"0\"><f>A1*2</f><v>99</v></c><c r=\"C1\"/></row>")
                .write(folder.resolve("old.xlsx"));
        String sheet = part(filled(template), "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("A1*2").doesNotContain("99").contains("1234");
    }

    @Test
    void unknownCodesAreNamedWithTheirPlaceAndNothingIsWritten() throws IOException {
        Path template = Workbooks.of(
                        "<row r=\"7\"><c r=\"C7\" t=\"inlineStr\"><is><t>{{clients.knew}}</t></is></c></row>")
                .write(folder.resolve("wrong.xlsx"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> SheetTemplate.fill(template, out, code -> Optional.empty()))
                .isInstanceOfSatisfying(ProblemException.class, faults -> {
                    Problem fault = faults.problems().getFirst();
                    assertThat(fault.code()).isEqualTo("tables.template-unknown");
                    assertThat(fault.details())
                            .containsEntry("cell", "C7")
                            .containsEntry("code", "clients.knew")
                            .containsEntry("sheet", "Hoja1");
                });
        assertThat(out.size()).isZero();
    }

    @Test
    void aWorkbookWithoutCodesAndAFileThatIsNoneAreRefused() throws IOException {
        Path plain = Workbooks.of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").write(folder.resolve("plain.xlsx"));
        Path text = Files.writeString(folder.resolve("text.xlsx"), "a,b\n{{clients.new}},2\n");
        List<String> codes = new ArrayList<>();
        for (Path template : List.of(plain, text)) {
            assertThatThrownBy(() -> filled(template))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            faults -> codes.add(faults.problems().getFirst().code()));
        }
        assertThat(codes).containsExactly("tables.template-empty", "tables.template-no-workbook");
    }
}
