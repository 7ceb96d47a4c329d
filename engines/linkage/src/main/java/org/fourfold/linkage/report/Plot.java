package org.fourfold.linkage.report;

import java.util.ArrayList;
import java.util.List;

/** The frame of a picture whose upright axis runs from 0 to 1, and round numbers for the lying one. */
final class Plot {

    static final int HEIGHT = 232;
    static final double BOTTOM = 208;

    private static final double LEFT = 40;
    private static final double RIGHT = Chart.WIDTH - 10;
    private static final double TOP = 12;

    private Plot() {}

    static double x(double part) {
        return LEFT + part * (RIGHT - LEFT);
    }

    static double y(double part) {
        return BOTTOM - part * (BOTTOM - TOP);
    }

    /** Lines at each quarter. */
    static void frame(Markup svg, Texts texts) {
        for (int quarter = 0; quarter <= 4; quarter++) {
            double y = y(quarter / 4.0);
            Chart.line(svg, quarter == 0 ? "axis" : "grid", LEFT, y, RIGHT, y);
            Chart.label(svg, LEFT - 6, y + 3.5, "end", texts.share(quarter / 4.0));
        }
    }

    /**
     * An axis of match weights.
     *
     * @param low its left end
     * @param high its right end, above the left one
     */
    record Axis(double low, double high) {

        private static final int TICKS_MAX = 7;

        /** An axis that holds both values, and has a width where they are one. */
        static Axis around(double low, double high) {
            return high > low ? new Axis(low, high) : new Axis(low - 1, low + 1);
        }

        double part(double value) {
            return (value - low) / (high - low);
        }

        /** Round places on it: multiples of 1, 2 or 5 times a power of ten. */
        List<Double> ticks() {
            double power = Math.pow(10, Math.floor(Math.log10((high - low) / TICKS_MAX)));
            double step = power;
            for (int factor : new int[] {1, 2, 5, 10}) {
                step = factor * power;
                if ((high - low) / step <= TICKS_MAX) {
                    break;
                }
            }
            List<Double> ticks = new ArrayList<>();
            for (double multiple = Math.ceil(low / step); multiple * step <= high; multiple++) {
                ticks.add(multiple * step);
            }
            return ticks;
        }
    }
}
