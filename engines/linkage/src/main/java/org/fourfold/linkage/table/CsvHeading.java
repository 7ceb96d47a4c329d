package org.fourfold.linkage.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.table.TableProblem.Fault;

/**
 * The first line of a CSV file.
 *
 * @param columns their names, distinct, not empty
 * @param delimiter what stands between cells: of comma, semicolon, tab and bar the one that the line has most of
 * @param end where the line ends, its end included
 */
record CsvHeading(List<String> columns, byte delimiter, int end) {

    static final int COLUMNS_MAX = 2_000;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DELIMITERS = {',', ';', '\t', '|'};

    CsvHeading {
        columns = List.copyOf(columns);
    }

    static CsvHeading read(String name, byte[] bytes, int filled) {
        int begin = filled >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2]
                ? MARK.length
                : 0;
        int end = begin;
        boolean quoted = false;
        while (end < filled && (quoted || (bytes[end] != '\n' && bytes[end] != '\r'))) {
            quoted ^= bytes[end] == '"';
            end++;
        }
        if (end - begin > CsvTable.ROW_BYTES_MAX) {
            throw new TableProblem(name, Fault.HEADING_TOO_LONG, Map.of());
        }
        byte delimiter = delimiter(bytes, begin, end);
        List<String> columns = cells(new String(bytes, begin, end - begin, StandardCharsets.UTF_8), (char) delimiter);
        check(name, columns);
        int next = end < filled && bytes[end] == '\r' ? end + 1 : end;
        return new CsvHeading(columns, delimiter, next < filled && bytes[next] == '\n' ? next + 1 : next);
    }

    private static byte delimiter(byte[] bytes, int begin, int end) {
        byte best = DELIMITERS[0];
        int most = 0;
        for (byte candidate : DELIMITERS) {
            int count = 0;
            for (int i = begin; i < end; i++) {
                count += bytes[i] == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> cells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static void check(String name, List<String> columns) {
        if (columns.size() > COLUMNS_MAX) {
            throw new TableProblem(
                    name,
                    Fault.TOO_MANY_COLUMNS,
                    Map.of("count", String.valueOf(columns.size()), "max", String.valueOf(COLUMNS_MAX)));
        }
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column.isEmpty()) {
                throw new TableProblem(name, Fault.UNNAMED_COLUMN, Map.of("number", String.valueOf(i + 1)));
            }
            if (!seen.add(column)) {
                throw new TableProblem(name, Fault.COLUMN_TWICE, Map.of("column", column));
            }
        }
    }
}
