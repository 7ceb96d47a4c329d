package org.fourfold.node.prosecution.tables;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers in the international form ({@code +50255551234}, ITU-T E.164) where the country is written or stated, and
 * as bare digits where it is not. Only lengths are known here, no number plans: the numbers of a call list are compared with
 * one another, not dialled.
 */
final class Phones {

    private static final int DIGITS_MIN = 7;
    private static final int DIGITS_MAX = 15;
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[\\s,;]*(?:ext|extensi[oó]n|x|anexo|int)\\.? ?[0-9]{1,6}$");
    private static final Pattern LABEL = Pattern.compile("(?i)^(?:tel(?:[eé]fono)?|cel(?:ular)?|m[oó]vil|phone)[.: ]*");
    private static final Pattern FORM = Pattern.compile("(\\+|00)?[0-9() .\\-/]+");

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

    /** Whether the lengths of a country's numbers are known. */
    static boolean knows(String country) {
        return PLANS.containsKey(country);
    }

    static Found parse(String text, Optional<String> country) {
        String bare = LABEL.matcher(EXTENSION.matcher(text.strip()).replaceAll(""))
                .replaceAll("")
                .strip();
        Matcher form = FORM.matcher(bare);
        if (!form.matches()) {
            return Found.refused("prosecution.table.phone-form");
        }
        boolean international = form.group(1) != null;
        String digits =
                bare.substring(international ? form.group(1).length() : 0).replaceAll("[^0-9]", "");
        if (!digits.isEmpty() && digits.chars().allMatch(one -> one == '0')) {
            return Found.nothing();
        }
        if (international) {
            return isLength(digits) ? Found.taken("+" + digits) : Found.refused("prosecution.table.phone-length");
        }
        Plan plan = country.map(code -> code.toLowerCase(Locale.ROOT))
                .map(PLANS::get)
                .orElse(null);
        if (plan != null) {
            return national(digits, plan);
        }
        return isLength(digits) ? Found.taken(digits) : Found.refused("prosecution.table.phone-length");
    }

    private static Found national(String digits, Plan plan) {
        if (fits(digits, plan)) {
            return Found.taken("+" + plan.code() + digits);
        }
        String rest =
                digits.startsWith(plan.code()) ? digits.substring(plan.code().length()) : "";
        if (fits(rest, plan)) {
            return Found.taken("+" + digits);
        }
        // Mexico's mobile numbers were written with a 1 behind the country code until 2019.
        if (plan.code().equals("52") && rest.startsWith("1") && fits(rest.substring(1), plan)) {
            return Found.taken("+52" + rest.substring(1));
        }
        return Found.refused("prosecution.table.phone-length");
    }

    private static boolean fits(String digits, Plan plan) {
        return digits.length() >= plan.digitsMin() && digits.length() <= plan.digitsMax();
    }

    private static boolean isLength(String digits) {
        return digits.length() >= DIGITS_MIN && digits.length() <= DIGITS_MAX;
    }
}
