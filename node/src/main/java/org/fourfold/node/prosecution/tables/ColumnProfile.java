package org.fourfold.node.prosecution.tables;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.fourfold.node.tables.Cell;

/**
 * What only the whole column shows: how long its numbers are, whether some begin with a nought, whether long ones all end in
 * noughts, which letters stand for a sex. Filled in a first reading, asked in the second; its memory does not grow.
 */
final class ColumnProfile {

    private static final int LENGTHS = 64;

    /** A spreadsheet keeps 15 digits of a number and puts noughts behind them. */
    static final int DIGITS_KEPT = 15;

    private static final int LONG_NUMBERS_MIN = 3;
    private static final int NUMBERS_MIN = 5;
    private static final double USUAL = 0.8;

    private final long[] lengths = new long[LENGTHS];
    private final Set<String> letters = new HashSet<>();
    private long numbers;
    private long longNumbers;
    private long longWithNoughts;

    void add(Cell cell) {
        String text = cell.text().strip();
        if (text.length() == 1) {
            letters.add(text.toUpperCase(Locale.ROOT));
        }
        if (text.isEmpty() || text.length() >= LENGTHS || !isFigures(text)) {
            return;
        }
        numbers++;
        lengths[text.length()]++;
        if (text.length() > DIGITS_KEPT) {
            longNumbers++;
            longWithNoughts += endsInNoughts(text) ? 1 : 0;
        }
    }

    /** The length that nearly all numbers of the column have; 0 when there is none. */
    int usualLength() {
        for (int length = 1; length < LENGTHS; length++) {
            if (numbers >= NUMBERS_MIN && lengths[length] >= USUAL * numbers) {
                return length;
            }
        }
        return 0;
    }

    /** Whether a number is shorter than nearly all others, none of which is longer: noughts may have been lost before it. */
    boolean isShort(String figures) {
        int usual = usualLength();
        if (usual == 0 || figures.length() >= usual) {
            return false;
        }
        for (int length = usual + 1; length < LENGTHS; length++) {
            if (lengths[length] > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last digits of a long number were lost. */
    boolean isRounded(String figures) {
        if (figures.length() <= DIGITS_KEPT || !endsInNoughts(figures)) {
            return false;
        }
        boolean all = longNumbers >= LONG_NUMBERS_MIN && longWithNoughts == longNumbers;
        return all || figures.length() >= DIGITS_KEPT + LONG_NUMBERS_MIN;
    }

    boolean hasLetter(String letter) {
        return letters.contains(letter);
    }

    private static boolean endsInNoughts(String figures) {
        return figures.chars().skip(DIGITS_KEPT).allMatch(one -> one == '0');
    }

    static boolean isFigures(String text) {
        return !text.isEmpty() && text.chars().allMatch(one -> one >= '0' && one <= '9');
    }
}
