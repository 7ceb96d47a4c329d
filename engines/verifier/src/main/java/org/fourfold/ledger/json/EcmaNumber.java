package org.fourfold.ledger.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A double as ECMAScript's Number::toString writes it, which RFC 8785, 3.2.2.3 asks for. */
final class EcmaNumber {

    private static final int PLAIN_MAX = 21;
    private static final int SMALL_MIN = -6;

    private EcmaNumber() {}

    static String text(double number) {
        if (number == 0) {
            return "0";
        }
        return number < 0 ? "-" + positive(-number) : positive(number);
    }

    private static String positive(double number) {
        BigDecimal shortest = shortest(number);
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        // The decimal point stands after n digits, as in the standard's wording.
        int n = k - shortest.scale();
        if (k <= n && n <= PLAIN_MAX) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= PLAIN_MAX) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (SMALL_MIN < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
        return k == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }

    /**
     * The shortest decimal that reads back as the number. Java's own is that one, but for numbers
     * of a single digit, where it may prefer two digits that lie nearer: 4.9E-324 for 5e-324.
     */
    private static BigDecimal shortest(double number) {
        BigDecimal java = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (java.precision() == 2) {
            BigDecimal one = java.round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (one.doubleValue() == number) {
                return one.stripTrailingZeros();
            }
        }
        return java;
    }
}
