package org.fourfold.node.protection.htcds;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.registry.Htcds;

/** Writes records row by row: comma, double quotes, UTF-8, all fields of the standard in its order. */
public final class TableWriter {

    private final List<String> heading;
    private final CsvWriter writer;
    private final boolean own;

    public TableWriter(Htcds htcds, Writer out, boolean own) {
        this.own = own;
        this.heading =
                new ArrayList<>(htcds.fields().stream().map(Htcds.Field::name).toList());
        if (own) {
            heading.addAll(OwnColumns.heading());
        }
        this.writer = CsvWriter.builder().build(out);
    }

    public void begin() {
        writer.writeRecord(heading);
    }

    public void write(CaseState state, Answers answers, Imported imported, Set<FieldGroup> groups) {
        Map<String, String> cells = Mapping.cells(state, answers, imported, groups);
        if (own) {
            Map<String, String> more = OwnColumns.cells(answers, cells, groups);
            more.put(OwnColumns.ASIDE, OwnColumns.aside(cells));
            cells.putAll(more);
        }
        writer.writeRecord(heading.stream()
                .map(name -> Harmless.write(cells.getOrDefault(name, "")))
                .toList());
    }

    public void end() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
