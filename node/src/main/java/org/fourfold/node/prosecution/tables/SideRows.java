package org.fourfold.node.prosecution.tables;

import java.util.regex.Pattern;
import org.fourfold.node.tables.Cell;
import org.fourfold.node.tables.SheetRow;

/** Rows between and below the data that are none: sums, and the headings written again on each printed page. */
final class SideRows {

    private static final Pattern TOTAL =
            Pattern.compile("(?:sub ?total|total|gran total|suma|sumas|totals|grand total)(?: .*)?");

    private SideRows() {}

    /** A row that sums up: its first word says so, and at least half of its columns are empty. */
    static boolean isTotal(SheetRow row, int width) {
        long filled = row.cells().stream().filter(cell -> !cell.isEmpty()).count();
        if (filled * 2 > Math.max(2, width)) {
            return false;
        }
        return row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .map(Cell::text)
                .filter(text -> TOTAL.matcher(Words.plain(text)).matches())
                .isPresent();
    }

    /** Whether every cell is its column's heading. */
    static boolean isHeading(SheetRow row, Headings headings) {
        int same = 0;
        for (int i = 0; i < row.width(); i++) {
            if (!row.cell(i).isEmpty()) {
                if (!Words.collapsed(row.cell(i).text()).equalsIgnoreCase(headings.name(i))) {
                    return false;
                }
                same++;
            }
        }
        return same > 1;
    }
}
