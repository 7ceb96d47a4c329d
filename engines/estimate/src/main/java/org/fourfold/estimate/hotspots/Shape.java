package org.fourfold.estimate.hotspots;

import java.util.List;

/** Which sets of regions are windows. */
public sealed interface Shape {

    /** Circles around each region (Kulldorff 1997). */
    record Circle() implements Shape {}

    /**
     * Ellipses around each region (Kulldorff, Huang, Pickle, Duczmal 2006, An elliptic spatial scan statistic).
     *
     * @param shapes longer by shorter axis, from 1
     * @param angles for each shape how many directions of the long axis are tried, evenly from east round to west
     * @param penalty the power a of the factor (4 s / (s + 1)²)ᵃ on the log-likelihood ratio: 0 for none, 0.5 medium, 1 strong
     */
    record Ellipse(List<Double> shapes, List<Integer> angles, double penalty) implements Shape {

        public Ellipse {
            shapes = List.copyOf(shapes);
            angles = List.copyOf(angles);
        }

        /** The shapes and angles of the paper's software: 1, 1.5, 2, 3, 4, 5 with 1, 4, 6, 9, 12, 15. */
        public static Ellipse usual(double penalty) {
            return new Ellipse(List.of(1.0, 1.5, 2.0, 3.0, 4.0, 5.0), List.of(1, 4, 6, 9, 12, 15), penalty);
        }
    }

    /**
     * Sets that hang together by borders, among a region and those nearest to it (Tango, Takahashi 2005, A flexibly shaped
     * spatial scan statistic).
     *
     * @param nearest how many, the region itself with them; up to 20
     */
    record Flexible(int nearest) implements Shape {}
}
