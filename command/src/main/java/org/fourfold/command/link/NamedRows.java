package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.table.RawText;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** A CSV file's rows by the names of its columns, one at a time. */
final class NamedRows implements AutoCloseable {

    private final Path file;
    private final CsvTable table;

    /** A row while it is looked at. */
    final class Row {

        private final Block block;
        private final int at;

        private Row(Block block, int at) {
            this.block = block;
            this.at = at;
        }

        /** Counted from 1 without the heading. */
        long number() {
            return block.number(at);
        }

        /** What stands in a column; empty where there is no such column. */
        String text(String column) {
            int place = table.columns().indexOf(column);
            return place < 0 ? "" : RawText.of(block.bytes(), block.start(at, place), block.end(at, place));
        }
    }

    private NamedRows(Path file, CsvTable table) {
        this.file = file;
        this.table = table;
    }

    /**
     * Opens a file.
     *
     * @throws ProblemException when it cannot be read, or lacks one of the columns
     */
    static NamedRows open(Path file, List<String> columns) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(InputTable.fault("command.file-unreadable", file));
        }
        try {
            NamedRows rows = new NamedRows(file, CsvTable.open(file));
            for (String column : columns) {
                if (!rows.table.columns().contains(column)) {
                    rows.close();
                    throw rows.lacking(column);
                }
            }
            return rows;
        } catch (TableProblem e) {
            throw new ProblemException(EngineFaults.of(e, new Problem.Place.File(file.toString())));
        }
    }

    /** The first of these columns that the file has; where it has none and three columns, the third. */
    String lastOf(List<String> columns) {
        Optional<String> named =
                columns.stream().filter(table.columns()::contains).findFirst();
        if (named.isEmpty() && table.columns().size() != 3) {
            throw lacking(columns.getFirst());
        }
        return named.orElseGet(() -> table.columns().getLast());
    }

    private ProblemException lacking(String column) {
        return new ProblemException(InputTable.fault("command.link-lacks-column", file)
                .with("column", column)
                .with("columns", String.join(", ", table.columns())));
    }

    /** Shows each row once. */
    void forEach(Consumer<Row> reader) throws IOException {
        for (Optional<Block> block = table.next(); block.isPresent(); block = table.next()) {
            for (int row = 0; row < block.get().rows(); row++) {
                reader.accept(new Row(block.get(), row));
            }
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
