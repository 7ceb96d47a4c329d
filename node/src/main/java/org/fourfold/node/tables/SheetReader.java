package org.fourfold.node.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.tables.Cell.Kind;
import org.fourfold.node.tables.SheetFacts.Merge;

/** Reads the cells of one sheet (ECMA-376 part 1, 18.3). Merged ranges stand behind the cells: they are known at the end. */
final class SheetReader {

    private final XmlPart part;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final Numbers numbers;
    private final List<Merge> merges = new ArrayList<>();
    private long mergeCount;
    private long rows;
    private long lastRow;
    private long formulas;
    private long hiddenRows;
    private int columns;

    SheetReader(XmlPart part, SharedStrings strings, CellStyles styles, Numbers numbers) {
        this.part = part;
        this.strings = strings;
        this.styles = styles;
        this.numbers = numbers;
    }

    SheetFacts read(RowListener listener) {
        boolean goOn = true;
        while (goOn && part.hasNext()) {
            if (part.next() == XMLStreamConstants.START_ELEMENT) {
                switch (part.name()) {
                    case "row" -> goOn = row(listener);
                    case "mergeCell" -> merge(part.attribute("ref").orElse(""));
                    default -> {}
                }
            }
        }
        return new SheetFacts(rows, columns, formulas, hiddenRows, merges, mergeCount);
    }

    private boolean row(RowListener listener) {
        boolean hidden = part.isTrue("hidden");
        long number = part.number("r", (int) lastRow + 1);
        if (number <= lastRow || number > TableLimits.ROWS_MAX) {
            throw new ProblemException(Problem.of("tables.damaged"));
        }
        lastRow = number;
        List<Cell> cells = cells(number);
        if (cells.isEmpty()) {
            return true;
        }
        rows++;
        hiddenRows += hidden ? 1 : 0;
        columns = Math.max(columns, cells.size());
        return listener.row(new SheetRow(number, cells));
    }

    private List<Cell> cells(long row) {
        List<Cell> cells = new ArrayList<>(Math.max(columns, 8));
        int column = -1;
        while (true) {
            int event = part.next();
            if (event == XMLStreamConstants.END_ELEMENT && part.name().equals("row")) {
                return cells;
            }
            if (event != XMLStreamConstants.START_ELEMENT || !part.name().equals("c")) {
                continue;
            }
            column = part.attribute("r").map(CellReference::columnOf).orElse(column + 1);
            Cell cell = cell();
            if (cell.isEmpty() && !cell.formula()) {
                continue;
            }
            if (column < cells.size()) {
                throw new ProblemException(Problem.of("tables.damaged"));
            }
            if (column >= TableLimits.COLUMNS_MAX) {
                throw tooFar(row, column);
            }
            while (cells.size() < column) {
                cells.add(Cell.EMPTY);
            }
            cells.add(cell);
            formulas += cell.formula() ? 1 : 0;
        }
    }

    private static ProblemException tooFar(long row, int column) {
        return new ProblemException(Problem.inCell(
                "tables.too-many-columns",
                row,
                CellReference.column(column),
                Map.of("max", Integer.toString(TableLimits.COLUMNS_MAX))));
    }

    private Cell cell() {
        String type = part.attribute("t").orElse("n");
        int style = part.number("s", 0);
        boolean formula = false;
        Optional<String> inline = Optional.empty();
        StringBuilder value = new StringBuilder();
        while (true) {
            int event = part.next();
            if (event == XMLStreamConstants.END_ELEMENT && part.name().equals("c")) {
                return inline.isPresent() ? text(inline.get(), formula) : cell(type, style, value.toString(), formula);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (part.name()) {
                    case "f" -> {
                        formula = true;
                        until("f", new StringBuilder());
                    }
                    case "v" -> until("v", value);
                    case "is" -> inline = Optional.of(SharedStrings.richText(part, "is"));
                    default -> {}
                }
            }
        }
    }

    private void until(String end, StringBuilder text) {
        while (true) {
            switch (part.next()) {
                case XMLStreamConstants.END_ELEMENT -> {
                    if (part.name().equals(end)) {
                        return;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    part.text(text);
                    SharedStrings.requireShort(text);
                }
                default -> {}
            }
        }
    }

    private Cell cell(String type, int style, String value, boolean formula) {
        if (value.isEmpty()) {
            return formula ? new Cell(Kind.EMPTY, "", "", true) : Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> text(strings.text(index(value)), formula);
            case "b" -> new Cell(Kind.TRUTH, value, value, formula);
            case "e" -> new Cell(Kind.ERROR, value, value, formula);
            case "d" -> new Cell(Kind.DATE, value, value, formula);
            case "n" -> numbers.cell(value.strip(), styles.shape(style), formula);
            default -> text(value, formula);
        };
    }

    private static Cell text(String text, boolean formula) {
        if (text.isBlank()) {
            return formula ? new Cell(Kind.EMPTY, "", "", true) : Cell.EMPTY;
        }
        return new Cell(Kind.TEXT, text, text, formula);
    }

    private static int index(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.of("tables.damaged"));
        }
    }

    private void merge(String reference) {
        mergeCount++;
        int parted = reference.indexOf(':');
        if (parted < 0 || merges.size() == TableLimits.MERGES_KEPT_MAX) {
            return;
        }
        String from = reference.substring(0, parted);
        String to = reference.substring(parted + 1);
        merges.add(new Merge(
                CellReference.rowOf(from),
                CellReference.columnOf(from),
                CellReference.rowOf(to),
                CellReference.columnOf(to)));
    }
}
