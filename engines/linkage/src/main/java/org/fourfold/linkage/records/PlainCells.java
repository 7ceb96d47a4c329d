package org.fourfold.linkage.records;

import java.time.YearMonth;
import org.fourfold.linkage.model.FieldKind;

/**
 * Cells that are written plainly, normalised on their bytes: what {@link Normalisers} gives in many more steps. Of a million
 * telephone numbers nearly all are plain and half are distinct.
 */
final class PlainCells {

    /** It is not written plainly. */
    static final int OTHER = -1;

    /** No cell that is longer is plain. */
    static final int BYTES_MAX = 24;

    private static final int PHONE_DIGITS_MAX = 10;
    private static final int YEAR_BYTES = 4;
    private static final int DAY_BYTES = 10;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2025;
    private static final int MONTHS = 12;

    private final FieldKind kind;

    PlainCells(FieldKind kind) {
        this.kind = kind;
    }

    /**
     * Normalises a cell.
     *
     * @param out takes what comes of it, at least {@link #BYTES_MAX} bytes
     * @return how many bytes that are, or {@link #OTHER}
     */
    int read(byte[] raw, int from, int to, byte[] out) {
        if (from >= to || to - from > BYTES_MAX) {
            return OTHER;
        }
        return switch (kind) {
            case PHONE -> phone(raw, from, to, out);
            case NUMBER -> number(raw, from, to, out);
            case DATE -> date(raw, from, to, out);
            default -> OTHER;
        };
    }

    /** Digits alone, as they are dialled at home. */
    private static int phone(byte[] raw, int from, int to, byte[] out) {
        int digits = digits(raw, from, to, out);
        return digits <= PHONE_DIGITS_MAX ? digits : OTHER;
    }

    private static int number(byte[] raw, int from, int to, byte[] out) {
        return digits(raw, from, to, out);
    }

    /** The digits of what holds digits, blanks and hyphens. */
    private static int digits(byte[] raw, int from, int to, byte[] out) {
        int size = 0;
        for (int i = from; i < to; i++) {
            byte sign = raw[i];
            if (isDigit(sign)) {
                out[size++] = sign;
            } else if (sign != ' ' && sign != '-') {
                return OTHER;
            }
        }
        return size == 0 ? OTHER : size;
    }

    /** {@code 1990-05-17} or a year. */
    private static int date(byte[] raw, int from, int to, byte[] out) {
        if (to - from != YEAR_BYTES && to - from != DAY_BYTES) {
            return OTHER;
        }
        int size = 0;
        for (int i = from; i < to; i++) {
            boolean hyphen = i - from == 4 || i - from == 7;
            if (hyphen ? raw[i] != '-' : !isDigit(raw[i])) {
                return OTHER;
            }
            if (!hyphen) {
                out[size++] = raw[i];
            }
        }
        return isDate(out, size) ? size : OTHER;
    }

    private static boolean isDate(byte[] digits, int size) {
        int year = number(digits, 0, YEAR_BYTES);
        if (year < YEAR_MIN || year > YEAR_MAX) {
            return false;
        }
        if (size == YEAR_BYTES) {
            return true;
        }
        int month = number(digits, 4, 6);
        int day = number(digits, 6, 8);
        return month >= 1
                && month <= MONTHS
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int number(byte[] digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + digits[i] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte sign) {
        return sign >= '0' && sign <= '9';
    }
}
