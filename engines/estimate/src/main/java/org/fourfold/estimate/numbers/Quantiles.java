package org.fourfold.estimate.numbers;

/** Quantiles of a sample (Hyndman, Fan 1996, Sample quantiles in statistical packages). */
public final class Quantiles {

    private Quantiles() {}

    /** Type 7, the usual one of spreadsheets and R. {@code sorted} ascending, not empty; {@code p} from 0 to 1. */
    public static double linear(double[] sorted, double p) {
        return between(sorted, 1 + (sorted.length - 1) * p);
    }

    /** Type 8, about unbiased for the median whatever the distribution. */
    public static double medianUnbiased(double[] sorted, double p) {
        return between(sorted, (sorted.length + 1.0 / 3) * p + 1.0 / 3);
    }

    /** @param place from 1, between two members of the sample where it is no whole number */
    private static double between(double[] sorted, double place) {
        // A place that is whole but for rounding is that member: 1e-14 is some rounding errors of sizes that occur.
        double low = Math.floor(place + 1e-14 * place);
        double share = Math.max(0, place - low);
        int at = (int) Math.clamp(low, 1, sorted.length);
        int next = (int) Math.clamp(low + 1, 1, sorted.length);
        return sorted[at - 1] + share * (sorted[next - 1] - sorted[at - 1]);
    }
}
