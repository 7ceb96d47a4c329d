package org.fourfold.bench.estimate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.fourfold.estimate.hotspots.AreaData;
import org.fourfold.estimate.hotspots.AreaDataBuilder;
import org.fourfold.estimate.hotspots.AreaValues;
import org.fourfold.estimate.hotspots.GiOptions;
import org.fourfold.estimate.hotspots.Hotspots;
import org.fourfold.estimate.hotspots.Metric;
import org.fourfold.estimate.hotspots.Region;
import org.fourfold.estimate.hotspots.ScanModel;
import org.fourfold.estimate.hotspots.ScanOptions;
import org.fourfold.estimate.hotspots.ScanTime;
import org.fourfold.estimate.hotspots.Shape;
import org.fourfold.estimate.hotspots.Timeline;
import org.fourfold.estimate.hotspots.WindowLimits;
import org.fourfold.estimate.run.Run;

/**
 * Scans and Gi* on the published maps, by the clock and in processor time of the
 * whole process, each in a row of runs: the first one, and the least and the middle of the rest.
 * Arguments: the folder of the tables ({@code nydf.csv}, {@code NM_geo.csv}, {@code NM_popcas.csv}), and how many threads.
 */
public final class ScanSpeed {

    private static final Pattern COMMA = Pattern.compile(",");

    private ScanSpeed() {}

    /** Prints a line a case. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        AreaData newYork = newYork(folder);
        AreaData newMexico = newMexico(folder);
        AreaValues grid = grid();
        Run one = Run.of(1);
        Run many = one.with(threads);
        ScanOptions circles = ScanOptions.spatial(ScanModel.POISSON);
        time(
                "circles, 281 tracts, 999 replicates, to 0.1",
                "aim 0.05; smerc 0.81",
                30,
                () -> Hotspots.scan(newYork, circles.with(WindowLimits.usual().withPopulationShare(0.1)), one));
        time(
                "circles, 281 tracts, 999 replicates, to 0.5",
                "smerc 1.77",
                20,
                () -> Hotspots.scan(newYork, circles, one));
        ScanOptions ellipses =
                circles.with(Shape.Ellipse.usual(0.5)).withReplicates(99).withClustersMost(1);
        time(
                "ellipses, 281 tracts, 99 replicates",
                "aim 0.1; smerc 9.64",
                20,
                () -> Hotspots.scan(newYork, ellipses, one));
        ScanOptions cylinders =
                ScanOptions.spaceTime(ScanModel.POISSON, ScanTime.RETROSPECTIVE).withReplicates(9999);
        time(
                "space and time, 32 counties, 19 years, 9999 replicates",
                "aim 2 on 8 cores",
                5,
                () -> Hotspots.scan(newMexico, cylinders, one));
        time("the same, threads " + threads, "aim 2 on 8 cores", 5, () -> Hotspots.scan(newMexico, cylinders, many));
        time(
                "Gi*, 10000 cells of 8 neighbours, 999 permutations",
                "aim 1; spdep 0.98 on 281 tracts",
                5,
                () -> Hotspots.gi(grid, GiOptions.within(1.5).withPermutations(999), one));
    }

    private static void time(String what, String beside, int runs, java.util.function.Supplier<Object> work) {
        double[] seconds = new double[runs];
        double[] cpu = new double[runs];
        for (int r = 0; r < runs; r++) {
            long start = System.nanoTime();
            long cpuStart = cpu();
            Object result = work.get();
            seconds[r] = (System.nanoTime() - start) / 1e9;
            cpu[r] = (cpu() - cpuStart) / 1e9;
            if (result.hashCode() == 42) {
                System.out.println();
            }
        }
        System.out.printf(Locale.ROOT, "%s (%s)%n  clock %s%n  cpu   %s%n", what, beside, told(seconds), told(cpu));
    }

    private static String told(double[] seconds) {
        double[] rest = Arrays.copyOfRange(seconds, 1, seconds.length);
        Arrays.sort(rest);
        return String.format(
                Locale.ROOT, "first %.3f s, least %.3f s, middle %.3f s", seconds[0], rest[0], rest[rest.length / 2]);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head =
                COMMA.splitAsStream(lines.getFirst().replace("\"", "")).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = COMMA.splitAsStream(line.replace("\"", "")).toList();
            Map<String, String> row = new HashMap<>();
            for (int c = 0; c < head.size(); c++) {
                row.put(head.get(c), cells.get(c));
            }
            rows.add(row);
        }
        return rows;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, "0"));
    }

    private static AreaData newYork(Path folder) throws IOException {
        List<Map<String, String>> rows = rows(folder.resolve("nydf.csv"));
        List<Region> regions = new ArrayList<>();
        for (Map<String, String> row : rows) {
            regions.add(
                    new Region(String.valueOf(regions.size() + 1), number(row, "longitude"), number(row, "latitude")));
        }
        AreaDataBuilder builder = new AreaDataBuilder(regions, Metric.EUCLIDEAN, Timeline.none());
        for (int i = 0; i < rows.size(); i++) {
            builder.cases(String.valueOf(i + 1), (long) number(rows.get(i), "cases"));
            builder.population(String.valueOf(i + 1), number(rows.get(i), "population"));
        }
        return builder.build();
    }

    private static AreaData newMexico(Path folder) throws IOException {
        List<Region> regions = rows(folder.resolve("NM_geo.csv")).stream()
                .map(r -> new Region(r.getOrDefault("county", ""), number(r, "seat_long"), number(r, "seat_lat")))
                .toList();
        AreaDataBuilder builder = new AreaDataBuilder(regions, Metric.GREAT_CIRCLE_KM, Timeline.years(1973, 19));
        for (Map<String, String> row : rows(folder.resolve("NM_popcas.csv"))) {
            String county = row.getOrDefault("county", "");
            int year = (int) number(row, "year") - 1973;
            builder.cases(county, year, "", (long) number(row, "count"));
            builder.population(county, year, "", number(row, "population"));
        }
        return builder.build();
    }

    private static AreaValues grid() {
        Random random = new Random(1);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int row = i / 100;
            regions.add(new Region(String.valueOf(i), i % 100, row));
        }
        return new AreaValues(regions, Metric.EUCLIDEAN, random.doubles(10_000).toArray());
    }
}
