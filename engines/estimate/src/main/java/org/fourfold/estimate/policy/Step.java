package org.fourfold.estimate.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The length of a period of a series. */
public enum Step {
    DAY(ChronoUnit.DAYS, 1, 365.2425),
    WEEK(ChronoUnit.DAYS, 7, 365.2425 / 7),
    MONTH(ChronoUnit.MONTHS, 1, 12),
    QUARTER(ChronoUnit.MONTHS, 3, 4),
    YEAR(ChronoUnit.YEARS, 1, 1);

    private final ChronoUnit unit;
    private final int units;
    private final double inYear;

    Step(ChronoUnit unit, int units, double inYear) {
        this.unit = unit;
        this.units = units;
        this.inYear = inYear;
    }

    /** How many periods a year has. */
    public double inYear() {
        return inYear;
    }

    /** The first day of a period. */
    public LocalDate day(LocalDate first, int period) {
        return first.plus((long) period * units, unit);
    }

    /** The first period that begins on {@code day} or later: none of it lies before that day. */
    int from(LocalDate first, LocalDate day) {
        int period = (int) Math.floorDiv(unit.between(first, day), (long) units);
        while (day(first, period).isBefore(day)) {
            period++;
        }
        while (!day(first, period - 1).isBefore(day)) {
            period--;
        }
        return period;
    }
}
