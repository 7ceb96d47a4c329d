package org.fourfold.estimate.hotspots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct points at which regions stand: regions of equal coordinates enter a window together. A spot has the place of its
 * first region in the order of ids.
 */
final class Spots {

    final Points points;
    final int size;
    /** Spot by region. */
    final int[] of;
    /** Regions by spot, ascending. */
    final int[][] members;

    Spots(AreaData data) {
        Map<List<Double>, Integer> numbers = new LinkedHashMap<>();
        List<List<Integer>> groups = new ArrayList<>();
        of = new int[data.regions.size()];
        for (int r = 0; r < of.length; r++) {
            Region region = data.regions.get(r);
            List<Double> point = List.of(region.x() + 0.0, region.y() + 0.0);
            Integer number = numbers.putIfAbsent(point, groups.size());
            if (number == null) {
                number = groups.size();
                groups.add(new ArrayList<>());
            }
            of[r] = number;
            groups.get(number).add(r);
        }
        size = groups.size();
        members = groups.stream()
                .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        double[] x = new double[size];
        double[] y = new double[size];
        for (int s = 0; s < size; s++) {
            x[s] = data.regions.get(members[s][0]).x();
            y[s] = data.regions.get(members[s][0]).y();
        }
        points = new Points(data.metric(), x, y);
    }

    /** Sums of a cell's number over the regions of a spot: {@code spots × times}. */
    int[] sum(int[] cells, int times) {
        int[] sums = new int[size * times];
        for (int c = 0; c < cells.length; c++) {
            sums[of[c / times] * times + c % times] += cells[c];
        }
        return sums;
    }

    /** As {@link #sum(int[], int)}. */
    double[] sum(double[] cells, int times) {
        double[] sums = new double[size * times];
        for (int c = 0; c < cells.length; c++) {
            sums[of[c / times] * times + c % times] += cells[c];
        }
        return sums;
    }

    /** Whether two spots share a border. */
    boolean[] borders(int[][] regionBorders) {
        boolean[] touch = new boolean[size * size];
        for (int r = 0; r < regionBorders.length; r++) {
            for (int other : regionBorders[r]) {
                touch[of[r] * size + of[other]] = of[r] != of[other];
            }
        }
        return touch;
    }
}
