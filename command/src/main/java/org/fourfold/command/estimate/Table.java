package org.fourfold.command.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.fourfold.command.link.EngineFaults;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.table.RawText;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** A CSV file read whole: the names of its columns, and its rows as text. */
public final class Table {

    /** Rows of a file; what has more is no table of totals. */
    public static final int ROWS_MAX = 1_000_000;

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Path file;
    private final List<String> columns;
    private final List<String[]> rows = new ArrayList<>();

    private Table(Path file, List<String> columns) {
        this.file = file;
        this.columns = List.copyOf(columns);
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException when it cannot be read, is no table or is too long
     */
    public static Table read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(fault("command.file-unreadable", file, Map.of()));
        }
        try (CsvTable csv = CsvTable.open(file)) {
            Table table = new Table(file, csv.columns());
            for (Optional<Block> block = csv.next(); block.isPresent(); block = csv.next()) {
                table.add(block.get());
            }
            return table;
        } catch (TableProblem e) {
            throw new ProblemException(EngineFaults.of(e, new Problem.Place.File(file.toString())));
        }
    }

    private void add(Block block) {
        for (int row = 0; row < block.rows(); row++) {
            if (rows.size() == ROWS_MAX) {
                throw new ProblemException(
                        fault("command.estimate-too-long", file, Map.of("max", Integer.toString(ROWS_MAX))));
            }
            String[] cells = new String[columns.size()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = RawText.of(block.bytes(), block.start(row, column), block.end(row, column))
                        .strip();
            }
            rows.add(cells);
        }
    }

    /** The file's name without its folder and ending. */
    public String name() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    public List<String> columns() {
        return columns;
    }

    public int rows() {
        return rows.size();
    }

    /** The first column with one of these names, whatever its letters' case. */
    OptionalInt find(String... names) {
        for (String name : names) {
            for (int column = 0; column < columns.size(); column++) {
                if (columns.get(column).strip().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                    return OptionalInt.of(column);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The same; the file must have it. */
    int need(String... names) {
        return find(names)
                .orElseThrow(() -> new ProblemException(fault(
                        "command.estimate-no-column",
                        file,
                        Map.of("column", names[0], "columns", String.join(", ", columns)))));
    }

    String text(int row, int column) {
        return rows.get(row)[column];
    }

    /** A number, with a point before its decimals. */
    double number(int row, int column) {
        String text = text(row, column);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with its place.
        }
        throw cell("command.estimate-no-number", row, column);
    }

    /** A day, or the first day of a month. */
    LocalDate day(int row, int column) {
        String text = text(row, column);
        try {
            return LocalDate.parse(MONTH.matcher(text).matches() ? text + "-01" : text);
        } catch (DateTimeException e) {
            throw cell("command.estimate-no-day", row, column);
        }
    }

    /** A fault of one cell, without repeating what stands in it. */
    ProblemException cell(String code, int row, int column) {
        return new ProblemException(
                fault(code, file, Map.of("row", Integer.toString(row + 1), "column", columns.get(column))));
    }

    private static Problem fault(String code, Path file, Map<String, String> details) {
        Problem problem = new Problem(code, new Problem.Place.File(file.toString()), Map.of())
                .with("file", String.valueOf(file.getFileName()));
        for (Map.Entry<String, String> detail : details.entrySet()) {
            problem = problem.with(detail.getKey(), detail.getValue());
        }
        return problem;
    }
}
