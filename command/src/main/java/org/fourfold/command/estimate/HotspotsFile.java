package org.fourfold.command.estimate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fourfold.estimate.hotspots.AreaData;
import org.fourfold.estimate.hotspots.AreaDataBuilder;
import org.fourfold.estimate.hotspots.Metric;
import org.fourfold.estimate.hotspots.Region;
import org.fourfold.estimate.hotspots.Timeline;

/**
 * Places and what happened there: a table of places with their coordinates, population and reporting effort; the cases in it as
 * totals, or in a second table by place and day.
 */
public final class HotspotsFile {

    private static final String[] IDS = {
        "region", "id", "place", "municipality", "zip", "county", "lugar", "municipio", "region_id"
    };
    private static final String[] LONGITUDES = {"longitude", "long", "lon", "longitud"};
    private static final String[] LATITUDES = {"latitude", "lat", "latitud"};
    private static final String[] CASES = {"cases", "count", "casos", "conteo", "cantidad"};
    private static final String[] POPULATIONS = {"population", "poblacion", "población"};
    private static final String[] DAYS = {"date", "day", "month", "fecha", "dia", "día", "mes"};

    /**
     * The study's time, where cases have days.
     *
     * @param unit how long a point of time lasts
     * @param from its first day; without it that of the first case
     * @param to its last day; without it that of the last case
     */
    public record Study(ChronoUnit unit, Optional<LocalDate> from, Optional<LocalDate> to) {}

    private HotspotsFile() {}

    /** Places with totals. */
    public static AreaData of(Table places) {
        AreaDataBuilder builder = builder(places, Timeline.none());
        int id = id(places);
        int cases = places.need(CASES);
        OptionalInt controls = places.find("controls", "controles");
        for (int row = 0; row < places.rows(); row++) {
            builder.cases(name(places, row, id), whole(places, row, cases));
            if (controls.isPresent()) {
                builder.controls(name(places, row, id), 0, whole(places, row, controls.getAsInt()));
            }
        }
        return builder.build();
    }

    /** Places, and cases by place and day. */
    public static AreaData of(Table places, Table cases, Study study) {
        int day = cases.need(DAYS);
        LocalDate[] days = new LocalDate[cases.rows()];
        for (int row = 0; row < days.length; row++) {
            days[row] = cases.day(row, day);
        }
        LocalDate first = study.from()
                .orElseGet(() -> Arrays.stream(days).min(LocalDate::compareTo).orElse(LocalDate.EPOCH));
        LocalDate last = study.to()
                .orElseGet(() -> Arrays.stream(days).max(LocalDate::compareTo).orElse(LocalDate.EPOCH));
        int length = Math.clamp(study.unit().between(first, last) + 1, 1, Timeline.LENGTH_MAX);
        Timeline timeline = new Timeline(first, study.unit(), length);
        AreaDataBuilder builder = builder(places, timeline);
        int id = id(cases);
        OptionalInt count = cases.find(CASES);
        for (int row = 0; row < days.length; row++) {
            builder.cases(name(cases, row, id), days[row], count.isPresent() ? whole(cases, row, count.getAsInt()) : 1);
        }
        return builder.build();
    }

    private static AreaDataBuilder builder(Table places, Timeline timeline) {
        OptionalInt longitude = places.find(LONGITUDES);
        OptionalInt latitude = places.find(LATITUDES);
        boolean onEarth = longitude.isPresent() && latitude.isPresent();
        int x = onEarth ? longitude.getAsInt() : places.need("x");
        int y = onEarth ? latitude.getAsInt() : places.need("y");
        int id = id(places);
        List<Region> regions = new ArrayList<>();
        for (int row = 0; row < places.rows(); row++) {
            regions.add(new Region(name(places, row, id), places.number(row, x), places.number(row, y)));
        }
        AreaDataBuilder builder =
                new AreaDataBuilder(regions, onEarth ? Metric.GREAT_CIRCLE_KM : Metric.EUCLIDEAN, timeline);
        OptionalInt population = places.find(POPULATIONS);
        OptionalInt effort = places.find("effort", "esfuerzo");
        for (int row = 0; row < places.rows(); row++) {
            if (population.isPresent()) {
                builder.population(regions.get(row).id(), places.number(row, population.getAsInt()));
            }
            if (effort.isPresent()) {
                builder.effort(regions.get(row).id(), 0, places.number(row, effort.getAsInt()));
            }
        }
        return builder.source(places.name());
    }

    private static int id(Table table) {
        return table.find(IDS).orElse(-1);
    }

    /** A place's name; without a column for it, its row. */
    private static String name(Table table, int row, int id) {
        return id < 0 ? Integer.toString(row + 1) : table.text(row, id);
    }

    private static long whole(Table table, int row, int column) {
        double number = table.number(row, column);
        if (number != Math.rint(number) || Math.abs(number) > AreaData.CASES_MAX * 10.0) {
            throw table.cell("command.estimate-no-whole", row, column);
        }
        return (long) number;
    }
}
