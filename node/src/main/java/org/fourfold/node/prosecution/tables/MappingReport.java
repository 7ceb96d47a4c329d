package org.fourfold.node.prosecution.tables;

import java.util.List;
import java.util.Objects;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.tables.Sheet;

/**
 * What a mapping made of a table.
 *
 * @param sheet the one that was read
 * @param rows rows below the headings
 * @param leftOut of them: totals, headings that stand again, rows of another width
 * @param entities made, the same one counted each time a row makes it
 * @param claims made
 * @param refused cells and rows that could not be taken
 * @param problems the first of them, by row and column
 * @param notes what else a person should know: merged cells, hidden rows, totals left out
 * @param stopped whether it was told to stop before the end
 */
public record MappingReport(
        Sheet sheet,
        long rows,
        long leftOut,
        long entities,
        long claims,
        long refused,
        List<Problem> problems,
        List<Problem> notes,
        boolean stopped) {

    public MappingReport {
        Objects.requireNonNull(sheet, "sheet");
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
