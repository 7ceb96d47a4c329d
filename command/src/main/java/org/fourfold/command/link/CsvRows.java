package org.fourfold.command.link;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.linkage.table.ByteStrings;
import org.fourfold.linkage.table.CsvText;
import org.fourfold.linkage.table.RawText;

/**
 * Rows of CSV in UTF-8, written on bytes: of some millions of cells nearly all go out as they came in. What follows a cell, comma
 * or line end, is written by who writes the row.
 */
final class CsvRows implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int LONG_DIGITS = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

    CsvRows(OutputStream out) {
        this.out = out;
    }

    static CsvRows to(Path file) throws IOException {
        return new CsvRows(Files.newOutputStream(file));
    }

    void comma() throws IOException {
        sign((byte) ',');
    }

    void end() throws IOException {
        sign((byte) '\n');
    }

    /** What needs no quotes: a heading, a number, a word of ours. */
    void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void cell(String text) throws IOException {
        bytes(encoded(text));
    }

    /** A cell as {@link #bytes} takes it, for what is written again and again. */
    static byte[] encoded(String text) {
        StringBuilder cell = new StringBuilder(text.length() + 2);
        CsvText.cell(cell, text);
        return cell.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is encoded already. */
    void bytes(byte[] encoded) throws IOException {
        bytes(encoded, 0, encoded.length);
    }

    /** One of many texts. */
    void cell(ByteStrings strings, int number) throws IOException {
        byte[] bytes = strings.bytes();
        int from = strings.start(number);
        int to = strings.end(number);
        if (isPlain(bytes, from, to)) {
            bytes(bytes, from, to);
        } else {
            cell(RawText.of(strings, number));
        }
    }

    /** A number with two places behind the point. */
    void hundredths(double value) throws IOException {
        long rounded = Math.round(value * 100);
        long size = Math.abs(rounded);
        room(LONG_DIGITS);
        if (rounded < 0) {
            buffer[filled++] = '-';
        }
        long whole = size / 100;
        int digits = 1;
        for (long rest = whole / 10; rest > 0; rest /= 10) {
            digits++;
        }
        for (int i = filled + digits - 1; i >= filled; i--) {
            buffer[i] = (byte) ('0' + whole % 10);
            whole /= 10;
        }
        filled += digits;
        buffer[filled++] = '.';
        buffer[filled++] = (byte) ('0' + size / 10 % 10);
        buffer[filled++] = (byte) ('0' + size % 10);
    }

    /** ASCII without a sign that needs quotes and without a blank at an end. */
    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte sign = bytes[i];
            if (sign < 0 || sign == ',' || sign == '"' || sign == '\n' || sign == '\r') {
                return false;
            }
        }
        return from == to || (bytes[from] > ' ' && bytes[to - 1] > ' ');
    }

    private void sign(byte sign) throws IOException {
        room(1);
        buffer[filled++] = sign;
    }

    private void bytes(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (length > buffer.length) {
            room(buffer.length);
            out.write(bytes, from, length);
            return;
        }
        room(length);
        System.arraycopy(bytes, from, buffer, filled, length);
        filled += length;
    }

    private void room(int wanted) throws IOException {
        if (filled + wanted > buffer.length) {
            out.write(buffer, 0, filled);
            filled = 0;
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(buffer, 0, filled);
        }
    }
}
