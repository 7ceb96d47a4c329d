package org.fourfold.linkage.normalise;

import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.normalise.DateReading.Fault;
import org.fourfold.linkage.normalise.DateWords.Part;

/** Reads a date that is not written plainly: months in words, decades, ages, "about". See {@link DateSpan#of}. */
final class DateReader {

    private static final int AGE_MAX = 120;
    private static final int AGE_DIGITS_MAX = 3;
    private static final int PACKED_DIGITS = 8;
    private static final int DECADE_YEARS = 10;
    private static final int CENTURY_YEARS = 100;
    private static final int MONTHS_A_YEAR = 12;

    private final String raw;
    private final DateHabit habit;
    private final DateWords words;
    private final List<Part> parts;

    private DateReader(String raw, DateHabit habit, DateWords words) {
        this.raw = raw;
        this.habit = habit;
        this.words = words;
        this.parts = words.parts();
    }

    static DateReading read(String raw, DateHabit habit) {
        String line = withoutTime(Fold.line(raw));
        return Blank.isLine(line)
                ? new DateReading.Nothing(raw)
                : new DateReader(raw, habit, DateWords.of(line)).read();
    }

    /** "2006-03-04T10:00:00Z" and "04/03/2006 10:00": the day alone. */
    private static String withoutTime(String line) {
        int colon = line.indexOf(':');
        int end = colon;
        while (end > 0 && Fold.isDigit(line.charAt(end - 1))) {
            end--;
        }
        boolean hour = end > 0 && end < colon && (line.charAt(end - 1) == 't' || line.charAt(end - 1) == ' ');
        return hour ? line.substring(0, end - 1) : line;
    }

    private DateReading read() {
        if (isAge()) {
            return age();
        }
        Optional<DateReading> decade = decade();
        if (decade.isPresent()) {
            return decade.get();
        }
        long months = parts.stream().filter(part -> part.month() > 0).count();
        if (months == 1) {
            return aboutIf(withMonthName());
        }
        return parts.isEmpty() || !parts.stream().allMatch(Part::isNumber)
                ? refused(Fault.NOT_A_DATE)
                : aboutIf(numbers());
    }

    // Ages

    /** A number of years with its unit, or without it beside a year: "about 15 in 2021". */
    private boolean isAge() {
        int at = firstNumber();
        if (at < 0 || parts.get(at).digits() > AGE_DIGITS_MAX) {
            return false;
        }
        boolean unit = parts.stream().anyMatch(Part::isUnit);
        boolean decade = at > 0 && parts.get(at - 1).isUnit() && isTens(parts.get(at)) && isPlural(at - 1);
        boolean beside = (words.about() || words.counted())
                && parts.size() == 2
                && parts.get(1).isYear();
        return (unit && !decade) || beside;
    }

    /** "Años 90", not "edad 90". */
    private boolean isPlural(int at) {
        return parts.get(at).word().startsWith("an");
    }

    private static boolean isTens(Part part) {
        return part.number() % DECADE_YEARS == 0 && part.number() >= 2 * DECADE_YEARS;
    }

    private DateReading age() {
        int at = firstNumber();
        int youngest = parts.get(at).number();
        boolean range = at + 1 < parts.size()
                && parts.get(at + 1).isNumber()
                && parts.get(at + 1).digits() <= AGE_DIGITS_MAX
                && parts.get(at + 1).number() > youngest;
        int oldest = range ? parts.get(at + 1).number() : youngest;
        List<Part> rest = parts.stream()
                .skip(at + (range ? 2L : 1L))
                .filter(part -> !part.isUnit())
                .toList();
        Optional<DateSpan> seen = seen(rest);
        if (seen.isEmpty()) {
            return refused(Fault.NOT_A_DATE);
        }
        if (parts.stream().anyMatch(Part::isMonthsOld)) {
            youngest = youngest / MONTHS_A_YEAR;
            oldest = oldest / MONTHS_A_YEAR;
        }
        int more = words.about() ? DateSpan.ABOUT_YEARS : 0;
        return oldest > AGE_MAX
                ? refused(Fault.AGE_OUT_OF_RANGE)
                : CalendarDays.dates(raw, DateSpan.ofAge(Math.max(0, youngest - more), oldest + more, seen.get()));
    }

    /** When somebody was so old: the date that follows, or the day it was written. */
    private Optional<DateSpan> seen(List<Part> rest) {
        if (rest.isEmpty()) {
            return Optional.of(DateSpan.ofDay(habit.writtenOn()));
        }
        DateReading read = new DateReader(raw, habit, new DateWords(rest, false, false)).read();
        return read.spans().stream().findFirst();
    }

    private int firstNumber() {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isNumber()) {
                return i;
            }
        }
        return -1;
    }

    // Decades

    private Optional<DateReading> decade() {
        boolean said = parts.stream().anyMatch(part -> part.isDecade() || part.isUnit() || part.spelledDecade() > 0);
        List<Part> numbers = parts.stream()
                .filter(part -> part.isNumber() || part.spelledDecade() > 0)
                .toList();
        if (!said || numbers.size() != 1 || parts.stream().anyMatch(part -> part.month() > 0)) {
            return Optional.empty();
        }
        int number = numbers.getFirst().number() + numbers.getFirst().spelledDecade();
        if (number % DECADE_YEARS != 0) {
            return Optional.of(refused(Fault.NOT_A_DATE));
        }
        int year = number < CENTURY_YEARS ? lastDecade(number) : number;
        return Optional.of(
                CalendarDays.isYear(year)
                        ? CalendarDays.dates(raw, DateSpan.ofDecade(year))
                        : refused(Fault.YEAR_OUT_OF_RANGE));
    }

    /** The nineties that lie behind the day of writing. */
    private int lastDecade(int tens) {
        int written = habit.writtenOn().getYear();
        return written - Math.floorMod(written - tens, CENTURY_YEARS);
    }

    // Months in words

    private DateReading withMonthName() {
        int at = 0;
        while (parts.get(at).month() == 0) {
            at++;
        }
        int month = parts.get(at).month();
        List<Part> numbers = parts.stream().filter(Part::isNumber).toList();
        if (numbers.size() != parts.size() - 1) {
            return refused(Fault.NOT_A_DATE);
        }
        return switch (numbers.size()) {
            case 1 -> monthOfYear(numbers.getFirst(), month);
            case 2 -> dayOfMonth(numbers, month);
            default -> refused(Fault.NOT_A_DATE);
        };
    }

    private DateReading monthOfYear(Part number, int month) {
        if (number.isYear()) {
            return CalendarDays.one(raw, number.number(), month, 0);
        }
        // "Mar-06" is a month of a year; "4 de marzo" has no year and is no date.
        boolean yearBehind = number.digits() == 2 && !parts.getFirst().isNumber();
        return yearBehind
                ? together(CalendarDays.yearsOfTwoDigits(number.number(), habit), month, 0)
                : refused(Fault.NOT_A_DATE);
    }

    private DateReading dayOfMonth(List<Part> numbers, int month) {
        Part first = numbers.getFirst();
        Part last = numbers.getLast();
        if (first.isYear()) {
            return CalendarDays.one(raw, first.number(), month, last.number());
        }
        if (last.isYear()) {
            return CalendarDays.one(raw, last.number(), month, first.number());
        }
        return last.digits() == 2
                ? together(CalendarDays.yearsOfTwoDigits(last.number(), habit), month, first.number())
                : refused(Fault.YEAR_OUT_OF_RANGE);
    }

    private DateReading together(List<Integer> years, int month, int day) {
        List<DateReading> readings = years.stream()
                .map(year -> CalendarDays.one(raw, year, month, day))
                .toList();
        List<DateSpan> spans =
                readings.stream().flatMap(read -> read.spans().stream()).toList();
        return spans.isEmpty() ? readings.getFirst() : new DateReading.Dates(raw, spans);
    }

    // Numbers alone

    private DateReading numbers() {
        return switch (parts.size()) {
            case 1 -> oneNumber(parts.getFirst());
            case 2 -> twoNumbers(parts.getFirst(), parts.getLast());
            case 3 -> threeNumbers();
            default -> refused(Fault.NOT_A_DATE);
        };
    }

    private DateReading oneNumber(Part part) {
        if (part.isYear()) {
            return CalendarDays.yearFirst(raw, part.number(), 0, 0);
        }
        if (part.digits() != PACKED_DIGITS) {
            return refused(Fault.NOT_A_DATE);
        }
        int number = part.number();
        DateReading yearFirst = CalendarDays.yearFirst(raw, number / 10_000, number / 100 % 100, number % 100);
        if (!(yearFirst instanceof DateReading.Refused)) {
            return yearFirst;
        }
        int year = number % 10_000;
        return CalendarDays.isYear(year)
                ? CalendarDays.yearLast(raw, number / 1_000_000, number / 10_000 % 100, List.of(year), habit)
                : yearFirst;
    }

    private DateReading twoNumbers(Part first, Part second) {
        if (first.isYear() && second.isYear()) {
            int from = Math.min(first.number(), second.number());
            int to = Math.max(first.number(), second.number());
            return CalendarDays.isYear(from) && CalendarDays.isYear(to)
                    ? CalendarDays.dates(raw, DateSpan.ofYears(from, to, DateSpan.Precision.ABOUT))
                    : refused(Fault.YEAR_OUT_OF_RANGE);
        }
        if (first.isYear() && second.digits() <= 2) {
            return CalendarDays.one(raw, first.number(), second.number(), 0);
        }
        return second.isYear() && first.digits() <= 2
                ? CalendarDays.one(raw, second.number(), first.number(), 0)
                : refused(Fault.NOT_A_DATE);
    }

    private DateReading threeNumbers() {
        Part first = parts.get(0);
        Part second = parts.get(1);
        Part third = parts.get(2);
        if (first.isYear() && second.digits() <= 2 && third.digits() <= 2) {
            return CalendarDays.yearFirst(raw, first.number(), second.number(), third.number());
        }
        if (first.digits() > 2 || second.digits() > 2) {
            return refused(Fault.NOT_A_DATE);
        }
        if (third.isYear()) {
            return CalendarDays.yearLast(raw, first.number(), second.number(), List.of(third.number()), habit);
        }
        if (third.digits() != 2) {
            return refused(Fault.YEAR_OUT_OF_RANGE);
        }
        List<Integer> years = CalendarDays.yearsOfTwoDigits(third.number(), habit);
        return CalendarDays.yearLast(raw, first.number(), second.number(), years, habit);
    }

    /** "About 2006" and "about March 2006" are wider than they are written. */
    private DateReading aboutIf(DateReading read) {
        if (!words.about() || read.spans().isEmpty()) {
            return read;
        }
        DateSpan span = read.spans().getFirst();
        boolean between = span.precision() == DateSpan.Precision.ABOUT;
        int more = between ? 0 : DateSpan.ABOUT_YEARS;
        int first = Math.max(DateSpan.YEAR_MIN, span.firstYear() - more);
        int last = Math.min(DateSpan.YEAR_MAX, span.lastYear() + more);
        return CalendarDays.dates(raw, DateSpan.ofYears(first, last, DateSpan.Precision.ABOUT));
    }

    private DateReading refused(Fault fault) {
        return new DateReading.Refused(raw, fault);
    }
}
