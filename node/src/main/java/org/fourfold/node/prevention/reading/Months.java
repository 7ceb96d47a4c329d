package org.fourfold.node.prevention.reading;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fourfold.node.frame.Dated;

/** Months as series of counts write them. */
final class Months {

    private static final List<String> ENGLISH =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern MONTH_NUMBER = Pattern.compile("0?[1-9]|1[0-2]");
    private static final Pattern YEAR_MONTH = Pattern.compile("(19|20)[0-9]{2}-(0[1-9]|1[0-2])(-[0-9]{2})?");
    private static final int FISCAL_YEAR_BEGINS_MONTH = 10;
    private static final int YEAR_MONTH_LENGTH = 7;

    private Months() {}

    /** {@code 2015-01}, or {@code 2015-01-15} where the day stands for the month. */
    static Optional<Dated> of(String text) {
        return YEAR_MONTH.matcher(text).matches()
                ? Optional.of(Dated.month(YearMonth.parse(text.substring(0, YEAR_MONTH_LENGTH))))
                : Optional.empty();
    }

    /** A calendar year and a month's number. */
    static Optional<Dated> of(String year, String month) {
        if (!YEAR.matcher(year).matches() || !MONTH_NUMBER.matcher(month).matches()) {
            return Optional.empty();
        }
        return Optional.of(Dated.month(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month))));
    }

    /** A fiscal year of the United States (October to September, named after its end) and a month in three letters. */
    static Optional<Dated> ofFiscal(String fiscalYear, String month) {
        int number = ENGLISH.indexOf(month.toUpperCase(Locale.ROOT)) + 1;
        if (number == 0 || !YEAR.matcher(fiscalYear).matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(fiscalYear) - (number >= FISCAL_YEAR_BEGINS_MONTH ? 1 : 0);
        return Optional.of(Dated.month(YearMonth.of(year, number)));
    }
}
