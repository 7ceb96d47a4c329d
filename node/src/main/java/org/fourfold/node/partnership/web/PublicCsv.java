package org.fourfold.node.partnership.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.partnership.PublishedCell;
import org.fourfold.node.registry.PlaceCode;

/** The table and its dictionary as CSV (RFC 4180): comma, UTF-8, a heading. Nothing in it is taken for a formula. */
final class PublicCsv {

    static final String NO_PLACE = "not-stated";
    static final String FEWER = "fewer-than-10";
    static final String AS_BEFORE = "as-published-before";

    private static final List<String> COLUMNS =
            List.of("year", "place_code", "place_en", "place_es", "kind", "count", "note");
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n";

    private PublicCsv() {}

    /** Every cell of every table, those that are not shown too. Both pages hold the same places in their own order. */
    static byte[] figures(PublicPage english, PublicPage spanish, PublicTables names) {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder().build(text);
        writer.writeRecord(COLUMNS);
        for (PublicTable table : english.tables()) {
            for (PublicTable.Row row : table.rows()) {
                String inSpanish = names.name(row.place(), spanish.edition(), spanish.messages());
                for (int i = 0; i < table.years().size(); i++) {
                    Optional<PublishedCell> cell = row.cells().get(i);
                    writer.writeRecord(
                            Integer.toString(table.years().get(i)),
                            row.place().map(PlaceCode::text).orElse(NO_PLACE),
                            harmless(row.name()),
                            harmless(inSpanish),
                            harmless(table.kind()),
                            cell.map(shown -> Long.toString(shown.cell().count()))
                                    .orElse(""),
                            cell.map(shown -> shown.asBefore() ? AS_BEFORE : "").orElse(FEWER));
                }
            }
        }
        return bytes(text, writer);
    }

    static byte[] dictionary(Messages english, Messages spanish) {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder().build(text);
        writer.writeRecord("column", "meaning_en", "meaning_es");
        for (String column : COLUMNS) {
            String key = "partnership.dictionary." + column.replace('_', '-');
            writer.writeRecord(column, english.text(key), spanish.text(key));
        }
        return bytes(text, writer);
    }

    private static byte[] bytes(StringWriter text, CsvWriter writer) {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    static String harmless(String cell) {
        String plain = cell.strip();
        return !plain.isEmpty() && FORMULA_BEGINNINGS.indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    }
}
