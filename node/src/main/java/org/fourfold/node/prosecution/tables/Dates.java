package org.fourfold.node.prosecution.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as tables write them, in figures and with months in Spanish or English, with or without a time. A date that could be
 * two days is refused unless the order is stated. A date of a month or a year keeps that precision, as FollowTheMoney's
 * prefix dates do: {@code 2021}, {@code 2021-05}, {@code 2021-05-04}, {@code 2021-05-04T14:05:00}.
 */
final class Dates {

    private static final String TIME = "(?:[ T,]+(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\\.[0-9]+)?"
            + "(?: ?[aApP]\\.? ?[mM]\\.?)?)(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})" + TIME);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<a>[0-9]{1,2})[-/.](?<b>[0-9]{1,2})[-/.](?<y>[0-9]{2}|[0-9]{4})" + TIME);
    private static final Pattern NAMED = Pattern.compile(
            "(?:[a-z]{3,9},? )?(?<d>[0-9]{1,2})(?: de | del |[-/. ])(?<m>[a-z]{3,10})\\.?(?: de | del |[-/. ,]+)(?<y>[0-9]{4})"
                    + TIME);
    private static final Pattern NAMED_FIRST =
            Pattern.compile("(?<m>[a-z]{3,10})\\.? (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y>[0-9]{4})" + TIME);
    private static final Pattern MONTH = Pattern.compile("(?<y>[0-9]{4})-(?<m>[0-9]{1,2})");
    private static final Pattern NAMED_MONTH =
            Pattern.compile("(?<m>[a-z]{3,10})\\.?(?: de | del |[-/ ])(?<y>[0-9]{4})");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(?::(?<s>[0-9]{2}))?(?:\\.[0-9]+)?(?: ?(?<half>[ap])\\.? ?m\\.?)?");
    private static final int YEAR_MIN = 1850;
    private static final int YEAR_MAX = 2150;
    private static final int SHORT_YEAR = 2;
    private static final int NOON = 12;

    private static final Map<String, Integer> MONTHS = months(
            "ene enero jan january",
            "feb febrero february",
            "mar marzo march",
            "abr abril apr april",
            "may mayo",
            "jun junio june",
            "jul julio july",
            "ago agosto aug august",
            "sep sept set septiembre setiembre september",
            "oct octubre october",
            "nov noviembre november",
            "dic diciembre dec december");

    private Dates() {}

    private static Map<String, Integer> months(String... names) {
        Map<String, Integer> months = new java.util.HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ", -1)) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    static Found parse(String text, Optional<DateOrder> order) {
        String plain = Words.collapsed(text).toLowerCase(java.util.Locale.ROOT);
        try {
            Matcher found = YEAR_FIRST.matcher(plain.replace('t', ' ').replace("z", "Z"));
            if (found.matches()) {
                return day(found, number(found, "m"), number(found, "d"));
            }
            found = YEAR_LAST.matcher(plain);
            if (found.matches()) {
                return inFigures(found, order);
            }
            found = NAMED.matcher(plain);
            if (!found.matches()) {
                found = NAMED_FIRST.matcher(plain);
            }
            if (found.matches()) {
                Integer month = MONTHS.get(found.group("m"));
                return month == null ? refused("prosecution.table.date-form") : day(found, month, number(found, "d"));
            }
            return coarse(plain);
        } catch (DateTimeException e) {
            return refused("prosecution.table.date-impossible");
        }
    }

    private static Found coarse(String plain) {
        Matcher found = MONTH.matcher(plain);
        if (found.matches()) {
            return month(number(found, "y"), number(found, "m"));
        }
        found = NAMED_MONTH.matcher(plain);
        if (found.matches() && MONTHS.containsKey(found.group("m"))) {
            return month(number(found, "y"), MONTHS.get(found.group("m")));
        }
        if (YEAR.matcher(plain).matches()) {
            return isLikely(Integer.parseInt(plain))
                    ? Found.taken(plain)
                    : refused("prosecution.table.date-impossible");
        }
        return refused("prosecution.table.date-form");
    }

    private static Found month(int year, int month) {
        return isLikely(year)
                ? Found.taken(YearMonth.of(year, month).toString())
                : refused("prosecution.table.date-impossible");
    }

    private static Found inFigures(Matcher found, Optional<DateOrder> order) {
        if (found.group("y").length() == SHORT_YEAR) {
            return refused("prosecution.table.date-short-year");
        }
        int first = number(found, "a");
        int second = number(found, "b");
        int year = number(found, "y");
        List<LocalDate> possible = new ArrayList<>();
        if (order.orElse(DateOrder.DMY) != DateOrder.MDY) {
            addIfDay(possible, year, second, first);
        }
        if (order.orElse(DateOrder.MDY) == DateOrder.MDY) {
            addIfDay(possible, year, first, second);
        }
        if (possible.isEmpty()) {
            return refused(
                    order.isPresent() ? "prosecution.table.date-other-order" : "prosecution.table.date-impossible");
        }
        if (!possible.getFirst().equals(possible.getLast())) {
            return refused("prosecution.table.date-ambiguous");
        }
        return day(
                found, possible.getFirst().getMonthValue(), possible.getFirst().getDayOfMonth());
    }

    private static void addIfDay(List<LocalDate> possible, int year, int month, int day) {
        try {
            possible.add(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // Not a day in this order: the other order may be one.
            return;
        }
    }

    private static Found day(Matcher found, int month, int day) {
        LocalDate date = LocalDate.of(number(found, "y"), month, day);
        if (!isLikely(date.getYear())) {
            return refused("prosecution.table.date-impossible");
        }
        String time = found.group("time");
        if (time == null) {
            return Found.taken(date.toString());
        }
        String zone = found.group("zone");
        return Found.taken(date + "T" + clock(time) + (zone == null ? "" : zone));
    }

    /** Hours, minutes and seconds of a clock of 24 or twice 12 hours. */
    private static String clock(String text) {
        Matcher found = CLOCK.matcher(text);
        if (!found.matches()) {
            throw new DateTimeException("no time");
        }
        int hour = number(found, "h");
        String half = found.group("half");
        if (half != null) {
            if (hour < 1 || hour > NOON) {
                throw new DateTimeException("no hour of a half day");
            }
            hour = hour % NOON + (half.equals("p") ? NOON : 0);
        }
        int second = found.group("s") == null ? 0 : number(found, "s");
        LocalTime time = LocalTime.of(hour, number(found, "m"), second);
        return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }

    private static boolean isLikely(int year) {
        return year >= YEAR_MIN && year <= YEAR_MAX;
    }

    private static Found refused(String code) {
        return Found.refused(code);
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
