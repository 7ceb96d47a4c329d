package org.fourfold.linkage.table;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whole rows of a CSV file that lie together, so that several may read one file at once. Where rows end is found by reading the
 * table once from its beginning: a cell in quotes may hold line ends, so no place in the middle tells by itself.
 *
 * @param headingEnd bytes of the heading
 * @param from where its rows begin in the file
 * @param to where they end
 * @param firstRow the number of its first row in the table, counted from 1
 * @param rows how many it has, those left out not counted
 */
public record TableCut(long headingEnd, long from, long to, long firstRow, int rows) implements Serializable {

    /**
     * Reads a table to its end and cuts it.
     *
     * @param least bytes that a cut has at least, but for the last one; one block of the table is the least possible
     */
    public static List<TableCut> of(CsvTable table, long least) throws IOException {
        List<TableCut> cuts = new ArrayList<>();
        long heading = table.at();
        long from = heading;
        long row = table.nextRow();
        int rows = 0;
        for (Optional<Block> block = table.next(); block.isPresent(); block = table.next()) {
            rows += block.get().rows();
            if (table.at() - from >= least) {
                cuts.add(new TableCut(heading, from, table.at(), row, rows));
                from = table.at();
                row = table.nextRow();
                rows = 0;
            }
        }
        if (from < table.at()) {
            cuts.add(new TableCut(heading, from, table.at(), row, rows));
        }
        return cuts;
    }

    /** Opens these rows; the file must be as it was when it was cut. */
    public CsvTable open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            byte[] heading;
            try (InputStream start = part(FileChannel.open(file), 0, headingEnd)) {
                heading = start.readAllBytes();
            }
            InputStream rows = part(channel, from, to);
            return CsvTable.of(
                    String.valueOf(file.getFileName()),
                    new SequenceInputStream(new ByteArrayInputStream(heading), rows),
                    firstRow);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static InputStream part(FileChannel channel, long from, long to) throws IOException {
        FileChannel placed = channel.position(from);
        return new FilterInputStream(Channels.newInputStream(placed)) {

            private long left = to - from;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    return -1;
                }
                int read = super.read();
                left -= read < 0 ? 0 : 1;
                return read;
            }

            @Override
            public int read(byte[] bytes, int at, int length) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int read = super.read(bytes, at, (int) Math.min(length, left));
                left -= Math.max(0, read);
                return read;
            }
        };
    }
}
