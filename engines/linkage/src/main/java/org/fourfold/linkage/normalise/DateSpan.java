package org.fourfold.linkage.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is known of a date: it lies between two days, both included.
 *
 * @param earliest first possible day, as days since 1970-01-01
 * @param latest last possible day, not before the first
 * @param precision how it was told
 */
public record DateSpan(int earliest, int latest, Precision precision) {

    /** How exactly a date was told. */
    public enum Precision {
        /** A day of the calendar. */
        DAY,
        /** A month of a year. */
        MONTH,
        /** A year. */
        YEAR,
        /** Ten years, from one ending in 0. */
        DECADE,
        /** By an age, by "about", or between two years. */
        ABOUT
    }

    /** Years that can be meant; what is outside was mistyped. */
    public static final int YEAR_MIN = 1000;

    public static final int YEAR_MAX = 2200;

    /** By how many years "about" may be wrong, either way. */
    public static final int ABOUT_YEARS = 2;

    private static final int DECADE_YEARS = 10;

    public DateSpan {
        if (earliest > latest) {
            throw new IllegalArgumentException("a span must not end (" + latest + ") before it begins (" + earliest
                    + "): give the earlier day first");
        }
    }

    /** Reads what somebody wrote. Never fails: what is no date is {@link DateReading.Refused} with its reason. */
    public static DateReading of(String raw, DateHabit habit) {
        return PlainDates.read(raw, habit).orElseGet(() -> DateReader.read(raw, habit));
    }

    /** One day. */
    public static DateSpan ofDay(LocalDate day) {
        int epochDay = epochDay(day);
        return new DateSpan(epochDay, epochDay, Precision.DAY);
    }

    /**
     * A month of a year.
     *
     * @throws DateTimeException if there is no such month
     */
    public static DateSpan ofMonth(int year, int month) {
        YearMonth all = YearMonth.of(year, month);
        return new DateSpan(epochDay(all.atDay(1)), epochDay(all.atEndOfMonth()), Precision.MONTH);
    }

    /** A year. */
    public static DateSpan ofYear(int year) {
        return ofYears(year, year, Precision.YEAR);
    }

    /** The ten years from this one on. */
    public static DateSpan ofDecade(int firstYear) {
        return ofYears(firstYear, firstYear + DECADE_YEARS - 1, Precision.DECADE);
    }

    /** From 1 January of the first to 31 December of the last year. */
    public static DateSpan ofYears(int firstYear, int lastYear, Precision precision) {
        return new DateSpan(
                epochDay(LocalDate.of(firstYear, 1, 1)), epochDay(LocalDate.of(lastYear, 12, 31)), precision);
    }

    /**
     * The birth of somebody who was so many years old, in full years, on some day of the span.
     *
     * @param youngest least age, 0 or more
     * @param oldest greatest age
     */
    public static DateSpan ofAge(int youngest, int oldest, DateSpan seen) {
        LocalDate first =
                LocalDate.ofEpochDay(seen.earliest()).minusYears(oldest + 1L).plusDays(1);
        LocalDate last = LocalDate.ofEpochDay(seen.latest()).minusYears(youngest);
        return new DateSpan(epochDay(first), epochDay(last), Precision.ABOUT);
    }

    /** Whether one day may be meant by both. */
    public boolean overlaps(DateSpan other) {
        return earliest <= other.latest && other.earliest <= latest;
    }

    /** How many days may be meant, 1 or more. */
    public int days() {
        return latest - earliest + 1;
    }

    /** Year of the first possible day. */
    public int firstYear() {
        return LocalDate.ofEpochDay(earliest).getYear();
    }

    /** Year of the last possible day. */
    public int lastYear() {
        return LocalDate.ofEpochDay(latest).getYear();
    }

    static int epochDay(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
