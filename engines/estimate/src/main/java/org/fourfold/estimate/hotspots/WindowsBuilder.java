package org.fourfold.estimate.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourfold.estimate.run.Problems;

/** Finds the windows of a shape within the limits, the roundest first, so that of equal sets the roundest is kept. */
final class WindowsBuilder {

    private final Spots spots;
    private final double[] weight;
    private final double mostWeight;
    private final WindowLimits limits;
    /** By spot whether it can have cases: one that cannot says nothing and is in no window. */
    private final boolean[] counts;

    private final SeenSets seen = new SeenSets();
    private char[] spot = new char[1024];
    private byte[] depth = {};
    private int size;
    private int distinct;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> centres = new ArrayList<>();
    private final List<Windows.Form> forms = new ArrayList<>();

    WindowsBuilder(Spots spots, Field field, WindowLimits limits) {
        this.spots = spots;
        this.weight = field.weight();
        this.counts = new boolean[spots.size];
        for (int s = 0; s < spots.size; s++) {
            counts[s] = weight[s] > 0 || field.model() == ScanModel.SPACE_TIME_PERMUTATION;
        }
        this.limits = limits;
        // What is at the limit but for rounding is within it.
        this.mostWeight = Arrays.stream(weight).sum() * limits.populationShare() * (1 + 1e-12);
    }

    /** Throws {@link org.fourfold.estimate.run.RefusedException} where there are none or too many. */
    Windows of(Shape shape, int[][] borders, Problems problems) {
        try {
            switch (shape) {
                case Shape.Circle() -> chains(spots.points, Windows.Form.CIRCLE, true);
                case Shape.Ellipse ellipse -> ellipses(ellipse);
                case Shape.Flexible(int nearest) -> flexible(nearest, spots.borders(borders));
            }
        } catch (TooManyException e) {
            problems.add(HotspotsFault.TOO_MANY_WINDOWS, "", Windows.STEPS_MAX);
        }
        if (size == 0) {
            problems.add(HotspotsFault.NO_WINDOW, "");
        }
        problems.refuse();
        starts.add(size);
        return new Windows(
                shape instanceof Shape.Flexible,
                Arrays.copyOf(spot, size),
                Arrays.copyOf(depth, shape instanceof Shape.Flexible ? size : 0),
                starts.stream().mapToInt(Integer::intValue).toArray(),
                centres.stream().mapToInt(Integer::intValue).toArray(),
                forms.toArray(Windows.Form[]::new),
                distinct);
    }

    private void ellipses(Shape.Ellipse ellipse) {
        Integer[] byShape = new Integer[ellipse.shapes().size()];
        Arrays.setAll(byShape, i -> i);
        Arrays.sort(
                byShape,
                (a, b) ->
                        Double.compare(ellipse.shapes().get(a), ellipse.shapes().get(b)));
        for (int s : byShape) {
            double shape = ellipse.shapes().get(s);
            double round = 4 * shape / ((shape + 1) * (shape + 1));
            int angles = shape == 1 ? 1 : ellipse.angles().get(s);
            for (int a = 0; a < angles; a++) {
                double degrees = 180.0 * a / angles;
                Windows.Form form = new Windows.Form(shape, degrees, Math.pow(round, ellipse.penalty()));
                chains(spots.points.pressed(shape, degrees), form, false);
            }
        }
    }

    private void chains(Points points, Windows.Form form, boolean once) {
        long[] keys = new long[spots.size];
        double chord = points.metric.toChord(limits.radius());
        for (int centre = 0; centre < spots.size; centre++) {
            if (!counts[centre]) {
                continue;
            }
            points.byDistance(centre, keys);
            int first = size;
            int kept = size;
            double sum = 0;
            long set = 0;
            for (int k = 0; k < spots.size && size - first < limits.neighbours(); k++) {
                int next = Points.index(keys[k]);
                if (!counts[next]) {
                    continue;
                }
                sum += weight[next];
                if (sum > mostWeight || points.chordSquared(centre, next) > chord * chord * (1 + 1e-12)) {
                    break;
                }
                push(next);
                set ^= SeenSets.mark(next);
                if (!once || seen.add(set)) {
                    distinct++;
                    kept = size;
                }
            }
            size = kept;
            ray(centre, first, form);
        }
    }

    private void ray(int centre, int first, Windows.Form form) {
        if (size > first) {
            starts.add(first);
            centres.add(centre);
            forms.add(form);
        }
    }

    private void push(int next) {
        if (size == Windows.STEPS_MAX) {
            throw new TooManyException();
        }
        if (size == spot.length) {
            spot = Arrays.copyOf(spot, size * 2);
        }
        spot[size++] = (char) next;
    }

    private void flexible(int nearest, boolean[] touch) {
        long[] keys = new long[spots.size];
        for (int centre = 0; centre < spots.size; centre++) {
            if (!counts[centre]) {
                continue;
            }
            spots.points.byDistance(centre, keys);
            int many = Math.min(nearest, limits.neighbours());
            int[] near = Arrays.stream(keys)
                    .mapToInt(Points::index)
                    .filter(s -> counts[s])
                    .limit(many)
                    .toArray();
            int first = size;
            if (weight[centre] <= mostWeight) {
                new Growth(near, touch).grow(0, 1, 0, weight[centre], SeenSets.mark(centre));
            }
            ray(centre, first, Windows.Form.CIRCLE);
        }
    }

    /**
     * All connected sets of some spots that hold the first of them, each once: a spot that was passed over at some depth stays
     * out of all that grows there later (Wernicke 2006, Efficient detection of network motifs).
     */
    private final class Growth {

        private final int[] near;
        /** By spot of {@link #near} those of them that touch it, as bits. */
        private final int[] touching;

        Growth(int[] near, boolean[] touch) {
            this.near = near;
            this.touching = new int[near.length];
            for (int a = 0; a < near.length; a++) {
                for (int b = 0; b < near.length; b++) {
                    touching[a] |= touch[near[a] * spots.size + near[b]] ? 1 << b : 0;
                }
            }
        }

        /** Takes in the spot {@code at} of {@link #near}, then every set that grows from there. */
        void grow(int at, int many, int passed, double sum, long set) {
            push(near[at]);
            depth = depth.length == spot.length ? depth : Arrays.copyOf(depth, spot.length);
            depth[size - 1] = (byte) many;
            int mine = size;
            boolean isNew = seen.add(set);
            distinct += isNew ? 1 : 0;
            int out = passed | (1 << at);
            int edge = (edges | touching[at]) & ~out;
            int before = edges;
            edges |= touching[at];
            while (edge != 0) {
                int next = Integer.numberOfTrailingZeros(edge);
                double more = sum + weight[near[next]];
                if (more <= mostWeight) {
                    grow(next, many + 1, out, more, set ^ SeenSets.mark(near[next]));
                }
                out |= 1 << next;
                edge &= ~(1 << next);
            }
            edges = before;
            if (!isNew && size == mine) {
                size--;
            }
        }

        /** All that touch the set being grown. */
        private int edges;
    }

    private static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
