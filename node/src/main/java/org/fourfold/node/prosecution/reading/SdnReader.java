package org.fourfold.node.prosecution.reading;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;

/**
 * The Specially Designated Nationals of the U.S. Treasury in the legacy table: twelve columns without a heading, {@code -0-}
 * for nothing. Each row is one person, organisation, vessel or aircraft and the sanction that names it; digital currency
 * addresses in the remarks become wallets. What the remarks say beyond known forms stays a note, word for word.
 */
final class SdnReader {

    /** The Treasury's names of the columns. */
    private static final List<String> COLUMNS = List.of(
            "ent_num",
            "SDN_Name",
            "SDN_Type",
            "Program",
            "Title",
            "Call_Sign",
            "Vess_type",
            "Tonnage",
            "GRT",
            "Vess_flag",
            "Vess_owner",
            "Remarks");

    private static final String AUTHORITY = "Office of Foreign Assets Control, U.S. Department of the Treasury";
    private static final String NOTHING = "-0-";
    private static final String END_OF_TEXT = "\u001a";

    private final EntityHandler handler;
    private final Problems refusals;
    private final FtmModel model = FtmModel.shipped();
    private final CountryNames countries = new CountryNames();
    private long rows;

    SdnReader(EntityHandler handler, Problems refusals) {
        this.handler = handler;
        this.refusals = refusals;
    }

    long read(Lines lines) throws IOException {
        CsvRows.each(lines, this::row);
        return rows;
    }

    private void row(CsvRecord row) {
        if (row.getFieldCount() == 1 && row.getField(0).equals(END_OF_TEXT)) {
            return;
        }
        rows++;
        long number = row.getStartingLineNumber();
        boolean numbered = row.getFieldCount() == COLUMNS.size()
                && row.getField(0).strip().matches("[0-9]{1,9}")
                && !cell(row, 1).isEmpty();
        if (!numbered) {
            refusals.add(Problem.inCell("prosecution.sdn-row", number, "", Map.of("row", Long.toString(number))));
            return;
        }
        String id = "ofac-" + row.getField(0).strip();
        String schema = switch (cell(row, 2)) {
            case "individual" -> "Person";
            case "vessel" -> "Vessel";
            case "aircraft" -> "Airplane";
            default -> "Organization";
        };
        SdnRemarks remarks = new SdnRemarks(model, countries, schema, number);
        remarks.read(cell(row, 11));
        List<ReadClaim> claims = new ArrayList<>();
        name(claims, schema, cell(row, 1), number);
        add(claims, schema.equals("Person") ? "position" : "notes", row, 4, number);
        add(claims, "callSign", row, 5, number);
        add(claims, "type", row, 6, number);
        add(claims, "tonnage", row, 7, number);
        add(claims, "grossRegisteredTonnage", row, 8, number);
        country(claims, "flag", row, 9, number);
        // The owner is a name without an id: a note, not a tie.
        add(claims, "notes", row, 10, number);
        claims.addAll(remarks.claims());
        handler.entity(new ReadEntity(id, schema, claims, number));

        List<ReadClaim> sanction = new ArrayList<>();
        sanction.add(ReadClaim.of("entity", id, COLUMNS.get(0), number));
        sanction.add(ReadClaim.of("authority", AUTHORITY, "", number));
        sanction.add(ReadClaim.of("authorityId", row.getField(0).strip(), COLUMNS.get(0), number));
        add(sanction, "program", row, 3, number);
        handler.entity(new ReadEntity(id + "-sanction", "Sanction", sanction, number));
        remarks.wallets(id).forEach(handler::entity);
    }

    /** Individuals stand as "SURNAME, Given names". */
    private static void name(List<ReadClaim> claims, String schema, String text, long row) {
        int comma = text.indexOf(", ");
        boolean turned = schema.equals("Person") && comma > 0 && text.indexOf(',', comma + 1) < 0;
        String name = turned ? text.substring(comma + 2).strip() + " " + text.substring(0, comma) : text;
        claims.add(new ReadClaim("name", name, turned ? text : "", COLUMNS.get(1), row, ""));
    }

    private void add(List<ReadClaim> claims, String property, CsvRecord row, int column, long number) {
        String value = cell(row, column);
        if (!value.isEmpty()) {
            claims.add(ReadClaim.of(property, value, COLUMNS.get(column), number));
        }
    }

    private void country(List<ReadClaim> claims, String property, CsvRecord row, int column, long number) {
        String text = cell(row, column);
        if (!text.isEmpty()) {
            String code = countries.code(text).orElse(text);
            claims.add(new ReadClaim(property, code, code.equals(text) ? "" : text, COLUMNS.get(column), number, ""));
        }
    }

    private static String cell(CsvRecord row, int column) {
        String text = row.getField(column).strip();
        return text.equals(NOTHING) ? "" : text;
    }
}
