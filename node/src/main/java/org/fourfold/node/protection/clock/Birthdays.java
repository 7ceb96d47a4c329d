package org.fourfold.node.protection.clock;

import java.time.LocalDate;
import java.time.Year;
import org.fourfold.node.frame.Dated;

/**
 * Birthdays of a date as well as it is known. Whoever is born on 29 February has, in a common year, a birthday on the 28th
 * where something has to be done before it, and on 1 March where being under 18 protects: each time what is safer.
 */
final class Birthdays {

    static final int MAJORITY = 18;

    private Birthdays() {}

    /** The earliest day on which the birthday may be. */
    static LocalDate earliest(Dated birth, int years) {
        return birth.from().plusYears(years);
    }

    /** Whether the person is, or may be, under 18 on that day. */
    static boolean mayBeMinor(Dated birth, LocalDate day) {
        return day.isBefore(latest(birth, MAJORITY));
    }

    /** Whether the person is under 18 on that day for sure. */
    static boolean isMinor(Dated birth, LocalDate day) {
        return day.isBefore(earliest(birth, MAJORITY));
    }

    /** Whether that birthday of the earliest day falls on no day of its year. */
    static boolean isMoved(Dated birth, int years) {
        return isLeapDay(birth.from()) && !Year.isLeap(birth.from().getYear() + (long) years);
    }

    private static LocalDate latest(Dated birth, int years) {
        LocalDate clipped = birth.to().plusYears(years);
        return clipped.getDayOfMonth() < birth.to().getDayOfMonth() ? clipped.plusDays(1) : clipped;
    }

    private static boolean isLeapDay(LocalDate date) {
        return date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
    }
}
