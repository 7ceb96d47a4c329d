package org.fourfold.estimate.hotspots;

import java.util.Arrays;

/**
 * Points and who is near whom. Longitudes and latitudes become points of the unit sphere, whose chords have the order of the
 * great circles, so that all that follows is plain geometry.
 */
final class Points {

    /** A distance is as good as another when they agree in this many bits: the rest is rounding, and the id decides. */
    private static final int INDEX_BITS = 15;

    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    final Metric metric;
    final int size;
    final double[] x;
    final double[] y;
    final double[] z;

    Points(Metric metric, double[] first, double[] second) {
        this.metric = metric;
        this.size = first.length;
        this.x = new double[size];
        this.y = new double[size];
        this.z = new double[size];
        for (int i = 0; i < size; i++) {
            if (metric == Metric.EUCLIDEAN) {
                x[i] = first[i];
                y[i] = second[i];
            } else {
                double longitude = Math.toRadians(first[i]);
                double latitude = Math.toRadians(second[i]);
                x[i] = Math.cos(latitude) * Math.cos(longitude);
                y[i] = Math.cos(latitude) * Math.sin(longitude);
                z[i] = Math.sin(latitude);
            }
        }
    }

    /** The plane pressed along a direction, so that ellipses of that shape become circles whose radius is the shorter half axis. */
    Points pressed(double shape, double degrees) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        double[] along = new double[size];
        double[] across = new double[size];
        for (int i = 0; i < size; i++) {
            along[i] = (x[i] * cosine + y[i] * sine) / shape;
            across[i] = y[i] * cosine - x[i] * sine;
        }
        return new Points(Metric.EUCLIDEAN, along, across);
    }

    /** The square of the chord between two points. */
    double chordSquared(int i, int j) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double dz = z[i] - z[j];
        return dx * dx + dy * dy + dz * dz;
    }

    /** In the metric's unit. */
    double distance(int i, int j) {
        return metric.ofChord(Math.sqrt(chordSquared(i, j)));
    }

    /** All points by distance from {@code centre}, then by index: keys to be read with {@link #index}. */
    void byDistance(int centre, long[] keys) {
        for (int j = 0; j < size; j++) {
            keys[j] = key(chordSquared(centre, j), j);
        }
        Arrays.sort(keys, 0, size);
    }

    /** A key that sorts by the square of a distance, then by index. At most {@link AreaData#REGIONS_MAX} points. */
    static long key(double squared, int index) {
        return (Double.doubleToRawLongBits(squared + 0.0) & ~INDEX_MASK) | index;
    }

    static int index(long key) {
        return (int) (key & INDEX_MASK);
    }

    /** From each point the distance to the next one. */
    double[] toNext() {
        double[] next = new double[size];
        for (int i = 0; i < size; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < size; j++) {
                double squared = j == i ? Double.POSITIVE_INFINITY : chordSquared(i, j);
                least = Math.min(least, squared);
            }
            next[i] = metric.ofChord(Math.sqrt(least));
        }
        return next;
    }
}
