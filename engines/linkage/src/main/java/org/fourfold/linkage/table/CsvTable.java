package org.fourfold.linkage.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file (RFC 4180, October 2005) as bytes, some rows at a time: comma, semicolon, tab or bar between cells, as the
 * heading has it; quoted cells may hold line ends; any line end; a byte order mark is skipped; no encoding is assumed.
 *
 * <p>Limits: {@link CsvHeading#COLUMNS_MAX} columns, {@link #ROW_BYTES_MAX} bytes a row; a longer row is left out and told.
 * Memory: one block. Not for several threads.
 */
public final class CsvTable implements AutoCloseable {

    public static final int ROW_BYTES_MAX = 1 << 20;

    private static final int BLOCK_BYTES = 4 << 20;

    private final InputStream in;
    private final CsvHeading heading;
    private final RowSplitter splitter;
    private final Block block;
    private final TableFaults faults = new TableFaults();

    /** What is read and not yet given: {@code block.bytes[from..filled)}. */
    private int from;

    private int filled;
    private boolean ended;
    private long row;

    /** Bytes of the stream that were read so far. */
    private long taken;

    private CsvTable(String name, InputStream in, long row) throws IOException {
        this.in = in;
        this.row = row;
        byte[] start = new byte[BLOCK_BYTES];
        this.filled = in.readNBytes(start, 0, start.length);
        this.taken = filled;
        this.heading = CsvHeading.read(name, start, filled);
        this.block = new Block(heading.columns().size(), start);
        this.splitter = new RowSplitter(block, heading.columns().size(), heading.delimiter(), faults);
        this.from = heading.end();
    }

    /**
     * Opens a file.
     *
     * @throws TableProblem when it has no heading that can be read
     */
    public static CsvTable open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new CsvTable(String.valueOf(file.getFileName()), in, 1);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The same for bytes that come from elsewhere; closes the stream when it is closed. */
    public static CsvTable of(String name, InputStream in) throws IOException {
        return new CsvTable(name, in, 1);
    }

    /** Some of the rows of a larger table, after its heading: those from the row of this number on. */
    static CsvTable of(String name, InputStream in, long firstRow) throws IOException {
        return new CsvTable(name, in, firstRow);
    }

    public List<String> columns() {
        return heading.columns();
    }

    public TableFaults faults() {
        return faults;
    }

    /** The next rows, at least one; empty at the end. The block is overwritten by the next call. */
    public Optional<Block> next() throws IOException {
        block.rows = 0;
        while (block.rows == 0) {
            if (from == filled && ended) {
                return Optional.empty();
            }
            fill();
            from = splitter.split(from, filled, ended, row);
            row = splitter.nextRow();
        }
        return Optional.of(block);
    }

    private void fill() throws IOException {
        if (ended) {
            return;
        }
        byte[] bytes = block.bytes;
        System.arraycopy(bytes, from, bytes, 0, filled - from);
        filled -= from;
        from = 0;
        int read = in.readNBytes(bytes, filled, bytes.length - filled);
        filled += read;
        taken += read;
        ended = filled < bytes.length;
        if (ended) {
            Arrays.fill(bytes, filled, bytes.length, (byte) 0);
        }
    }

    /** Where in the stream the rows begin that come next. */
    long at() {
        return taken - (filled - from);
    }

    /** The number of the row that comes next. */
    long nextRow() {
        return row;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
