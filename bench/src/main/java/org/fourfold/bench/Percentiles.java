package org.fourfold.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations in nanoseconds and what to say of them. */
final class Percentiles {

    private final long[] sorted;

    Percentiles(long[] nanos) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The smallest duration that at least the given share of all stays within, in milliseconds. */
    double millis(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    /** One line: p50, p95, p99, maximum, and p95 as a ratio of the limit. */
    String line(String what, double limitMillis) {
        return line(what, 95, limitMillis);
    }

    /** The same with another of them beside the limit. */
    String line(String what, int percent, double limitMillis) {
        return String.format(
                Locale.ROOT,
                "%s: %d, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms; aim p%d <= %.0f ms, ratio %.2f",
                what,
                count(),
                millis(0.50),
                millis(0.95),
                millis(0.99),
                millis(1.0),
                percent,
                limitMillis,
                millis(percent / 100.0) / limitMillis);
    }
}
