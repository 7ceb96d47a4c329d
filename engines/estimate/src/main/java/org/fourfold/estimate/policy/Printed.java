package org.fourfold.estimate.policy;

import java.util.Locale;

/** Numbers as the words of a fault name them. */
final class Printed {

    private Printed() {}

    static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }

    static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
