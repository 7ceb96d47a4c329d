package org.fourfold.estimate.numbers;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** How often chance gives as much or more: upper tails of the distributions of test statistics. */
public final class Tails {

    private Tails() {}

    /** Of a chi-squared variable with {@code freedom} degrees of freedom. */
    public static double chiSquared(double value, double freedom) {
        return value <= 0 ? 1 : Gamma.regularizedGammaQ(freedom / 2, value / 2);
    }

    /** Of Fisher's F with {@code above} and {@code below} degrees of freedom. */
    public static double fisher(double value, double above, double below) {
        return value <= 0 ? 1 : Beta.regularizedBeta(below / (below + above * value), below / 2, above / 2);
    }

    /** Of a standard normal variable, on both sides together. */
    public static double normalBothSides(double value) {
        return 2 * Normal.share(-Math.abs(value));
    }

    /** Of Student's t with {@code freedom} degrees of freedom, on both sides together. */
    public static double studentBothSides(double value, double freedom) {
        return Beta.regularizedBeta(freedom / (freedom + value * value), freedom / 2, 0.5);
    }

    /** The t that both sides together exceed with that share, by bisection to the last digits. */
    public static double studentQuantile(double bothSides, double freedom) {
        double low = 0;
        double high = 1;
        while (studentBothSides(high, freedom) > bothSides && high < 1e12) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > 1e-14 * high; i++) {
            double middle = (low + high) / 2;
            if (studentBothSides(middle, freedom) > bothSides) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
