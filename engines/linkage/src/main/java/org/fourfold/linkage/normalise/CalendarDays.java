package org.fourfold.linkage.normalise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Day, month and year as numbers, checked against the calendar. A day or month of 0 is not known. */
final class CalendarDays {

    private static final int MONTHS = 12;
    private static final int CENTURY = 100;

    /** Nobody whose birth year is written with two digits is older. */
    private static final int TWO_DIGITS_YEARS = 110;

    private CalendarDays() {}

    /** Year, month, day in this order. Some systems write the day second: that is read when nothing else is possible. */
    static DateReading yearFirst(String raw, int year, int month, int day) {
        if (year == 0 && month == 0 && day == 0) {
            return new DateReading.Nothing(raw);
        }
        boolean daySecond = month > MONTHS && day >= 1 && day <= MONTHS;
        return daySecond ? one(raw, year, day, month) : one(raw, year, month, day);
    }

    /** Two numbers of which one is the day, and the year: both readings where both are possible. */
    static DateReading yearLast(String raw, int first, int second, List<Integer> years, DateHabit habit) {
        if (first == 0 && second == 0 && years.equals(List.of(0))) {
            return new DateReading.Nothing(raw);
        }
        Set<DateSpan> spans = new LinkedHashSet<>();
        DateReading refused = new DateReading.Refused(raw, DateReading.Fault.YEAR_OUT_OF_RANGE);
        for (boolean dayFirst : habit.dayFirst() ? new boolean[] {true, false} : new boolean[] {false, true}) {
            for (int year : years) {
                DateReading read = dayFirst ? one(raw, year, second, first) : one(raw, year, first, second);
                spans.addAll(read.spans());
                refused = read instanceof DateReading.Refused && dayFirst == habit.dayFirst() ? read : refused;
            }
        }
        return spans.isEmpty() ? refused : new DateReading.Dates(raw, new ArrayList<>(spans));
    }

    static DateReading one(String raw, int year, int month, int day) {
        if (!isYear(year)) {
            return new DateReading.Refused(raw, DateReading.Fault.YEAR_OUT_OF_RANGE);
        }
        if (month > MONTHS) {
            return new DateReading.Refused(raw, DateReading.Fault.NO_SUCH_MONTH);
        }
        if (month == 0) {
            return day == 0
                    ? dates(raw, DateSpan.ofYear(year))
                    : new DateReading.Refused(raw, DateReading.Fault.NO_SUCH_MONTH);
        }
        if (day == 0) {
            return dates(raw, DateSpan.ofMonth(year, month));
        }
        return day <= YearMonth.of(year, month).lengthOfMonth()
                ? dates(raw, DateSpan.ofDay(LocalDate.of(year, month, day)))
                : new DateReading.Refused(raw, DateReading.Fault.NO_SUCH_DAY);
    }

    static boolean isYear(int year) {
        return year >= DateSpan.YEAR_MIN && year <= DateSpan.YEAR_MAX;
    }

    /** The years before the day of writing that two digits may stand for, the latest first. */
    static List<Integer> yearsOfTwoDigits(int digits, DateHabit habit) {
        int written = habit.writtenOn().getYear();
        int latest = written - Math.floorMod(written - digits, CENTURY);
        List<Integer> years = new ArrayList<>(2);
        for (int year = latest; year > written - TWO_DIGITS_YEARS; year -= CENTURY) {
            years.add(year);
        }
        return years;
    }

    /** The days of birth that a year of two digits may mean, the latest first; none when there is no such day. */
    static List<DateSpan> births(int twoDigits, int month, int day, LocalDate writtenOn) {
        if (month == 0 || day == 0) {
            return List.of();
        }
        return yearsOfTwoDigits(twoDigits, new DateHabit(true, writtenOn)).stream()
                .flatMap(year -> one("", year, month, day).spans().stream())
                .filter(span -> span.earliest() <= DateSpan.epochDay(writtenOn))
                .toList();
    }

    static DateReading dates(String raw, DateSpan span) {
        return new DateReading.Dates(raw, List.of(span));
    }
}
