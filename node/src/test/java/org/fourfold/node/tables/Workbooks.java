package org.fourfold.node.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made by hand, part by part, so that a test can leave out, spoil or add what it wants. */
public final class Workbooks {

    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder related = new StringBuilder();
    private int count;

    private Workbooks() {
        with("_rels/.rels", RELATIONS + relation("main", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    }

    public static Workbooks empty() {
        return new Workbooks();
    }

    /** A workbook of one sheet with these rows, as XML. */
    public static Workbooks of(String rows) {
        return new Workbooks().sheet("Hoja1", "visible", rows, "");
    }

    public Workbooks sheet(String name, String state, String rows, String after) {
        count++;
        sheets.append(
                "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"s%d\"/>".formatted(name, count, state, count));
        related.append(relation("s" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
        return with(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    public Workbooks strings(String items) {
        related.append(relation("strings", "sharedStrings", "sharedStrings.xml"));
        return with("xl/sharedStrings.xml", "<sst " + MAIN + ">" + items + "</sst>");
    }

    /** Formats by number, and the format of each style in its order. */
    public Workbooks styles(String formats, int... styles) {
        related.append(relation("styles", "styles", "styles.xml"));
        StringBuilder cells = new StringBuilder();
        for (int format : styles) {
            cells.append("<xf numFmtId=\"").append(format).append("\"/>");
        }
        return with(
                "xl/styles.xml",
                "<styleSheet " + MAIN + "><numFmts>" + formats + "</numFmts><cellXfs>" + cells
                        + "</cellXfs></styleSheet>");
    }

    public Workbooks link(String kind, String target) {
        related.append(relation("link", kind, target));
        return this;
    }

    public Workbooks with(String part, String text) {
        parts.put(part, text);
        return this;
    }

    public Path write(Path file) {
        parts.put("xl/_rels/workbook.xml.rels", RELATIONS + related + "</Relationships>");
        parts.putIfAbsent("xl/workbook.xml", workbook("<workbookPr/>"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The same with days counted from 1904. */
    public Workbooks from1904() {
        return with("xl/workbook.xml", workbook("<workbookPr date1904=\"1\"/>"));
    }

    private String workbook(String properties) {
        return "<workbook " + MAIN + " xmlns:r=\"" + OFFICE.substring(0, OFFICE.length() - 1) + "\">" + properties
                + "<sheets>" + sheets + "</sheets></workbook>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, OFFICE + kind, target);
    }
}
