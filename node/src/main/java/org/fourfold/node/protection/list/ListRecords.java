package org.fourfold.node.protection.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.htcds.OwnColumns;
import org.fourfold.node.tables.SheetRow;

/**
 * A list as the table that the import takes: understood cells as answers, the others under their own headings. Rows of the table
 * and of the list are told apart by their numbers, for titles above, empty rows and line breaks part them.
 */
public final class ListRecords {

    private static final String NAME_COLUMN = "prs_FirstName";

    private final Map<Long, Long> rows = new HashMap<>();
    private final List<Problem> remarks = new ArrayList<>();
    private final String table;

    /** @param targets one for each heading */
    public ListRecords(ListTable list, List<Target> targets) {
        if (!targets.contains(Target.NAME)) {
            throw new ProblemException(Problem.of("protection.list-name"));
        }
        Set<String> headings = new LinkedHashSet<>(List.of(NAME_COLUMN));
        for (int column = 0; column < targets.size(); column++) {
            Target target = targets.get(column);
            target.field()
                    .filter(field -> field != Field.NAME)
                    .ifPresent(field -> headings.add(OwnColumns.column(field)));
            if (target != Target.NOTHING) {
                headings.add(aside(list.headings().get(column)));
            }
        }
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            long line = 2;
            for (SheetRow row : list.rows()) {
                Map<String, String> cells = cells(list, targets, row);
                rows.put(line, row.number());
                csv.writeRecord(headings.stream()
                        .map(heading -> cells.getOrDefault(heading, ""))
                        .toList());
                line += 1
                        + cells.values().stream().mapToLong(ListRecords::breaks).sum();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.table = text.toString();
    }

    /** Never the name of a column that means something to the import. */
    private static String aside(String heading) {
        boolean taken = heading.startsWith("fourfold_") || heading.matches("(?:prs|cas|hte|vic|org)_.*");
        return taken ? "(" + heading + ")" : heading;
    }

    private static long breaks(String cell) {
        return cell.chars().filter(one -> one == '\n').count();
    }

    private Map<String, String> cells(ListTable list, List<Target> targets, SheetRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < targets.size(); column++) {
            String cell = row.cell(column).text().replace("\r\n", "\n").strip();
            Target target = targets.get(column);
            if (cell.isEmpty() || target == Target.NOTHING) {
                continue;
            }
            String heading = list.headings().get(column);
            Optional<String> answer = target.field().flatMap(field -> ListCells.answer(field, cell));
            if (answer.isEmpty()) {
                if (target != Target.ASIDE) {
                    remarks.add(Problem.inCell("protection.list-cell", row.number(), heading, Map.of()));
                }
                cells.merge(aside(heading), cell, (before, more) -> before + "\n" + more);
            } else if (target == Target.NAME) {
                cells.merge(NAME_COLUMN, answer.get(), (before, more) -> before + " " + more);
            } else {
                // Two columns of one kind are put together; of what is no words the first stands and the second stays
                // aside.
                put(cells, target, heading, answer.get());
            }
        }
        return cells;
    }

    private static void put(Map<String, String> cells, Target target, String heading, String answer) {
        Field field = target.field().orElseThrow();
        String column = OwnColumns.column(field);
        String before = cells.get(column);
        if (before == null) {
            cells.put(column, OwnColumns.given(answer));
        } else if (field.kind() == Field.Kind.WORDS && before.length() + answer.length() < Field.WORDS_MAX) {
            cells.put(column, before + "\n" + answer);
        } else {
            cells.merge(aside(heading), answer, (one, more) -> one + "\n" + more);
        }
    }

    /** The table, in UTF-8. */
    public byte[] table() {
        return table.getBytes(StandardCharsets.UTF_8);
    }

    /** Cells that were not understood and are kept as they came. */
    public List<Problem> remarks() {
        return List.copyOf(remarks);
    }

    /** A fault of the table at the place of the list where it comes from. */
    public Problem atHome(Problem fault) {
        return fault.place() instanceof Problem.Place.Cell(long row, String column)
                ? new Problem(
                        fault.code(),
                        new Problem.Place.Cell(rows.getOrDefault(row, row), column.equals(NAME_COLUMN) ? "" : column),
                        fault.details())
                : fault;
    }
}
