package org.fourfold.estimate.hotspots;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The points of time of a study: {@code length} days, weeks, months or years from {@code first} on, numbered from 0.
 *
 * @param first the day on which point 0 begins
 * @param unit how long a point lasts
 */
public record Timeline(LocalDate first, ChronoUnit unit, int length) {

    /** As many points as there may be. */
    public static final int LENGTH_MAX = 40_000;

    public Timeline {
        if (length < 1 || length > LENGTH_MAX) {
            throw new IllegalArgumentException("length: " + length + "; from 1 to " + LENGTH_MAX);
        }
    }

    /** One point that lasts for ever: a study without time. */
    public static Timeline none() {
        return new Timeline(LocalDate.EPOCH, ChronoUnit.FOREVER, 1);
    }

    public static Timeline days(LocalDate first, int length) {
        return new Timeline(first, ChronoUnit.DAYS, length);
    }

    public static Timeline months(LocalDate first, int length) {
        return new Timeline(first, ChronoUnit.MONTHS, length);
    }

    public static Timeline years(int first, int length) {
        return new Timeline(LocalDate.of(first, 1, 1), ChronoUnit.YEARS, length);
    }

    /** Whether there is time at all. */
    public boolean hasTime() {
        return unit != ChronoUnit.FOREVER;
    }

    /** The point of time in which a day lies; below 0 or at least {@link #length} outside the study. */
    public int at(LocalDate day) {
        if (!hasTime()) {
            return 0;
        }
        return day.isBefore(first) ? -1 : (int) Math.min(length, unit.between(first, day));
    }

    /** The first day of a point. */
    public LocalDate from(int point) {
        return hasTime() ? first.plus(point, unit) : first;
    }

    /** The last day of a point. */
    public LocalDate to(int point) {
        return from(point + 1).minusDays(hasTime() ? 1 : 0);
    }
}
