package org.fourfold.estimate.hotspots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.fourfold.estimate.SharedData;

/** The published maps and counts of the reference. */
final class ScanTables {

    private static final Pattern COMMA = Pattern.compile(",");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/M/d");

    private ScanTables() {}

    /** Rows by column name. */
    static List<Map<String, String>> read(String name) {
        try {
            List<String> lines = Files.readAllLines(SharedData.find("data/prevention/oracles/scan/" + name + ".csv"));
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }

    /** New York leukaemia by tract 1 to 281, whole cases. */
    static AreaData newYork() {
        List<Map<String, String>> rows = read("nydf");
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            regions.add(new Region(String.valueOf(i + 1), number(row, "longitude"), number(row, "latitude")));
        }
        AreaDataBuilder builder = new AreaDataBuilder(regions, Metric.EUCLIDEAN, Timeline.none());
        for (int i = 0; i < rows.size(); i++) {
            builder.cases(String.valueOf(i + 1), (long) number(rows.get(i), "cases"));
            builder.population(String.valueOf(i + 1), number(rows.get(i), "population"));
        }
        return builder.build();
    }

    /** New Mexico brain cancer by county and year; {@code place} is {@code seat} or {@code center}. */
    static AreaDataBuilder newMexico(String place, Metric metric, int first, int years) {
        List<Region> regions = read("NM_geo").stream()
                .map(r -> new Region(text(r, "county"), number(r, place + "_long"), number(r, place + "_lat")))
                .toList();
        AreaDataBuilder builder = new AreaDataBuilder(regions, metric, Timeline.years(first, years));
        for (Map<String, String> row : read("NM_popcas")) {
            int year = (int) number(row, "year") - first;
            if (year >= 0 && year < years) {
                builder.cases(text(row, "county"), year, "", (long) number(row, "count"));
                builder.population(text(row, "county"), year, "", number(row, "population"));
            }
        }
        return builder;
    }

    /** Fever by zip code and day of November 2001 in New York City. */
    static AreaData fever(Metric metric) {
        List<Region> regions = read("rsatscan_NYCfevergeo").stream()
                .map(r -> new Region(text(r, "zip"), number(r, "long"), number(r, "lat")))
                .toList();
        AreaDataBuilder builder = new AreaDataBuilder(regions, metric, Timeline.days(LocalDate.of(2001, 11, 1), 24));
        for (Map<String, String> row : read("rsatscan_NYCfevercas")) {
            LocalDate day = LocalDate.parse(text(row, "date"), DAY);
            builder.cases(text(row, "zip"), day, (long) number(row, "cases"));
        }
        return builder.build();
    }
}
