package org.fourfold.linkage.normalise;

import java.util.Map;

/**
 * Phones of eight countries in their plain forms, without libphonenumber: {@code 5555-1234}, {@code +502 5555 1234},
 * {@code 50255551234}. Whatever begins or is separated otherwise is left to libphonenumber; that both give the same is
 * shown by test.
 */
final class PlainPhones {

    /** It is not written plainly. */
    static final long OTHER = -1;

    private static final int DIGITS_MAX = 13;

    /**
     * How a country's subscriber numbers look.
     *
     * @param code its country code
     * @param digits digits of a national number
     * @param first digits that a number may begin with; others have a meaning of their own (0 and 1 lead to services and
     *     other networks)
     */
    private record Plan(int code, int digits, String first) {

        /** Ten to the power of the digits. */
        long power() {
            return digits == LONG_DIGITS ? LONG_POWER : SHORT_POWER;
        }
    }

    private static final int LONG_DIGITS = 10;
    private static final long LONG_POWER = 10_000_000_000L;
    private static final long SHORT_POWER = 100_000_000L;

    private static final Map<String, Plan> PLANS = Map.of(
            "GT", new Plan(502, 8, "234567"),
            "SV", new Plan(503, 8, "2567"),
            "HN", new Plan(504, 8, "23789"),
            "NI", new Plan(505, 8, "25678"),
            "CR", new Plan(506, 8, "24678"),
            "PA", new Plan(507, 8, "6"),
            "MX", new Plan(52, 10, "23456789"),
            "US", new Plan(1, 10, "23456789"));

    private PlainPhones() {}

    /** The number of E.164, or {@link #OTHER}. */
    static long read(String raw, String country) {
        boolean international = false;
        long digits = 0;
        int count = 0;
        int first = 0;
        for (int i = 0; i < raw.length(); i++) {
            char sign = raw.charAt(i);
            if (Fold.isDigit(sign)) {
                digits = digits * 10 + sign - '0';
                first = count == 0 ? sign : first;
                count++;
                if (count > DIGITS_MAX) {
                    return OTHER;
                }
            } else if (sign == '+' && count == 0 && !international) {
                international = true;
            } else if ((sign != ' ' && sign != '-') || count == 0) {
                return OTHER;
            }
        }
        return first == '0' ? OTHER : international ? international(digits) : national(digits, count, country);
    }

    private static long international(long digits) {
        for (Plan plan : PLANS.values()) {
            if (isOf(plan, digits)) {
                return digits;
            }
        }
        return OTHER;
    }

    private static long national(long digits, int count, String country) {
        Plan plan = PLANS.get(country);
        if (plan == null) {
            return OTHER;
        }
        if (count == plan.digits() && begins(plan, digits)) {
            return plan.code() * plan.power() + digits;
        }
        return isOf(plan, digits) ? digits : OTHER;
    }

    /** Whether these are the country's code and a plain number of it. */
    private static boolean isOf(Plan plan, long digits) {
        return digits / plan.power() == plan.code() && begins(plan, digits % plan.power());
    }

    private static boolean begins(Plan plan, long national) {
        return plan.first().indexOf((char) ('0' + national / (plan.power() / 10))) >= 0;
    }
}
