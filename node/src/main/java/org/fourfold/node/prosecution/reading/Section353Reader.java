package org.fourfold.node.prosecution.reading;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;

/**
 * The State Department's list of corrupt and undemocratic actors under section 353 ("Engel list") as a table: each row is one
 * person or body and the sanction that names them. The list has no numbers; an id is made of name, country and report, so that
 * the same row of a later edition has the same.
 */
final class Section353Reader {

    private static final int ID_CHARACTERS = 20;

    private final EntityHandler handler;
    private final Problems refusals;
    private final CountryNames countries = new CountryNames();
    private final Map<String, Integer> columns = new HashMap<>();
    private long rows;

    Section353Reader(EntityHandler handler, Problems refusals) {
        this.handler = handler;
        this.refusals = refusals;
    }

    long read(Lines lines) throws IOException {
        CsvRows.each(lines, this::row);
        return rows;
    }

    private void row(CsvRecord row) {
        if (columns.isEmpty()) {
            for (int i = 0; i < row.getFieldCount(); i++) {
                columns.put(row.getField(i).strip(), i);
            }
            return;
        }
        rows++;
        long number = row.getStartingLineNumber();
        String name = cell(row, "name");
        if (name.isEmpty()) {
            refusals.add(
                    Problem.inCell("prosecution.name-missing", number, "name", Map.of("row", Long.toString(number))));
            return;
        }
        String id = "us353-" + digest(name + "|" + cell(row, "country") + "|" + cell(row, "report-date"));
        List<ReadClaim> about = new ArrayList<>();
        about.add(ReadClaim.of("name", name, "name", number));
        for (String alias : cell(row, "aliases").split(";", -1)) {
            add(about, "alias", alias.strip(), cell(row, "aliases"), "aliases", number);
        }
        for (String topic : cell(row, "topics").split(";", -1)) {
            add(about, "topics", topic.strip(), cell(row, "topics"), "topics", number);
        }
        String country = cell(row, "country");
        add(about, "country", countries.code(country).orElse(country), country, "country", number);
        add(about, "notes", cell(row, "notes"), cell(row, "notes"), "notes", number);
        String schema = cell(row, "schema").isEmpty() ? "LegalEntity" : cell(row, "schema");
        handler.entity(new ReadEntity(id, schema, about, number));

        List<ReadClaim> sanction = new ArrayList<>();
        sanction.add(ReadClaim.of("entity", id, "name", number));
        plain(sanction, row, "program", "program", number);
        plain(sanction, row, "authority", "authority", number);
        plain(sanction, row, "reason", "reason", number);
        plain(sanction, row, "listingDate", "report-date", number);
        plain(sanction, row, "startDate", "start-date", number);
        day(sanction, row, number);
        plain(sanction, row, "sourceUrl", "source_url", number);
        handler.entity(new ReadEntity(id + "-sanction", "Sanction", sanction, number));
    }

    private void plain(List<ReadClaim> claims, CsvRecord row, String property, String column, long number) {
        add(claims, property, cell(row, column), cell(row, column), column, number);
    }

    private void day(List<ReadClaim> claims, CsvRecord row, long number) {
        String text = cell(row, "end-date");
        add(claims, "endDate", EnglishDates.iso(text).orElse(text), text, "end-date", number);
    }

    private static void add(
            List<ReadClaim> claims, String property, String value, String original, String column, long row) {
        if (!value.isEmpty()) {
            claims.add(new ReadClaim(property, value, value.equals(original) ? "" : original, column, row, ""));
        }
    }

    private String cell(CsvRecord row, String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.getFieldCount() ? "" : row.getField(at).strip();
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, ID_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
