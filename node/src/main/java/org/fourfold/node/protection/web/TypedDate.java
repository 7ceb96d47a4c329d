package org.fourfold.node.protection.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.clock.When;

/** A date as it stands in a form: three fields, of which the day, or day and month, may be left empty; and a time of day. */
public record TypedDate(String day, String month, String year, String time) {

    static final TypedDate NOTHING = new TypedDate("", "", "", "");

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})[:.h]([0-9]{2})");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    static TypedDate today(Instant now, ZoneId zone) {
        return of(Dated.day(now.atZone(zone).toLocalDate()), Optional.empty(), zone);
    }

    static TypedDate of(Dated dated, Optional<Instant> moment, ZoneId zone) {
        LocalDate from = dated.from();
        String year = Integer.toString(from.getYear());
        String time = moment.map(at -> CLOCK.format(at.atZone(zone))).orElse("");
        return switch (dated.precision()) {
            case YEAR, ESTIMATED -> new TypedDate("", "", year, time);
            case MONTH -> new TypedDate("", Integer.toString(from.getMonthValue()), year, time);
            case DAY ->
                new TypedDate(
                        Integer.toString(from.getDayOfMonth()), Integer.toString(from.getMonthValue()), year, time);
        };
    }

    /** Throws ProblemException that names the field. */
    When read() {
        if (!YEAR.matcher(year.strip()).matches()) {
            throw new ProblemException(Problem.inField("protection.date-year", "year"));
        }
        return new When(dated(Integer.parseInt(year.strip())), timeOfDay());
    }

    private Dated dated(int inYear) {
        if (month.isBlank()) {
            if (!day.isBlank()) {
                throw new ProblemException(Problem.inField("protection.date-month", "month"));
            }
            return Dated.year(inYear);
        }
        int inMonth = number(month, 12, Problem.inField("protection.date-month", "month"));
        if (day.isBlank()) {
            return Dated.month(YearMonth.of(inYear, inMonth));
        }
        int onDay = number(day, 31, Problem.inField("protection.date-day", "day"));
        try {
            return Dated.day(LocalDate.of(inYear, inMonth, onDay));
        } catch (DateTimeException noSuchDay) {
            throw new ProblemException(Problem.inField("protection.date-none", "day"));
        }
    }

    private Optional<LocalTime> timeOfDay() {
        if (time.isBlank()) {
            return Optional.empty();
        }
        var read = TIME.matcher(time.strip());
        if (!read.matches() || Integer.parseInt(read.group(1)) > 23 || Integer.parseInt(read.group(2)) > 59) {
            throw new ProblemException(Problem.inField("protection.date-time", "time"));
        }
        return Optional.of(LocalTime.of(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2))));
    }

    private static int number(String typed, int most, Problem fault) {
        String plain = typed.strip();
        int number = NUMBER.matcher(plain).matches() ? Integer.parseInt(plain) : 0;
        if (number < 1 || number > most) {
            throw new ProblemException(fault);
        }
        return number;
    }
}
