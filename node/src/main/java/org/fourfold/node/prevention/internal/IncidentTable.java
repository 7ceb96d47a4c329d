package org.fourfold.node.prevention.internal;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.Objects;
import org.fourfold.node.frame.Dated;
import org.jspecify.annotations.Nullable;

/**
 * Incidents as the table that the model {@code incidents} reads, row by row as they come from the database: none of it is kept. Where
 * those concerned came from is no part of it.
 */
final class IncidentTable extends InputStream {

    /** Characters of a text that are compared: the memory that a comparison takes is bounded with them. */
    private static final int TEXT_MAX = 400;

    private static final String HEADING =
            "id,source,day,cell,wide,region,country,kind,dead,missing,survivors,minors,spot,words,link\n";
    private static final int TENTHS = 10;
    private static final double LATITUDES = 90;
    private static final double LONGITUDES = 180;

    private final Iterator<String> rows;
    private byte[] now = HEADING.getBytes(StandardCharsets.UTF_8);
    private int at;

    IncidentTable(Iterator<String> rows) {
        this.rows = rows;
    }

    @Override
    public int read() {
        return fill() ? now[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, now.length - at);
        System.arraycopy(now, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == now.length) {
            if (!rows.hasNext()) {
                return false;
            }
            now = rows.next().getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    /** One incident as a line of the table. */
    static String row(ResultSet rs, int number) throws SQLException {
        StringBuilder line = new StringBuilder(256);
        line.append(rs.getString("id"));
        cell(line, rs.getString("source"));
        cell(line, day(rs));
        squares(line, rs.getObject("latitude", Double.class), rs.getObject("longitude", Double.class));
        cell(line, rs.getString("region"));
        cell(line, rs.getString("country"));
        cell(line, rs.getString("kind"));
        cell(line, rs.getString("dead"));
        cell(line, rs.getString("missing"));
        cell(line, rs.getString("survivors"));
        cell(line, rs.getString("minors"));
        cell(line, rs.getString("place_stated"));
        cell(line, rs.getString("circumstances") + " " + rs.getString("source_detail"));
        cell(line, rs.getString("source_link"));
        return line.append('\n').toString();
    }

    /** As well as it is known: a day, a month or a year. */
    private static String day(ResultSet rs) throws SQLException {
        LocalDate from = rs.getObject("happened_from", LocalDate.class);
        LocalDate to = rs.getObject("happened_to", LocalDate.class);
        return switch (Dated.Precision.valueOf(rs.getString("happened_precision"))) {
            case DAY -> from.toString();
            case MONTH -> YearMonth.from(from).toString();
            case YEAR -> Integer.toString(from.getYear());
            case ESTIMATED ->
                from.equals(to)
                        ? from.toString()
                        : YearMonth.from(from).equals(YearMonth.from(to))
                                ? YearMonth.from(from).toString()
                                : Integer.toString(from.getYear());
        };
    }

    private static void squares(StringBuilder line, @Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null || longitude == null) {
            line.append(",,");
            return;
        }
        double north = latitude + LATITUDES;
        double east = longitude + LONGITUDES;
        line.append(",c").append((int) (north * TENTHS)).append('x').append((int) (east * TENTHS));
        line.append(",w").append((int) north).append('x').append((int) east);
    }

    private static void cell(StringBuilder line, @Nullable String text) {
        line.append(',');
        if (text != null && !text.isBlank()) {
            String bounded = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
            line.append('"').append(bounded.replace("\"", "\"\"")).append('"');
        }
    }
}
