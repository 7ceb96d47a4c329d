package org.fourfold.node.protection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * A date as well as it is known, as it is stored and as it is typed: {@code 2008-02-29}, {@code 2008-02}, {@code 2008}, or
 * {@code 2006/2008} for between two years. A form sends four parts: day, month, year, and up to which year.
 */
public final class DatedText {

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;
    private static final int PARTS = 4;

    private DatedText() {}

    public static String write(Dated date) {
        return switch (date.precision()) {
            case DAY -> date.from().toString();
            case MONTH -> YearMonth.from(date.from()).toString();
            case YEAR -> Integer.toString(date.from().getYear());
            case ESTIMATED -> date.from().getYear() + "/" + date.to().getYear();
        };
    }

    /** Reads what {@link #write} wrote; throws DateTimeException or NumberFormatException for anything else. */
    public static Dated read(String stored) {
        if (stored.contains("/")) {
            String[] years = stored.split("/", 2);
            return between(Integer.parseInt(years[0]), Integer.parseInt(years[1]));
        }
        return switch (stored.length()) {
            case 4 -> Dated.year(Integer.parseInt(stored));
            case 7 -> Dated.month(YearMonth.parse(stored));
            default -> Dated.day(LocalDate.parse(stored));
        };
    }

    /** The parts that a form shows for what is stored. */
    public static List<String> parts(String stored) {
        if (stored.contains("/")) {
            String[] years = stored.split("/", 2);
            return List.of("", "", years[0], years[1]);
        }
        String[] parts = stored.split("-", 3);
        return List.of(parts.length == 3 ? plain(parts[2]) : "", parts.length > 1 ? plain(parts[1]) : "", parts[0], "");
    }

    /**
     * What a form sent: four parts, or one as it is stored. Empty when nothing was typed.
     *
     * @param field for the fault
     */
    public static Optional<Dated> typed(List<String> sent, String field) {
        if (sent.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        try {
            Dated date = sent.size() < PARTS ? read(sent.getFirst().strip()) : ofParts(sent, field);
            if (date.from().getYear() < YEAR_MIN || date.to().getYear() > YEAR_MAX) {
                throw impossible(field);
            }
            return Optional.of(date);
        } catch (DateTimeException | IllegalArgumentException none) {
            throw impossible(field);
        }
    }

    private static Dated ofParts(List<String> sent, String field) {
        String day = sent.get(0).strip();
        String month = sent.get(1).strip();
        String year = sent.get(2).strip();
        String until = sent.get(3).strip();
        if (year.isEmpty() || (month.isEmpty() && !day.isEmpty()) || (!until.isEmpty() && !month.isEmpty())) {
            throw new ProblemException(Problem.inField("protection.date-parts", field));
        }
        if (!until.isEmpty()) {
            return between(number(year), number(until));
        }
        if (month.isEmpty()) {
            return Dated.year(number(year));
        }
        YearMonth of = YearMonth.of(number(year), number(month));
        return day.isEmpty() ? Dated.month(of) : Dated.day(of.atDay(number(day)));
    }

    private static Dated between(int first, int last) {
        return Dated.estimated(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String plain(String twoDigits) {
        return Integer.toString(Integer.parseInt(twoDigits));
    }

    private static ProblemException impossible(String field) {
        return new ProblemException(Problem.inField("protection.date-impossible", field));
    }
}
