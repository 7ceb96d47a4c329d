package org.fourfold.node.tables;

/** Places as a spreadsheet writes them: {@code B7} is row 7, column 1 counted from 0. */
public final class CellReference {

    private static final int LETTERS = 26;
    private static final int COLUMN_LETTERS_MAX = 3;
    private static final int ROW_DIGITS_MAX = 7;

    private CellReference() {}

    /** The letters of a column, first = 0: A, B, … Z, AA. */
    public static String column(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** The column of a reference, first = 0; -1 when the text is none. */
    static int columnOf(String reference) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && letter(reference.charAt(at)) > 0) {
            column = column * LETTERS + letter(reference.charAt(at++));
        }
        return at == 0 || at > COLUMN_LETTERS_MAX ? -1 : column - 1;
    }

    /** The row of a reference, first = 1; -1 when the text is none. */
    static long rowOf(String reference) {
        int at = 0;
        while (at < reference.length() && letter(reference.charAt(at)) > 0) {
            at++;
        }
        String digits = reference.substring(at);
        boolean number = !digits.isEmpty()
                && digits.length() <= ROW_DIGITS_MAX
                && digits.chars().allMatch(one -> one >= '0' && one <= '9');
        return number ? Long.parseLong(digits) : -1;
    }

    private static int letter(char one) {
        return one >= 'A' && one <= 'Z' ? one - 'A' + 1 : 0;
    }
}
