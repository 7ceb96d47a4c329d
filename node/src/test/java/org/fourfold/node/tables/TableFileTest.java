package org.fourfold.node.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.tables.Cell.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from tables of all sorts, and what is refused. Every person in them is invented. */
class TableFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatAnotherLibraryWroteIsReadCellByCell() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Registro");
            sheet.value(0, 0, "Nombre & <apellido>");
            sheet.value(0, 1, "Día");
            sheet.value(2, 0, "Inventada Núñez");
            sheet.value(2, 1, LocalDate.of(2026, 3, 31));
            sheet.style(2, 1).format("dd/mm/yyyy").set();
            sheet.value(2, 2, LocalDateTime.of(2026, 3, 31, 14, 5, 9));
            sheet.style(2, 2).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(2, 3, 50212345678L);
            sheet.value(2, 4, 0.1 + 0.2);
            sheet.value(2, 5, 45000);
            sheet.value(2, 6, true);
            sheet.formula(2, 7, "SUM(D3:F3)");
            sheet.range(4, 0, 6, 1).merge();
            sheet.value(4, 0, "Junta");
            book.newWorksheet("Oculta").setVisibilityState(VisibilityState.HIDDEN);
        }
        Path file = Files.write(folder.resolve("a.xlsx"), bytes.toByteArray());
        try (TableFile table = TableFile.open(file)) {
            assertThat(table.sheets())
                    .containsExactly(
                            new Sheet("Registro", Sheet.Visibility.VISIBLE),
                            new Sheet("Oculta", Sheet.Visibility.HIDDEN));
            assertThat(table.notes()).extracting(Problem::code).containsExactly("tables.hidden-sheets");
            List<SheetRow> rows = new ArrayList<>();
            SheetFacts facts = table.read(0, rows::add);
            assertThat(rows).extracting(SheetRow::number).containsExactly(1L, 3L, 5L);
            assertThat(rows.getFirst().cell(0).text()).isEqualTo("Nombre & <apellido>");
            SheetRow row = rows.get(1);
            assertThat(row.cell(0).text()).isEqualTo("Inventada Núñez");
            assertThat(row.cell(1).kind()).isEqualTo(Kind.DATE);
            assertThat(row.cell(1).text()).isEqualTo("2026-03-31");
            assertThat(row.cell(2).text()).isEqualTo("2026-03-31T14:05:09");
            assertThat(row.cell(3).text()).isEqualTo("50212345678");
            assertThat(row.cell(4).text()).isEqualTo("0.3");
            assertThat(row.cell(5).kind()).isEqualTo(Kind.NUMBER);
            assertThat(row.cell(6).kind()).isEqualTo(Kind.TRUTH);
            assertThat(row.cell(7).formula()).isTrue();
            assertThat(facts.formulas()).isEqualTo(1);
            assertThat(facts.merges()).extracting(SheetFacts.Merge::range).containsExactly("A5:B7");
        }
    }

    @Test
    void aFormulaIsKnownWhateverItsLastValueWas() throws IOException {
        Path file = Workbooks.of(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><f>HYPERLINK(\"http://x\")</f><v>0</v></c>"
                                + "<c r=\"B1\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>x</v></c><c r=\"C1\"><f>1+1</f></c>"
                                + "<c r=\"D1\" t=\"inlineStr\"><is><r><t>rico </t></r><rPh><t>son</t></rPh><r><t>texto</t></r></is></c></row>")
                .strings("<si><t>visto_x000D_</t></si>")
                .write(folder.resolve("f.xlsx"));
        SheetRow row = rows(file).getFirst();
        assertThat(row.cells()).extracting(Cell::formula).containsExactly(true, true, true, false);
        assertThat(row.cell(0).text()).isEqualTo("visto\r");
        assertThat(row.cell(3).text()).isEqualTo("rico texto");
    }

    @Test
    void aNumberIsADateOnlyByItsStyle() throws IOException {
        String rows = "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>60000</v></c><c r=\"B1\" s=\"1\"><v>1</v></c>"
                + "<c r=\"C1\" s=\"1\"><v>61</v></c><c r=\"D1\" s=\"1\"><v>60</v></c><c r=\"E1\" s=\"2\"><v>0.00347222222222222</v></c>"
                + "<c r=\"F1\" s=\"3\"><v>5.02E+10</v></c><c r=\"G1\" s=\"1\"><v>-3</v></c></row>";
        Path file = Workbooks.of(rows)
                .styles(
                        "<numFmt numFmtId=\"170\" formatCode=\"[$-80A]dd/mm/yyyy;@\"/><numFmt numFmtId=\"171\""
                                + " formatCode=\"&quot;día&quot;\\ 0.00E+00\"/>",
                        0,
                        170,
                        46,
                        171)
                .write(folder.resolve("d.xlsx"));
        assertThat(rows(file).getFirst().cells())
                .extracting(Cell::text)
                // Day 1 is 1 January 1900, day 61 is 1 March (ECMA-376 part 1, 18.17.4.1); day 60 never was.
                .containsExactly("60000", "1900-01-01", "1900-03-01", "60", "00:05:00", "50200000000", "-3");
        Path other = Workbooks.of("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0</v></c></row>")
                .styles("", 0, 14)
                .from1904()
                .write(folder.resolve("m.xlsx"));
        assertThat(rows(other).getFirst().cell(0).text()).isEqualTo("1904-01-01");
    }

    @Test
    void fiveHundredColumnsAreReadAndMoreThanAThousandRefused() throws IOException {
        assertThat(rows(wide(500, "w.csv")).getFirst().width()).isEqualTo(500);
        assertThat(refusal(wide(1_001, "v.csv")))
                .isEqualTo("tables.too-many-columns")
                .isEqualTo(refusal(Workbooks.of("<row r=\"1\"><c r=\"ALM1\"><v>1</v></c></row>")
                        .write(folder.resolve("wide.xlsx"))));
    }

    @Test
    void macrosAndLinksAreSaidAndNeverOpened() throws IOException {
        Path file = Workbooks.of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .with("xl/vbaProject.bin", "never read")
                .link("externalLink", "externalLinks/missing.xml")
                .write(folder.resolve("a.xlsm"));
        try (TableFile table = TableFile.open(file)) {
            assertThat(table.description()).isEqualTo("XLSM");
            assertThat(table.notes())
                    .extracting(Problem::code)
                    .containsExactly("tables.macros-not-run", "tables.links-not-followed");
        }
        assertThat(rows(file)).hasSize(1);
    }

    @Test
    void whatLiesUnderAPasswordOrIsOldIsToldApart() throws IOException {
        byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThat(refusal(joined("p.xlsx", mark, "EEncryptedPackage".getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo("tables.password");
        assertThat(refusal(joined("o.xls", mark, "Workbook".getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo("tables.old-format");
        Path plain = Workbooks.of("").write(folder.resolve("z.xlsx"));
        byte[] locked = Files.readAllBytes(plain);
        for (int at = 0; at < locked.length - 4; at++) {
            if (locked[at] == 'P' && locked[at + 1] == 'K' && locked[at + 2] == 1 && locked[at + 3] == 2) {
                locked[at + 8] |= 1;
            }
        }
        assertThat(refusal(joined("z2.xlsx", locked, new byte[0]))).isEqualTo("tables.password");
    }

    @Test
    void filesThatSwellAreStopped() throws IOException {
        Path text = Workbooks.of(
                        "<row r=\"1\"><c t=\"inlineStr\"><is><t>" + " ".repeat(2 << 20) + "</t></is></c></row>")
                .write(folder.resolve("text.xlsx"));
        assertThat(refusal(text)).isEqualTo("tables.text-too-long");
        Path tag = Workbooks.of("<row r=\"1\" x=\"" + " ".repeat(2 << 20) + "\"></row>")
                .write(folder.resolve("tag.xlsx"));
        assertThat(refusal(tag)).isEqualTo("tables.swells");
        Path tags = Workbooks.of("<row r=\"1\">" + "<c/>".repeat(5 << 20) + "</row>")
                .write(folder.resolve("tags.xlsx"));
        assertThat(refusal(tags)).isEqualTo("tables.swells");
        Path parts = folder.resolve("parts.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(parts))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 0; i <= TableLimits.PARTS_MAX; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
            }
        }
        assertThat(refusal(parts)).isEqualTo("tables.swells");
    }

    @Test
    void entitiesOfTheDocumentsOwnAreRefused() {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        Path file = Workbooks.of("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        laughs + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;&a;</v>"
                                + "</c></row></sheetData></worksheet>")
                .write(folder.resolve("x.xlsx"));
        assertThat(refusal(file)).isEqualTo("tables.damaged");
    }

    @Test
    void otherKindsOfFilesAreRefusedByName() throws IOException {
        assertThat(refusal(Workbooks.empty()
                        .with("content.xml", "")
                        .with("_rels/.rels", "<x/>")
                        .write(folder.resolve("1"))))
                .isEqualTo("tables.zip-not-workbook");
        Path ods = folder.resolve("a.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(ods))) {
            zip.putNextEntry(new ZipEntry("content.xml"));
        }
        assertThat(refusal(ods)).isEqualTo("tables.open-document");
        assertThat(refusal(Files.write(folder.resolve("n"), new byte[] {0, 1, 2, 0, 0, 3})))
                .isEqualTo("tables.not-a-table");
        assertThat(refusal(Files.createFile(folder.resolve("e.csv")))).isEqualTo("tables.empty");
        byte[] whole = Files.readAllBytes(Workbooks.of("").write(folder.resolve("w.xlsx")));
        assertThat(refusal(joined("cut.xlsx", java.util.Arrays.copyOf(whole, whole.length / 2), new byte[0])))
                .isEqualTo("tables.cut-short");
    }

    @Test
    void textIsReadInTheEncodingsOfTheRegion() throws IOException {
        String text = "Registro de huéspedes\n\nNombre;Día\nMuñoz Íñiguez;\"1;2\"\nPeña;3\nOtra;4\n";
        for (String charset : List.of("UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-16")) {
            Path file = Files.write(folder.resolve("t.csv"), text.getBytes(Charset.forName(charset)));
            List<SheetRow> rows = rows(file);
            assertThat(rows).extracting(SheetRow::number).containsExactly(1L, 3L, 4L, 5L, 6L);
            assertThat(rows.get(2).cell(0).text()).as(charset).isEqualTo("Muñoz Íñiguez");
            assertThat(rows.get(2).cell(1).text()).isEqualTo("1;2");
        }
        assertThat(rows(Files.writeString(folder.resolve("s.csv"), "sep=|\na,b|c\n1,2|3\n")))
                .hasSize(2)
                .allMatch(row -> row.width() == 2);
        Path mixed = folder.resolve("mixed.csv");
        Files.write(mixed, ("a;b\n".repeat(70_000) + "ñ;b\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(mixed)).isEqualTo("tables.encoding-mixed");
        assertThat(refusal(Files.writeString(folder.resolve("q.csv"), "a;b\n\"1;2\n")))
                .isEqualTo("tables.quote-unclosed");
    }

    private Path wide(int columns, String name) throws IOException {
        return Files.writeString(
                folder.resolve(name), "x,".repeat(columns - 1) + "x\n" + "1,".repeat(columns - 1) + "1\n");
    }

    private Path joined(String name, byte[] first, byte[] second) throws IOException {
        Path file = Files.write(folder.resolve(name), first);
        return Files.write(file, second, java.nio.file.StandardOpenOption.APPEND);
    }

    private static List<SheetRow> rows(Path file) {
        List<SheetRow> rows = new ArrayList<>();
        try (TableFile table = TableFile.open(file)) {
            table.read(0, rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String refusal(Path file) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> rows(file));
        assertThat(refused).as("refused").isNotNull();
        return refused.problems().getFirst().code();
    }
}
