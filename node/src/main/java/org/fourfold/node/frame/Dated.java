package org.fourfold.node.frame;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * A date as well as it is known: the first and last day it may have been, and the precision it was told with. "March
 * 2021" is 2021-03-01 to 2021-03-31, MONTH.
 */
public record Dated(LocalDate from, LocalDate to, Precision precision) {

    /** How well a date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        ESTIMATED
    }

    public Dated {
        Objects.requireNonNull(precision, "precision");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a date cannot end before it begins");
        }
    }

    public static Dated day(LocalDate day) {
        return new Dated(day, day, Precision.DAY);
    }

    public static Dated month(YearMonth month) {
        return new Dated(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
    }

    public static Dated year(int year) {
        return new Dated(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
    }

    public static Dated estimated(LocalDate from, LocalDate to) {
        return new Dated(from, to, Precision.ESTIMATED);
    }
}
