package org.fourfold.node.tables;

import java.util.Objects;

/**
 * One cell.
 *
 * @param kind what the file says it is; in a file of text everything is {@link Kind#TEXT}
 * @param text as a person reads it: dates as {@code 2026-03-31} or {@code 2026-03-31T14:05:00}, times as {@code 00:05:00},
 *     numbers without an exponent and to the 15 digits that a spreadsheet keeps
 * @param stored as the file holds it: the number behind a date, the number with its exponent
 * @param formula whether {@code text} is only what the spreadsheet last made of a formula; nothing is evaluated here
 */
public record Cell(Kind kind, String text, String stored, boolean formula) {

    public static final Cell EMPTY = new Cell(Kind.EMPTY, "", "", false);

    public Cell {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(stored, "stored");
    }

    /** What a cell is. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        /** A number whose style says that it is a day, or a day and a time. */
        DATE,
        /** A number whose style says that it is a time of day or a length of time. */
        TIME,
        TRUTH,
        /** What a spreadsheet writes where it cannot say more, such as #N/A. */
        ERROR
    }

    static Cell text(String text) {
        return text.isBlank() ? EMPTY : new Cell(Kind.TEXT, text, text, false);
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }
}
