package org.fourfold.node.prosecution.reading;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers so that equal means the same line: {@code +50255551234} (ITU-T E.164) where the country is written or
 * stated, bare digits where it is not. The plans hold lengths only, for numbers are compared here, not dialled: Mexico 10
 * digits since 2019 (the 1 behind 52, and 01, 044, 045 before the number, are of the time before), Guatemala, Honduras and El
 * Salvador 8, United States 10, and neighbours.
 *
 * <p>One plan, two readings: {@link #parse} says what is wrong with a number and is for a table that a person can mend;
 * {@link #normalise} takes a number whose length does not fit its country as bare digits and is for sources that stand as
 * they are.
 */
public final class Phones {

    private static final int DIGITS_MIN = 7;
    private static final int DIGITS_MAX = 15;
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[\\s,;]*(?:ext|extensi[oó]n|x|anexo|int)\\.? ?[0-9]{1,6}$");
    private static final Pattern FORM =
            Pattern.compile("(?:[A-Za-zéóú]+[.: ]+|(?i:tel|cel))?(\\+|00)?([0-9() .\\-/]+)");
    private static final Pattern OLD_MEXICAN_PREFIX = Pattern.compile("^(?:01|044|045)(?=[0-9]{10}$)");

    /** Country code and the digits of a national number. */
    private record Plan(String code, int digitsMin, int digitsMax) {}

    private static final Map<String, Plan> PLANS = Map.ofEntries(
            Map.entry("mx", new Plan("52", 10, 10)),
            Map.entry("gt", new Plan("502", 8, 8)),
            Map.entry("sv", new Plan("503", 8, 8)),
            Map.entry("hn", new Plan("504", 8, 8)),
            Map.entry("ni", new Plan("505", 8, 8)),
            Map.entry("cr", new Plan("506", 8, 8)),
            Map.entry("pa", new Plan("507", 7, 8)),
            Map.entry("bz", new Plan("501", 7, 7)),
            Map.entry("us", new Plan("1", 10, 10)),
            Map.entry("ca", new Plan("1", 10, 10)),
            Map.entry("do", new Plan("1", 10, 10)),
            Map.entry("cu", new Plan("53", 8, 8)),
            Map.entry("co", new Plan("57", 10, 10)),
            Map.entry("ve", new Plan("58", 10, 10)),
            Map.entry("ec", new Plan("593", 8, 9)),
            Map.entry("pe", new Plan("51", 8, 9)),
            Map.entry("es", new Plan("34", 9, 9)));

    private Phones() {}

    /** What a text came to. */
    public sealed interface Reading {

        /** A number in its normal form. */
        record Line(String value) implements Reading {}

        /** Digits that fit no number of the country stated. */
        record OtherPlan(String digits) implements Reading {}

        /** Too few digits, or too many, for any country. */
        record OtherLength() implements Reading {}

        /** Noughts alone, which people write where there is no number. */
        record Noughts() implements Reading {}

        /** No telephone number at all. */
        record NoNumber() implements Reading {}
    }

    /** Whose national numbers are known, in two lower-case letters. */
    public static Set<String> countries() {
        return PLANS.keySet();
    }

    /** Empty when it is no telephone number. */
    public static Optional<String> normalise(String text, Optional<String> country) {
        return switch (parse(text, country)) {
            case Reading.Line(String value) -> Optional.of(value);
            case Reading.OtherPlan(String digits) -> Optional.of(digits);
            case Reading.OtherLength other -> Optional.empty();
            case Reading.Noughts noughts -> Optional.empty();
            case Reading.NoNumber none -> Optional.empty();
        };
    }

    /**
     * The lines that a text may mean: itself, and where it says no country the number in each country whose numbers have so
     * many digits. For a search, which may find more than was meant; never for what is kept.
     */
    public static Set<String> possible(String text) {
        Set<String> lines = new TreeSet<>();
        normalise(text, Optional.empty()).ifPresent(lines::add);
        for (String country : PLANS.keySet()) {
            if (parse(text, Optional.of(country)) instanceof Reading.Line(String value)) {
                lines.add(value);
            }
        }
        return lines;
    }

    /** What a text is, with what is wrong about it; the country in two lower-case letters. */
    public static Reading parse(String text, Optional<String> country) {
        if (isPlain(text)) {
            return parse(text.charAt(0) == '+', text.charAt(0) == '+' ? text.substring(1) : text, country);
        }
        Matcher form = FORM.matcher(EXTENSION.matcher(text.strip()).replaceAll(""));
        return form.matches()
                ? parse(form.group(1) != null, form.group(2).replaceAll("[^0-9]", ""), country)
                : new Reading.NoNumber();
    }

    /** Digits alone, with a plus or nothing before them: what nearly all columns hold, and no pattern is needed for. */
    private static boolean isPlain(String text) {
        int first = text.startsWith("+") ? 1 : 0;
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > first && !text.startsWith("00");
    }

    private static Reading parse(boolean international, String digits, Optional<String> country) {
        if (!digits.isEmpty() && digits.chars().allMatch(c -> c == '0')) {
            return new Reading.Noughts();
        }
        if (digits.length() < DIGITS_MIN || digits.length() > DIGITS_MAX) {
            return new Reading.OtherLength();
        }
        if (international) {
            return new Reading.Line("+" + withoutOldMobileMark(digits));
        }
        return country.map(PLANS::get).map(plan -> national(digits, plan)).orElseGet(() -> new Reading.Line(digits));
    }

    private static Reading national(String digits, Plan plan) {
        String own =
                plan.code().equals("52") ? OLD_MEXICAN_PREFIX.matcher(digits).replaceFirst("") : digits;
        if (fits(own.length(), plan)) {
            return new Reading.Line("+" + plan.code() + own);
        }
        String international = withoutOldMobileMark(own);
        boolean coded = international.startsWith(plan.code())
                && fits(international.length() - plan.code().length(), plan);
        return coded ? new Reading.Line("+" + international) : new Reading.OtherPlan(digits);
    }

    private static boolean fits(int digits, Plan plan) {
        return digits >= plan.digitsMin() && digits <= plan.digitsMax();
    }

    private static String withoutOldMobileMark(String digits) {
        return digits.length() == 13 && digits.startsWith("521") ? "52" + digits.substring(3) : digits;
    }
}
