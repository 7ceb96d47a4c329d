package org.fourfold.estimate.numbers;

/**
 * Limits of a share by inverting the score test (Wilson 1927): near the nominal level also for few cases and shares near 0 or 1.
 *
 * @param share {@code some / all}
 */
public record Wilson(double share, double lower, double upper) {

    /** The share of {@code some} in {@code all}, more than none; neither need be whole. */
    public static Wilson of(double some, double all, double level) {
        double z = Normal.quantile((1 + level) / 2);
        double p = some / all;
        double middle = (p + z * z / (2 * all)) / (1 + z * z / all);
        double half = z / (1 + z * z / all) * Math.sqrt(p * (1 - p) / all + z * z / (4 * all * all));
        return new Wilson(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
