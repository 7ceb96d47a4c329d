package org.fourfold.node.prosecution.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days, months and years as English lists write them, in the prefix form of ISO 8601 that FollowTheMoney uses. */
final class EnglishDates {

    private static final Pattern FORM =
            Pattern.compile("(?:([0-9]{1,2}) )?(?:([A-Za-z]{3,9}) )?((?:1[89]|20)[0-9]{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int DAYS_MAX = 31;

    private EnglishDates() {}

    /** {@code 12 Aug 1962}, {@code Aug 1962}, {@code 1962}; empty for anything else, "circa" and spans included. */
    static Optional<String> iso(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || (form.group(1) != null && form.group(2) == null)) {
            return Optional.empty();
        }
        if (form.group(2) == null) {
            return Optional.of(form.group(3));
        }
        int month = MONTHS.indexOf(form.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        if (month == 0) {
            return Optional.empty();
        }
        String iso = form.group(3) + "-" + twoDigits(month);
        if (form.group(1) == null) {
            return Optional.of(iso);
        }
        int day = Integer.parseInt(form.group(1));
        return day == 0 || day > DAYS_MAX ? Optional.empty() : Optional.of(iso + "-" + twoDigits(day));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
