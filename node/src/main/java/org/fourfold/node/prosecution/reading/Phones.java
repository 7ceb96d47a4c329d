package org.fourfold.node.prosecution.reading;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers so that equal means the same line: {@code +50255551234} (ITU-T E.164) where the country is written or
 * stated, bare digits where it is not. The plans hold lengths only, for numbers are compared here, not dialled: Mexico 10
 * digits since 2019 (the 1 behind 52, and 01, 044, 045 before the number, are of the time before), Guatemala, Honduras and El
 * Salvador 8, United States 10, and neighbours.
 */
public final class Phones {

    private static final int DIGITS_MIN = 7;
    private static final int DIGITS_MAX = 15;
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[\\s,;]*(?:ext|extensi[oó]n|x|anexo|int)\\.? ?[0-9]{1,6}$");
    private static final Pattern FORM = Pattern.compile("(?:[A-Za-zéóú]+[.: ]+)?(\\+|00)?([0-9() .\\-/]+)");
    private static final Pattern OLD_MEXICAN_PREFIX = Pattern.compile("^(?:01|044|045)(?=[0-9]{10}$)");

    private record Plan(String code, int digits) {}

    private static final Map<String, Plan> PLANS = Map.ofEntries(
            Map.entry("mx", new Plan("52", 10)),
            Map.entry("gt", new Plan("502", 8)),
            Map.entry("sv", new Plan("503", 8)),
            Map.entry("hn", new Plan("504", 8)),
            Map.entry("ni", new Plan("505", 8)),
            Map.entry("cr", new Plan("506", 8)),
            Map.entry("us", new Plan("1", 10)),
            Map.entry("ca", new Plan("1", 10)),
            Map.entry("do", new Plan("1", 10)));

    private Phones() {}

    /** Whose national numbers are known, in two lower-case letters. */
    public static Set<String> countries() {
        return PLANS.keySet();
    }

    /** Empty when it is no telephone number. */
    public static Optional<String> normalise(String text, Optional<String> country) {
        Matcher form = FORM.matcher(EXTENSION.matcher(text.strip()).replaceAll(""));
        if (!form.matches()) {
            return Optional.empty();
        }
        String digits = form.group(2).replaceAll("[^0-9]", "");
        if (digits.length() < DIGITS_MIN
                || digits.length() > DIGITS_MAX
                || digits.chars().allMatch(c -> c == '0')) {
            return Optional.empty();
        }
        if (form.group(1) != null) {
            return Optional.of("+" + withoutOldMobileMark(digits));
        }
        return Optional.of(
                country.map(PLANS::get).map(plan -> national(digits, plan)).orElse(digits));
    }

    private static String national(String digits, Plan plan) {
        String own =
                plan.code().equals("52") ? OLD_MEXICAN_PREFIX.matcher(digits).replaceFirst("") : digits;
        if (own.length() == plan.digits()) {
            return "+" + plan.code() + own;
        }
        String international = withoutOldMobileMark(own);
        boolean coded = international.startsWith(plan.code())
                && international.length() == plan.code().length() + plan.digits();
        return coded ? "+" + international : digits;
    }

    private static String withoutOldMobileMark(String digits) {
        return digits.length() == 13 && digits.startsWith("521") ? "52" + digits.substring(3) : digits;
    }
}
