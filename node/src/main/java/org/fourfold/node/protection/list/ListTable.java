package org.fourfold.node.protection.list;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.tables.Cell;
import org.fourfold.node.tables.CellReference;
import org.fourfold.node.tables.SheetRow;
import org.fourfold.node.tables.TableFile;

/**
 * The first visible sheet of a list: its headings and its rows.
 *
 * @param headings in their order; a column without one is named by its letter
 */
public record ListTable(List<String> headings, List<SheetRow> rows) {

    /** As many as one import takes. */
    public static final int ROWS_MAX = 2_000;

    public static final int COLUMNS_MAX = 60;

    /** What a person is shown of a column. */
    public static final int SAMPLES = 3;

    private static final int HEADINGS_MIN = 2;

    public ListTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return rows.size() + " rows";
    }

    /** Reads it; what stands above the headings is left out. Throws ProblemException for what is no list. */
    public static ListTable read(TableFile file) throws java.io.IOException {
        int sheet = 0;
        while (sheet < file.sheets().size() - 1 && file.sheets().get(sheet).isHidden()) {
            sheet++;
        }
        List<SheetRow> rows = new ArrayList<>();
        file.read(sheet, row -> {
            if (!rows.isEmpty() || isHeading(row)) {
                rows.add(row);
            }
            return rows.size() <= ROWS_MAX + 1;
        });
        if (rows.size() < 2) {
            throw new ProblemException(Problem.inField("protection.list-empty", "file"));
        }
        if (rows.size() > ROWS_MAX + 1) {
            throw new ProblemException(
                    Problem.inField("protection.list-long", "file").with("max", Integer.toString(ROWS_MAX)));
        }
        List<String> headings = headings(rows.getFirst());
        if (headings.size() > COLUMNS_MAX) {
            throw new ProblemException(
                    Problem.inField("protection.list-wide", "file").with("max", Integer.toString(COLUMNS_MAX)));
        }
        return new ListTable(headings, rows.subList(1, rows.size()));
    }

    /** Words in two columns at least: a title above the table stands in one. */
    private static boolean isHeading(SheetRow row) {
        return row.cells().stream()
                        .filter(cell -> cell.kind() == Cell.Kind.TEXT)
                        .count()
                >= HEADINGS_MIN;
    }

    private static List<String> headings(SheetRow row) {
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < row.width(); column++) {
            String name = row.cell(column).text().strip().replaceAll("\\s+", " ");
            String letter = CellReference.column(column);
            headings.add(name.isEmpty() ? letter : headings.contains(name) ? name + " " + letter : name);
        }
        return headings;
    }

    /** Some of what stands in a column, to recognise it by. */
    public List<String> samples(int column) {
        return rows.stream()
                .map(row -> row.cell(column).text().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(SAMPLES)
                .toList();
    }
}
