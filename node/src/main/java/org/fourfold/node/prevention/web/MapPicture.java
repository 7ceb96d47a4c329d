package org.fourfold.node.prevention.web;

import java.util.List;

/**
 * A map as SVG: shapes of places shaded by a count, and spots. Made on the server, so it needs no script and prints.
 *
 * @param steps the legend, a step a shade
 */
public record MapPicture(int width, int height, List<Shape> shapes, List<Spot> spots, List<Step> steps) {

    /**
     * A place.
     *
     * @param path the SVG path
     * @param shade 0 for none, then 1 to 5
     * @param href where it leads; empty when the place is background only
     */
    public record Shape(String path, int shade, String name, long count, String href) {}

    /** Incidents around a point. */
    public record Spot(double x, double y, double radius, long count, String where) {}

    /** A shade and the counts it stands for. */
    public record Step(int shade, long from, long to) {}

    public MapPicture {
        shapes = List.copyOf(shapes);
        spots = List.copyOf(spots);
        steps = List.copyOf(steps);
    }
}
