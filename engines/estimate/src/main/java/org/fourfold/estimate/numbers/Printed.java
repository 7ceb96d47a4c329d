package org.fourfold.estimate.numbers;

import java.util.Locale;

/** Numbers as the words of a fault name them. */
public final class Printed {

    /** Beyond it a double is not exact to the unit. */
    private static final double WHOLE_MAX = 1e15;

    private Printed() {}

    public static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** As it was given: a whole number without a point. */
    public static String number(double number) {
        return isWhole(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** A whole number where it is one, else one digit after the point. */
    public static String tenths(double number) {
        return isWhole(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }

    public static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < WHOLE_MAX;
    }
}
