package org.fourfold.node.prevention.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.prevention.ImportOptions.DateOrder;

/**
 * Dates as tables write them. A date that could be two days is refused unless the order is stated; a weekday beside it
 * settles the order when only one fits ({@code Fri, 01/02/2026} is 2 January). A date of a month or a year keeps that
 * precision.
 */
final class Days {

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(T.*| [0-9]{2}:[0-9]{2}.*)?");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})-([0-9]{2})");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?:(?<weekday>\\p{Alpha}{3}),? )?([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?: - [0-9]{1,2}:[0-9]{2})?");
    private static final int YEAR_MIN = 1900;

    private Days() {}

    /** What a text came to: a date, or the code of the fault. */
    sealed interface Found {
        record Day(Dated dated) implements Found {}

        record Fault(String code) implements Found {}
    }

    static Found parse(String text, Optional<DateOrder> order) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return day(number(iso, 1), number(iso, 2), number(iso, 3));
            }
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                return new Found.Day(Dated.month(YearMonth.of(number(month, 1), number(month, 2))));
            }
            if (YEAR.matcher(text).matches()) {
                return new Found.Day(Dated.year(Integer.parseInt(text)));
            }
            Matcher yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return day(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
            }
            Matcher yearLast = YEAR_LAST.matcher(text);
            return yearLast.matches() ? inFigures(yearLast, order) : new Found.Fault("prevention.date-form");
        } catch (DateTimeException e) {
            return new Found.Fault("prevention.date-impossible");
        }
    }

    private static Found inFigures(Matcher parts, Optional<DateOrder> order) {
        int first = number(parts, 2);
        int second = number(parts, 3);
        int year = number(parts, 4);
        List<LocalDate> possible = new ArrayList<>();
        if (order.isEmpty() || order.get() == DateOrder.DAY_MONTH_YEAR) {
            addIfDay(possible, year, second, first);
        }
        if (order.isEmpty() || order.get() == DateOrder.MONTH_DAY_YEAR) {
            addIfDay(possible, year, first, second);
        }
        if (possible.isEmpty()) {
            return new Found.Fault(order.isPresent() ? "prevention.date-other-order" : "prevention.date-impossible");
        }
        String weekday = parts.group("weekday");
        if (weekday != null) {
            possible.removeIf(day -> !isWeekday(day, weekday));
            if (possible.isEmpty()) {
                return new Found.Fault("prevention.date-weekday");
            }
        }
        return possible.size() == 1 || possible.getFirst().equals(possible.getLast())
                ? day(
                        year,
                        possible.getFirst().getMonthValue(),
                        possible.getFirst().getDayOfMonth())
                : new Found.Fault("prevention.date-ambiguous");
    }

    private static boolean isWeekday(LocalDate day, String weekday) {
        DayOfWeek of = day.getDayOfWeek();
        return of.name().startsWith(weekday.toUpperCase(Locale.ROOT));
    }

    private static void addIfDay(List<LocalDate> possible, int year, int month, int day) {
        try {
            possible.add(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // Not a day in this order: the other order may be one.
            return;
        }
    }

    private static Found day(int year, int month, int day) {
        return year < YEAR_MIN
                ? new Found.Fault("prevention.date-impossible")
                : new Found.Day(Dated.day(LocalDate.of(year, month, day)));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
