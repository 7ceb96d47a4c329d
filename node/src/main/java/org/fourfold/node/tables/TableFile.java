package org.fourfold.node.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * One file of tables on its way in. {@link #open} finds out what it is and throws a {@link ProblemException} when it cannot be
 * taken whole; {@link #read} streams one sheet and may be called again.
 */
public sealed interface TableFile extends AutoCloseable permits TextTable, Workbook {

    /** What it is, whatever it is called. */
    static TableFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw fault("tables.missing");
        }
        long bytes = Files.size(path);
        if (bytes == 0) {
            throw fault("tables.empty");
        }
        if (bytes > TableLimits.FILE_BYTES_MAX) {
            throw new ProblemException(
                    Problem.of("tables.too-large").with("max", Long.toString(TableLimits.FILE_BYTES_MAX >> 20)));
        }
        byte[] head;
        try (var stream = Files.newInputStream(path)) {
            head = stream.readNBytes(CompoundFile.MARK_BYTES);
        }
        if (CompoundFile.begins(head)) {
            throw fault(CompoundFile.problem(path));
        }
        return Packing.of(head) == Packing.ZIP ? Workbook.open(path) : TextTable.open(path);
    }

    /** What it turned out to be, in the words of the trade: {@code XLSX}, {@code CSV, UTF-8, SEMICOLON}. */
    String description();

    /** In the file's order. */
    List<Sheet> sheets();

    /** What a person should know who takes it: macros that are not run, links that are not followed, hidden sheets. */
    List<Problem> notes();

    /**
     * Streams the rows that hold something until the end or until the listener has enough.
     *
     * @param sheet its place in {@link #sheets}
     */
    SheetFacts read(int sheet, RowListener listener) throws IOException;

    @Override
    void close() throws IOException;

    private static ProblemException fault(String code) {
        return new ProblemException(Problem.of(code));
    }
}
