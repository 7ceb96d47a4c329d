package org.fourfold.command.link;

/** Cells of CSV as they are written. */
final class CsvText {

    private CsvText() {}

    /** Appends a cell, in quotes where it needs them. An id stands as it came: what it was joined by must be found again. */
    static void cell(StringBuilder to, String text) {
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
        return false;
    }
}
