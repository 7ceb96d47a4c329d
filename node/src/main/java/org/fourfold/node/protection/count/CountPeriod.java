package org.fourfold.node.protection.count;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * A time that is counted over: whole months, and the fiscal year they lie in.
 *
 * @param from the first day
 * @param until the day after the last
 * @param yearBegan the first day of the fiscal year that it lies in
 */
public record CountPeriod(Length length, LocalDate from, LocalDate until, LocalDate yearBegan) {

    private static final int YEAR_MONTHS = 12;

    /** How long it is. */
    public enum Length {
        MONTH(1),
        QUARTER(3),
        HALF_YEAR(6),
        YEAR(YEAR_MONTHS);

        private final int months;

        Length(int months) {
            this.months = months;
        }
    }

    /** The month, quarter, half or whole of the fiscal year in which a month lies. */
    public static CountPeriod of(Length length, YearMonth in, Month yearBegins) {
        int since = Math.floorMod(in.getMonthValue() - yearBegins.getValue(), YEAR_MONTHS);
        YearMonth year = in.minusMonths(since);
        YearMonth first = year.plusMonths(since - since % length.months);
        return new CountPeriod(
                length, first.atDay(1), first.plusMonths(length.months).atDay(1), year.atDay(1));
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** The last day of it. */
    public LocalDate last() {
        return until.minusDays(1);
    }
}
