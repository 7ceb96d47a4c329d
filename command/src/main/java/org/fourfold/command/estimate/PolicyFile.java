package org.fourfold.command.estimate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.fourfold.estimate.policy.Series;
import org.fourfold.estimate.policy.Step;

/** A series: a row a period, in order, with its day or month, its count and, if known, how many could have been counted. */
public final class PolicyFile {

    private static final String[] COUNTS = {
        "count", "n", "cases", "victims", "conteo", "cantidad", "casos", "victimas", "víctimas"
    };
    private static final String[] DAYS = {
        "date", "month", "period", "week", "day", "fecha", "mes", "periodo", "semana", "dia", "día"
    };
    private static final String[] EXPOSURES = {
        "exposure", "population", "returned", "poblacion", "población", "retornados"
    };

    /** The longest that a month has. */
    private static final int MONTH_MAX = 31;

    private PolicyFile() {}

    /**
     * Takes a series.
     *
     * @param count the column that counts; else one that is called so
     * @param exposure the column of those who could have been counted; else one that is called so, if there is one
     */
    public static Series of(Table table, Optional<String> count, Optional<String> exposure) {
        int counts = count.map(name -> table.need(name)).orElseGet(() -> table.need(COUNTS));
        OptionalInt exposed =
                exposure.map(name -> OptionalInt.of(table.need(name))).orElseGet(() -> table.find(EXPOSURES));
        LocalDate[] days = days(table);
        double[] number = new double[days.length];
        double[] could = new double[exposed.isPresent() ? days.length : 0];
        for (int row = 0; row < days.length; row++) {
            number[row] = table.number(row, counts);
            if (exposed.isPresent()) {
                could[row] = table.number(row, exposed.getAsInt());
            }
        }
        Step step = days.length < 2 ? Step.MONTH : step(days[0], days[1]);
        for (int row = 1; row < days.length; row++) {
            if (!step.day(days[0], row).equals(days[row])) {
                throw table.cell("command.estimate-gap", row, dayColumn(table));
            }
        }
        return Series.of(table.name(), step, days.length == 0 ? LocalDate.EPOCH : days[0], number, could);
    }

    private static LocalDate[] days(Table table) {
        LocalDate[] days = new LocalDate[table.rows()];
        OptionalInt year = table.find("year", "año", "anio");
        OptionalInt month = table.find("month", "mes");
        for (int row = 0; row < days.length; row++) {
            if (year.isPresent() && month.isPresent()) {
                days[row] = ofMonth(table, row, year.getAsInt(), month.getAsInt());
            } else {
                days[row] = table.day(row, dayColumn(table));
            }
        }
        return days;
    }

    private static int dayColumn(Table table) {
        return table.find("year", "año", "anio").isPresent()
                        && table.find("month", "mes").isPresent()
                ? table.need("month", "mes")
                : table.need(DAYS);
    }

    private static LocalDate ofMonth(Table table, int row, int year, int month) {
        double y = table.number(row, year);
        double m = table.number(row, month);
        if (y != Math.rint(y) || y < 1 || y > 9999) {
            throw table.cell("command.estimate-no-day", row, year);
        }
        if (m != Math.rint(m) || m < 1 || m > 12) {
            throw table.cell("command.estimate-no-day", row, month);
        }
        return LocalDate.of((int) y, (int) m, 1);
    }

    private static Step step(LocalDate first, LocalDate second) {
        long days = ChronoUnit.DAYS.between(first, second);
        if (days <= 1) {
            return Step.DAY;
        }
        if (days <= 7) {
            return Step.WEEK;
        }
        if (days <= MONTH_MAX) {
            return Step.MONTH;
        }
        return days <= 3 * MONTH_MAX ? Step.QUARTER : Step.YEAR;
    }
}
