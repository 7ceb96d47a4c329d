package org.fourfold.estimate.hotspots;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Who is near whom: pairs within a distance, and the nearest ones. */
final class NearPairs {

    /** Told of a pair, once. */
    interface Sink {
        /** Whether to go on. */
        boolean pair(int one, int other, double chordSquared);
    }

    private NearPairs() {}

    /**
     * All pairs within a chord, by a sweep over the first coordinate. A pair at the chord but for rounding is within it.
     *
     * @return whether the sink took all of them
     */
    static boolean within(Points points, double chord, Sink sink) {
        int[] order = IntStream.range(0, points.size)
                .boxed()
                .sorted((a, b) -> Double.compare(points.x[a], points.x[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double most = chord * (1 + 1e-12);
        for (int a = 0; a < order.length; a++) {
            int one = order[a];
            for (int b = a + 1; b < order.length && points.x[order[b]] - points.x[one] <= most; b++) {
                double squared = points.chordSquared(one, order[b]);
                if (squared <= most * most && !sink.pair(one, order[b], squared)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The {@code many} nearest others of a point, by distance and then by index. */
    static int[] nearest(Points points, int of, int many) {
        long[] best = new long[many];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int j = 0; j < points.size; j++) {
            if (j == of) {
                continue;
            }
            long key = Points.key(points.chordSquared(of, j), j);
            int at = many;
            while (at > 0 && key < best[at - 1]) {
                if (at < many) {
                    best[at] = best[at - 1];
                }
                at--;
            }
            if (at < many) {
                best[at] = key;
            }
        }
        return Arrays.stream(best)
                .filter(k -> k != Long.MAX_VALUE)
                .mapToInt(Points::index)
                .toArray();
    }
}
