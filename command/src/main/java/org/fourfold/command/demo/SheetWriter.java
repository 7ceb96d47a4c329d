package org.fourfold.command.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fourfold.node.tables.CellReference;

/** Writes invented sheets as the files that offices send: comma or semicolon, two encodings, workbooks. */
final class SheetWriter {

    private static final String SHEET = "Hoja1";
    private static final String HIDDEN = "Borrador";

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** So that the same sheet is the same bytes: the first day that the format can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SheetWriter() {}

    /** Over whatever is there. */
    static void write(InventedSheet sheet, Path file) throws IOException {
        switch (sheet.form()) {
            case COMMA_UTF_8 -> text(sheet, file, ',', StandardCharsets.UTF_8);
            case SEMICOLON_UTF_8 -> text(sheet, file, ';', StandardCharsets.UTF_8);
            case COMMA_WINDOWS -> text(sheet, file, ',', WINDOWS);
            case SEMICOLON_WINDOWS -> text(sheet, file, ';', WINDOWS);
            case WORKBOOK -> workbook(sheet, file);
        }
    }

    private static void text(InventedSheet sheet, Path file, char separator, Charset charset) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(file, charset)) {
            for (List<Object> row : all(sheet)) {
                csv.writeRecord(row.stream().map(Object::toString).toList());
            }
        }
    }

    /** From the first row to the last, the headings in their place. */
    private static List<List<Object>> all(InventedSheet sheet) {
        List<List<Object>> all = new ArrayList<>();
        int width = sheet.kind().headings().size();
        for (String title : sheet.above()) {
            List<Object> row = new ArrayList<>(java.util.Collections.nCopies(width, ""));
            row.set(0, title);
            all.add(row);
        }
        all.add(List.copyOf(sheet.kind().headings()));
        all.addAll(sheet.rows());
        return all;
    }

    private static void workbook(InventedSheet sheet, Path file) throws IOException {
        List<List<Object>> rows = new ArrayList<>(all(sheet));
        rows.add(List.of("Total", sheet.rows().size()));
        List<List<Object>> hidden = List.of(
                List.of(HIDDEN), List.of("Esta hoja quedó oculta en el archivo que enviaron: todo es inventado."));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", types());
            part(zip, "_rels/.rels", relations(relation("main", "officeDocument", "xl/workbook.xml")));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation("s1", "worksheet", "worksheets/sheet1.xml")
                            + relation("s2", "worksheet", "worksheets/sheet2.xml")));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s%s</sheets></workbook>"
                            .formatted(MAIN, OFFICE, sheet(SHEET, 1, "visible"), sheet(HIDDEN, 2, "hidden")));
            part(zip, "xl/worksheets/sheet1.xml", cells(rows));
            part(zip, "xl/worksheets/sheet2.xml", cells(hidden));
        }
    }

    private static String sheet(String name, int number, String state) {
        return "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"s%d\"/>".formatted(name, number, state, number);
    }

    private static String types() {
        String part = "<Override PartName=\"%s\" ContentType=\"" + CONTENT + "%s+xml\"/>";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + part.formatted("/xl/workbook.xml", "sheet.main")
                + part.formatted("/xl/worksheets/sheet1.xml", "worksheet")
                + part.formatted("/xl/worksheets/sheet2.xml", "worksheet") + "</Types>";
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"" + RELATIONS + "\">" + inner + "</Relationships>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, kind, target);
    }

    private static String cells(List<List<Object>> rows) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                String place = CellReference.column(column) + (row + 1);
                Object value = rows.get(row).get(column);
                if (value instanceof Number) {
                    xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, value));
                } else if (!value.toString().isEmpty()) {
                    xml.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                            .formatted(place, escaped(value.toString())));
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
