package org.fourfold.estimate.hotspots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every window one by one, each summed up from its cells and held by the formulas of the papers: slow and plain. */
final class BruteForce {

    /** A window. */
    record Window(Set<Integer> regions, int centre, int from, int to, int cases, double expected, double ratio) {}

    private final double[][] at;
    private final int times;
    private final int[][] cases;
    private final double[][] measure;
    private final double[] weight;

    /** By region place and weight, by region and time cases and what they are held against. */
    BruteForce(double[][] at, int[][] cases, double[][] measure, double[] weight) {
        this.at = at;
        this.times = cases[0].length;
        this.cases = cases;
        this.measure = measure;
        this.weight = weight;
    }

    private double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** All windows of some sets, the likeliest first. */
    List<Window> windows(ScanModel model, List<Zone> zones, ScanTime time, int longest, double share) {
        int total = 0;
        double whole = 0;
        for (int r = 0; r < cases.length; r++) {
            for (int t = 0; t < times; t++) {
                total += cases[r][t];
                whole += measure[r][t];
            }
        }
        double most = sum(weight) * share;
        List<Window> windows = new ArrayList<>();
        for (Zone zone : zones) {
            if (zone.regions().stream().mapToDouble(r -> weight[r]).sum() > most + 1e-9) {
                continue;
            }
            for (int from = 0; from < times; from++) {
                for (int to = from; to < times; to++) {
                    boolean allowed = switch (time) {
                        case NONE -> from == 0 && to == times - 1;
                        case RETROSPECTIVE -> to - from < longest;
                        case PROSPECTIVE -> to == times - 1 && to - from < longest;
                    };
                    if (allowed) {
                        windows.add(window(model, zone, from, to, total, whole));
                    }
                }
            }
        }
        windows.sort(Comparator.comparingDouble((Window w) -> -w.ratio()));
        return windows;
    }

    private Window window(ScanModel model, Zone zone, int from, int to, int total, double whole) {
        int c = 0;
        double m = 0;
        for (int r : zone.regions()) {
            for (int t = from; t <= to; t++) {
                c += cases[r][t];
                m += measure[r][t];
            }
        }
        double ratio = c < 2 ? 0 : zone.factor() * ratio(model, c, m, total, whole);
        return new Window(zone.regions(), zone.centre(), from, to, c, m, ratio);
    }

    private static double ratio(ScanModel model, double c, double m, double total, double whole) {
        return switch (model) {
            case EXPECTATION_POISSON -> c > m ? c * Math.log(c / m) + m - c : 0;
            case BERNOULLI -> bernoulli(c, m, total, whole);
            case POISSON, SPACE_TIME_PERMUTATION ->
                c > m ? log(c / m, c) + log((total - c) / (total - m), total - c) : 0;
        };
    }

    private static double bernoulli(double c, double m, double total, double whole) {
        double inside = c / m;
        double outside = (total - c) / (whole - m);
        double one = total / whole;
        return inside > outside
                ? log(inside, c)
                        + log(1 - inside, m - c)
                        + log(outside, total - c)
                        + log(1 - outside, whole - m - total + c)
                        - log(one, total)
                        - log(1 - one, whole - total)
                : 0;
    }

    private static double log(double of, double times) {
        return times < 1e-12 ? 0 : times * Math.log(of);
    }

    /** Greedily the likeliest that share no region with a likelier one. */
    static List<Window> apart(List<Window> windows, int many) {
        List<Window> told = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (Window window : windows) {
            if (told.size() < many
                    && window.ratio() > 0
                    && window.regions().stream().noneMatch(used::contains)) {
                told.add(window);
                used.addAll(window.regions());
            }
        }
        return told;
    }

    /** A set of regions. */
    record Zone(int centre, Set<Integer> regions, double factor) {}

    private double pressed(int i, int j, double shape, double degrees) {
        double dx = at[j][0] - at[i][0];
        double dy = at[j][1] - at[i][1];
        double angle = Math.toRadians(degrees);
        double along = dx * Math.cos(angle) + dy * Math.sin(angle);
        double across = -dx * Math.sin(angle) + dy * Math.cos(angle);
        return Math.hypot(along / shape, across);
    }

    /** Ellipses of one shape and direction around each region; regions of equal coordinates enter together. */
    List<Zone> ellipses(double shape, double degrees, double factor) {
        List<Zone> zones = new ArrayList<>();
        for (int centre = 0; centre < at.length; centre++) {
            int from = centre;
            List<Integer> order = new ArrayList<>();
            for (int j = 0; j < at.length; j++) {
                order.add(j);
            }
            order.sort(Comparator.comparingDouble((Integer j) -> Math.round(pressed(from, j, shape, degrees) * 1e9))
                    .thenComparingInt(j -> first(j))
                    .thenComparingInt(j -> j));
            Set<Integer> inside = new TreeSet<>();
            for (int k = 0; k < order.size(); k++) {
                inside.add(order.get(k));
                boolean more = k + 1 < order.size() && first(order.get(k + 1)) == first(order.get(k));
                if (!more) {
                    zones.add(new Zone(centre, new TreeSet<>(inside), factor));
                }
            }
        }
        return zones;
    }

    /** The first region at the same place. */
    private int first(int region) {
        int first = 0;
        while (at[first][0] != at[region][0] || at[first][1] != at[region][1]) {
            first++;
        }
        return first;
    }

    /** Connected sets of the nearest regions that hold the centre. */
    List<Zone> connected(int nearest, boolean[][] touch) {
        List<Zone> zones = new ArrayList<>();
        for (int centre = 0; centre < at.length; centre++) {
            int from = centre;
            List<Integer> order = new ArrayList<>();
            for (int j = 0; j < at.length; j++) {
                order.add(j);
            }
            order.sort(Comparator.comparingDouble((Integer j) -> Math.round(pressed(from, j, 1, 0) * 1e9))
                    .thenComparingInt(j -> j));
            for (int mask = 1; mask < 1 << nearest; mask += 2) {
                Set<Integer> inside = new TreeSet<>();
                for (int k = 0; k < nearest; k++) {
                    if ((mask >> k & 1) == 1) {
                        inside.add(order.get(k));
                    }
                }
                if (isConnected(centre, inside, touch)) {
                    zones.add(new Zone(centre, inside, 1));
                }
            }
        }
        return zones;
    }

    private static boolean isConnected(int from, Set<Integer> inside, boolean[][] touch) {
        Set<Integer> reached = new HashSet<>(Set.of(from));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int region : inside) {
                grew |= !reached.contains(region)
                        && reached.stream().anyMatch(r -> touch[r][region])
                        && reached.add(region);
            }
        }
        return reached.equals(inside);
    }
}
