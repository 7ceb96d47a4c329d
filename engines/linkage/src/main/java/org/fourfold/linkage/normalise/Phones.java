package org.fourfold.linkage.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads phones. What libphonenumber can make of a text, with the country of the source as default, is taken when
 *
 * <ul>
 *   <li>the number is valid by its tables, or
 *   <li>has the length that subscribers' numbers of its country have: numbering plans of the region change faster than
 *       tables, and an unknown prefix is no reason to lose a number that two files share. {@link #isAssigned} tells.
 * </ul>
 *
 * <p>Two habits of the region that the tables do not know are read as well: a foreign number written without its plus
 * ("502 5555 1234" in a Salvadoran file), and the 1, 044 or 045 that Mexico put before mobile numbers until August 2019.
 *
 * <p>Threads: safe. Cost: a plain form costs one walk over its characters, any other some microseconds.
 */
public final class Phones {

    /** Phones that are read from one cell. */
    public static final int PHONES_MAX = 8;

    /** Characters of one cell that are looked at. */
    public static final int TEXT_MAX = 250;

    private static final int MEXICO = 52;
    private static final int NATIONAL_DIGITS_MAX = 10;
    private static final int E164_DIGITS_MAX = 15;

    /** Digits of ordinary numbers, by country code; a country not listed has whatever length libphonenumber allows. */
    private static final Map<Integer, List<Integer>> ORDINARY = Map.of(
            502, List.of(8),
            503, List.of(8),
            504, List.of(8),
            505, List.of(8),
            506, List.of(8),
            507, List.of(7, 8),
            52, List.of(10),
            1, List.of(10));

    private Phones() {}

    /** The tables are large: they are loaded when the first phone that is not plain is met. */
    private static final class Library {
        static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    }

    /**
     * Reads one phone. Never fails.
     *
     * @param country ISO 3166 code of the country whose numbers need no country code here; empty when there is none
     */
    public static Phone of(String raw, String country) {
        long plain = PlainPhones.read(raw, country);
        return new Phone(raw, plain != PlainPhones.OTHER ? OptionalLong.of(plain) : byLibrary(raw, country));
    }

    /** Reads all phones of one cell, separated by comma, semicolon, stroke, bar, "y", "o"; each with its own raw text. */
    public static List<Phone> allOf(String raw, String country) {
        List<Phone> phones = new ArrayList<>(1);
        for (String part : parts(raw)) {
            if (phones.size() < PHONES_MAX) {
                phones.add(of(part, country));
            }
        }
        return phones;
    }

    /** Whether libphonenumber's tables know a number like this to be given out. */
    public static boolean isAssigned(long e164) {
        try {
            return Library.UTIL.isValidNumber(Library.UTIL.parse("+" + e164, "ZZ"));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** The whole reading without the short way, for the test that compares both. */
    static OptionalLong byLibrary(String raw, String country) {
        String text = raw.length() > TEXT_MAX ? raw.substring(0, TEXT_MAX) : raw;
        if (!hasDigit(text)) {
            return OptionalLong.empty();
        }
        boolean hasCountry = !country.isEmpty() || text.indexOf('+') >= 0;
        String region = country.toUpperCase(Locale.ROOT);
        OptionalLong here = hasCountry ? parsed(text, region, false) : OptionalLong.empty();
        if (here.isPresent()) {
            return here;
        }
        String digits = Fold.digits(text);
        OptionalLong abroad = digits.length() > NATIONAL_DIGITS_MAX && digits.length() <= E164_DIGITS_MAX
                ? parsed("+" + digits, "ZZ", false)
                : OptionalLong.empty();
        if (abroad.isPresent()) {
            return abroad;
        }
        OptionalLong oldMexican = oldMexican(digits, country);
        return oldMexican.isPresent() || !hasCountry ? oldMexican : parsed(text, region, true);
    }

    /** The number when it is valid, or {@code ordinaryToo} and has its country's ordinary length. */
    private static OptionalLong parsed(String text, String country, boolean ordinaryToo) {
        try {
            PhoneNumber number = Library.UTIL.parse(text, country);
            boolean good = Library.UTIL.isValidNumber(number) || (ordinaryToo && isOrdinary(number));
            return good ? OptionalLong.of(e164(number)) : OptionalLong.empty();
        } catch (NumberParseException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isOrdinary(PhoneNumber number) {
        if (Library.UTIL.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
            return false;
        }
        List<Integer> lengths = ORDINARY.get(number.getCountryCode());
        return lengths == null
                || lengths.contains(
                        Library.UTIL.getNationalSignificantNumber(number).length());
    }

    private static OptionalLong oldMexican(String digits, String country) {
        String national = "";
        if (digits.startsWith("521") && digits.length() == 13) {
            national = digits.substring(3);
        } else if (country.equalsIgnoreCase("MX")
                && digits.length() == 13
                && (digits.startsWith("044") || digits.startsWith("045"))) {
            national = digits.substring(3);
        }
        return national.isEmpty() ? OptionalLong.empty() : parsed("+" + MEXICO + national, "ZZ", true);
    }

    private static long e164(PhoneNumber number) {
        return Long.parseLong(
                Library.UTIL.format(number, PhoneNumberFormat.E164).substring(1));
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static List<String> parts(String raw) {
        String text = raw.length() > TEXT_MAX ? raw.substring(0, TEXT_MAX) : raw;
        List<String> parts = new ArrayList<>(1);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator(text, i)) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static boolean isSeparator(String text, int at) {
        char sign = text.charAt(at);
        boolean word = (sign == 'y' || sign == 'o' || sign == 'Y' || sign == 'O')
                && at > 0
                && text.charAt(at - 1) == ' '
                && at + 1 < text.length()
                && text.charAt(at + 1) == ' ';
        return word || sign == ',' || sign == ';' || sign == '/' || sign == '|' || sign == '\n';
    }
}
