package org.fourfold.node.registry;

/** A part of the globe between two meridians and two parallels, in degrees; never across the 180th meridian. */
public record Box(double west, double south, double east, double north) {

    public Box {
        if (west > east || south > north) {
            throw new IllegalArgumentException("a box's west lies west of its east and its south south of its north");
        }
    }

    public boolean contains(double latitude, double longitude) {
        return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
    }

    /** The box widened on all sides. */
    public Box widened(double degrees) {
        return new Box(west - degrees, south - degrees, east + degrees, north + degrees);
    }

    public boolean meets(Box other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }
}
