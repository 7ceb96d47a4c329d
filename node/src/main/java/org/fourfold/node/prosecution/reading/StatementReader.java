package org.fourfold.node.prosecution.reading;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * FollowTheMoney statements: one claimed value a row, by the names of the columns. Rows of one entity that stand together make
 * one entity; those that do not are fragments, which the store puts together. The resolved id goes before the source's own,
 * which is then kept as a referent.
 */
final class StatementReader {

    private static final List<String> NEEDED = List.of("entity_id", "prop", "schema", "value");

    private final EntityHandler handler;
    private final Problems refusals;
    private final FtmModel model = FtmModel.shipped();
    private final Map<String, Integer> columns = new HashMap<>();
    private List<ReadClaim> claims = new ArrayList<>();
    private String id = "";
    private String schema = "";
    private long first;
    private long rows;

    StatementReader(EntityHandler handler, Problems refusals) {
        this.handler = handler;
        this.refusals = refusals;
    }

    long read(Lines lines) throws IOException {
        CsvRows.each(lines, this::row);
        end();
        return rows;
    }

    private void row(CsvRecord row) {
        if (columns.isEmpty()) {
            heading(row);
            return;
        }
        rows++;
        long number = row.getStartingLineNumber();
        String own = cell(row, "entity_id");
        String resolved = cell(row, "canonical_id");
        String entity = resolved.isEmpty() ? own : resolved;
        String property = cell(row, "prop");
        String value = cell(row, "value");
        String named = cell(row, "schema");
        if (entity.isEmpty() || property.isEmpty() || named.isEmpty() || isTooLong(entity, property, named, value)) {
            refusals.add(
                    Problem.inCell("prosecution.statement-broken", number, "", Map.of("row", Long.toString(number))));
            return;
        }
        if (!entity.equals(id) || claims.size() >= Limits.CLAIMS_MAX) {
            end();
            id = entity;
            schema = named;
            first = number;
        }
        schema = model.narrower(schema, named);
        context("datasets", cell(row, "dataset"), number);
        if (!own.equals(entity)) {
            context("referents", own, number);
        }
        // The row "id" says that there is such an entity; its value is a checksum over the others.
        if (!property.equals("id")) {
            String original = cell(row, "original_value");
            claims.add(new ReadClaim(
                    ContextKeys.property(property),
                    value,
                    original.equals(value) ? "" : original,
                    "value",
                    number,
                    cell(row, "lang")));
        }
    }

    private void heading(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            columns.put(row.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<String> missing =
                NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    Problem.of("prosecution.columns-missing").with("columns", String.join(", ", missing)));
        }
    }

    private void context(String key, String value, long row) {
        String property = ContextKeys.list(key);
        String text = '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)) + '"';
        boolean known = value.isEmpty()
                || claims.stream()
                        .anyMatch(claim -> claim.property().equals(property)
                                && claim.value().equals(text));
        if (!known) {
            claims.add(ReadClaim.of(property, text, key.equals("datasets") ? "dataset" : "entity_id", row));
        }
    }

    private void end() {
        if (!id.isEmpty()) {
            handler.entity(new ReadEntity(id, schema, claims, first));
        }
        claims = new ArrayList<>();
        id = "";
    }

    private String cell(CsvRecord row, String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.getFieldCount() ? "" : row.getField(at);
    }

    private static boolean isTooLong(String id, String property, String schema, String value) {
        return id.length() > Limits.NAME_CHARACTERS_MAX
                || property.length() > Limits.NAME_CHARACTERS_MAX
                || schema.length() > Limits.NAME_CHARACTERS_MAX
                || value.length() > Limits.VALUE_CHARACTERS_MAX;
    }
}
