package org.fourfold.node.registry;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a place lies: polygons of rings, the first ring of each its shore, the others lakes or foreign ground inside. Kept
 * as whole thousandths of a degree (about 110 m); immutable. Shared borders are shared point by point, so two neighbours
 * neither overlap nor leave a gap.
 */
public final class Outline {

    /** Units in one degree. */
    public static final int UNITS_PER_DEGREE = 1_000;

    private final List<Ring> rings;
    private final Box box;

    private Outline(List<Ring> rings) {
        this.rings = List.copyOf(rings);
        this.box = boxOf(rings);
    }

    /** One closed line; {@code x} is longitude, {@code y} latitude, in degrees. */
    public static final class Ring {

        private final int[] xs;
        private final int[] ys;

        private Ring(int[] xs, int[] ys) {
            this.xs = xs;
            this.ys = ys;
        }

        public int size() {
            return xs.length;
        }

        public double x(int i) {
            return xs[i] / (double) UNITS_PER_DEGREE;
        }

        public double y(int i) {
            return ys[i] / (double) UNITS_PER_DEGREE;
        }
    }

    /**
     * Reads the form the edition is written in: polygons parted by {@code |}, rings by {@code ;}, points by a space, each
     * point as its step {@code dx,dy} from the one before. Throws IllegalArgumentException for anything else.
     */
    public static Outline parse(String text) {
        List<Ring> rings = new ArrayList<>();
        for (String ring : text.split("[|;]", -1)) {
            String[] steps = ring.split(" ", -1);
            int[] xs = new int[steps.length];
            int[] ys = new int[steps.length];
            int x = 0;
            int y = 0;
            for (int i = 0; i < steps.length; i++) {
                int comma = steps[i].indexOf(',');
                if (comma < 0) {
                    throw new IllegalArgumentException("a step of an outline is dx,dy");
                }
                x += Integer.parseInt(steps[i].substring(0, comma));
                y += Integer.parseInt(steps[i].substring(comma + 1));
                xs[i] = x;
                ys[i] = y;
            }
            rings.add(new Ring(xs, ys));
        }
        return new Outline(rings);
    }

    public List<Ring> rings() {
        return rings;
    }

    public Box box() {
        return box;
    }

    /**
     * Whether the point lies inside, by the even-odd rule over all rings, so that a lake is outside. A point exactly on a
     * border belongs to one of the two sides.
     */
    public boolean contains(double latitude, double longitude) {
        if (!box.contains(latitude, longitude)) {
            return false;
        }
        double x = longitude * UNITS_PER_DEGREE;
        double y = latitude * UNITS_PER_DEGREE;
        boolean inside = false;
        for (Ring ring : rings) {
            int[] xs = ring.xs;
            int[] ys = ring.ys;
            for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
                boolean straddles = (ys[i] > y) != (ys[j] > y);
                if (straddles && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static Box boxOf(List<Ring> rings) {
        int west = Integer.MAX_VALUE;
        int south = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int north = Integer.MIN_VALUE;
        for (Ring ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                west = Math.min(west, ring.xs[i]);
                east = Math.max(east, ring.xs[i]);
                south = Math.min(south, ring.ys[i]);
                north = Math.max(north, ring.ys[i]);
            }
        }
        double unit = UNITS_PER_DEGREE;
        return new Box(west / unit, south / unit, east / unit, north / unit);
    }
}
