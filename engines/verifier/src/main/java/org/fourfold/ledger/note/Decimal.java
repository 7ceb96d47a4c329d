package org.fourfold.ledger.note;

/** A whole number from 0 as ASCII digits without leading zeros. */
public final class Decimal {

    /** What {@link #read} says of anything that is no such number. */
    public static final long NONE = -1;

    private static final int DIGITS_MAX = 18;

    private Decimal() {}

    /** The number where it is below a limit, or {@link #NONE}. */
    public static long below(String text, long limit) {
        long number = read(text);
        return number < limit ? number : NONE;
    }

    /** The number, or {@link #NONE}; numbers above 18 digits are none. */
    public static long read(String text) {
        int length = text.length();
        if (length == 0 || length > DIGITS_MAX || (length > 1 && text.charAt(0) == '0')) {
            return NONE;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return NONE;
            }
            number = 10 * number + (digit - '0');
        }
        return number;
    }
}
