package org.fourfold.node.protection.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which days count where a law counts working days: none of Saturday, Sunday and the rest days given. Authorities have more
 * free days than these (their own calendars, elections); fewer rest days make an earlier end, which is the safe side.
 */
public record WorkingDays(List<RestDay> restDays) {

    public static final WorkingDays WEEKENDS_ONLY = new WorkingDays(List.of());

    /**
     * A rest day that comes back.
     *
     * @param day of the month; 0 where it is a Monday
     * @param monday which Monday of the month; 0 where it is a day
     * @param everyYears 1, or 6 for a change of the federal executive, counted from {@code from}'s year
     */
    public record RestDay(int month, int day, int monday, int everyYears, LocalDate from, Optional<LocalDate> to) {

        boolean is(LocalDate date) {
            return date.getMonthValue() == month
                    && !date.isBefore(from)
                    && to.map(last -> !date.isAfter(last)).orElse(true)
                    && (date.getYear() - from.getYear()) % everyYears == 0
                    && (monday == 0 ? date.getDayOfMonth() == day : isMonday(date));
        }

        private boolean isMonday(LocalDate date) {
            return date.getDayOfWeek() == DayOfWeek.MONDAY && (date.getDayOfMonth() - 1) / 7 + 1 == monday;
        }
    }

    public WorkingDays {
        restDays = List.copyOf(restDays);
    }

    public boolean counts(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && restDays.stream().noneMatch(rest -> rest.is(date));
    }

    /** The working day that is so many after the date; the first one after it is number 1. */
    public LocalDate after(LocalDate date, int days) {
        LocalDate last = date;
        for (int counted = 0; counted < days; ) {
            last = last.plusDays(1);
            if (counts(last)) {
                counted++;
            }
        }
        return last;
    }
}
