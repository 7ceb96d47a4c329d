package org.fourfold.estimate.prevalence;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.estimate.numbers.Quantiles;

/**
 * How a method's replicates or draws lie, to be drawn.
 *
 * @param from where the first bar begins, in persons
 * @param width of each bar, in persons
 * @param bars how many lie in each
 * @param beyond how many lie above the last bar, those without an upper end among them
 */
public record Histogram(double from, double width, List<Integer> bars, int beyond) {

    private static final int BARS_MAX = 60;
    /** Those above the share 0.99 may be so large that the others would be one bar. */
    private static final double DRAWN = 0.99;

    public Histogram {
        bars = List.copyOf(bars);
    }

    /** Bars as wide as Freedman and Diaconis (1981) would have them. {@code sorted}: ascending, some finite. */
    public static Histogram of(double[] sorted) {
        int finite = 0;
        while (finite < sorted.length && Double.isFinite(sorted[finite])) {
            finite++;
        }
        double[] drawn = java.util.Arrays.copyOf(sorted, Math.max(1, (int) Math.ceil(finite * DRAWN)));
        double range = drawn[drawn.length - 1] - drawn[0];
        double quarters = Quantiles.linear(drawn, 0.75) - Quantiles.linear(drawn, 0.25);
        double ideal = 2 * quarters / Math.cbrt(drawn.length);
        int count = ideal > 0 ? (int) Math.clamp(Math.ceil(range / ideal), 1, BARS_MAX) : 1;
        double width = range > 0 ? range / count : 1;
        int[] bars = new int[count];
        for (double value : drawn) {
            bars[(int) Math.min(count - 1, (value - drawn[0]) / width)]++;
        }
        List<Integer> all = new ArrayList<>();
        for (int bar : bars) {
            all.add(bar);
        }
        return new Histogram(drawn[0], width, all, sorted.length - drawn.length);
    }
}
