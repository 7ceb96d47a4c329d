package org.fourfold.command.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.fourfold.linkage.table.CsvText;

/** Rows of a query as CSV in UTF-8, made as they are read: some rows are in memory, never all. */
final class CsvOfRows extends InputStream {

    /** Letters that are made at once, about. */
    private static final int PORTION = 1 << 16;

    private final ResultSet rows;
    private final int columns;
    private byte[] made;
    private int at;
    private boolean ended;

    CsvOfRows(List<String> names, ResultSet rows) {
        this.rows = rows;
        this.columns = names.size();
        this.made = (String.join(",", names) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        return fill() ? made[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, made.length - at);
        System.arraycopy(made, at, to, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == made.length) {
            if (ended) {
                return false;
            }
            made = portion().getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    private String portion() throws IOException {
        StringBuilder text = new StringBuilder(PORTION + (PORTION >> 2));
        try {
            while (text.length() < PORTION) {
                if (!rows.next()) {
                    ended = true;
                    break;
                }
                for (int column = 1; column <= columns; column++) {
                    if (column > 1) {
                        text.append(',');
                    }
                    String cell = rows.getString(column);
                    CsvText.cell(text, cell == null ? "" : cell);
                }
                text.append('\n');
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
