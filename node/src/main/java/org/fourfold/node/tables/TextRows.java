package org.fourfold.node.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.jspecify.annotations.Nullable;

/** Makes rows of what FastCSV finds, and holds them to the limits. */
final class TextRows extends AbstractBaseCsvCallbackHandler<SheetRow> {

    private static final int WIDTH_USUAL = 16;

    private List<Cell> cells = new ArrayList<>();
    private long number = 1;

    @Override
    protected void handleBegin(long startingLineNumber) {
        number = startingLineNumber;
        cells = new ArrayList<>(WIDTH_USUAL);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (length > TableLimits.CELL_CHARACTERS_MAX) {
            throw new ProblemException(Problem.inCell(
                    "tables.cell-too-long",
                    number,
                    CellReference.column(index),
                    Map.of("max", Integer.toString(TableLimits.CELL_CHARACTERS_MAX))));
        }
        if (index >= TableLimits.COLUMNS_MAX) {
            throw new ProblemException(Problem.inCell(
                    "tables.too-many-columns",
                    number,
                    CellReference.column(index),
                    Map.of("max", Integer.toString(TableLimits.COLUMNS_MAX))));
        }
        cells.add(Cell.text(new String(buffer, offset, length)));
    }

    @Override
    protected void handleEmpty() {
        cells.add(Cell.EMPTY);
    }

    @Override
    protected @Nullable SheetRow buildRecord() {
        return new SheetRow(number, cells);
    }

    /** The line that is being read. */
    long number() {
        return number;
    }
}
