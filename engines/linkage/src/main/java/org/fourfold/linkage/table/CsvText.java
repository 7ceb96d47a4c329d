package org.fourfold.linkage.table;

import java.util.List;

/** Cells of CSV as they are written (RFC 4180): as they came, in quotes where a reader would else take them otherwise. */
public final class CsvText {

    private CsvText() {}

    /** A row without its end. */
    public static String row(List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                row.append(',');
            }
            cell(row, cells.get(i));
        }
        return row.toString();
    }

    /** Appends a cell. */
    public static void cell(StringBuilder to, String text) {
        if (needsQuotes(text)) {
            to.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            to.append(text);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ',', '"', '\n', '\r' -> {
                    return true;
                }
                default -> {}
            }
        }
        // Some readers take away what is blank at the ends of a cell.
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }
}
