package org.fourfold.estimate.funnel;

import java.util.Locale;

/** Numbers as the words of a fault name them. */
final class Printed {

    private Printed() {}

    static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** A whole number where it is one, else one digit after the point. */
    static String number(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }
}
