package org.fourfold.linkage.normalise;

import java.util.List;
import java.util.Optional;

/** The spellings that nearly every file uses, read from their digits alone: 2006-03-04, 2006, 04/03/2006. */
final class PlainDates {

    private static final int YEAR_DIGITS = 4;
    private static final int DAY_LENGTH = 10;

    private PlainDates() {}

    /** Empty when it is written in another way. */
    static Optional<DateReading> read(String raw, DateHabit habit) {
        if (raw.length() == YEAR_DIGITS) {
            int year = digits(raw, 0, YEAR_DIGITS);
            return year < 0 ? Optional.empty() : Optional.of(CalendarDays.yearFirst(raw, year, 0, 0));
        }
        if (raw.length() != DAY_LENGTH) {
            return Optional.empty();
        }
        return isSign(raw, 4, 7) ? yearFirst(raw) : isSign(raw, 2, 5) ? yearLast(raw, habit) : Optional.empty();
    }

    private static Optional<DateReading> yearFirst(String raw) {
        int year = digits(raw, 0, 4);
        int month = digits(raw, 5, 7);
        int day = digits(raw, 8, 10);
        return year < 0 || month < 0 || day < 0
                ? Optional.empty()
                : Optional.of(CalendarDays.yearFirst(raw, year, month, day));
    }

    private static Optional<DateReading> yearLast(String raw, DateHabit habit) {
        int first = digits(raw, 0, 2);
        int second = digits(raw, 3, 5);
        int year = digits(raw, 6, 10);
        return first < 0 || second < 0 || year < 0
                ? Optional.empty()
                : Optional.of(CalendarDays.yearLast(raw, first, second, List.of(year), habit));
    }

    private static boolean isSign(String raw, int first, int second) {
        char sign = raw.charAt(first);
        return sign == raw.charAt(second) && (sign == '-' || sign == '/' || sign == '.');
    }

    /** The number that stands there; -1 when another sign does. */
    private static int digits(String raw, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!Fold.isDigit(raw.charAt(i))) {
                return -1;
            }
            number = number * 10 + raw.charAt(i) - '0';
        }
        return number;
    }
}
