package org.fourfold.linkage.normalise;

import java.util.Map;

/**
 * A bank account or card.
 *
 * @param raw what was written
 * @param kind what it is by its form
 * @param number digits and capital letters; empty when there is none
 * @param check what its check digits say; a wrong one is told, the number kept
 */
public record Account(String raw, Kind kind, String number, Check check) {

    /** Kinds of accounts. */
    public enum Kind {
        /** International account number, ISO 13616: Guatemala, El Salvador, Costa Rica among others. */
        IBAN,
        /** Payment card, ISO/IEC 7812. */
        CARD,
        /** Mexican account of 18 digits, Clave Bancaria Estandarizada. */
        CLABE,
        /** Any other number of an account. */
        OTHER
    }

    /** What the check digits say. */
    public enum Check {
        RIGHT,
        WRONG,
        /** This kind has none. */
        NONE,
        /** There is no number in the text. */
        UNREADABLE
    }

    private static final int NUMBER_MAX = 34;
    private static final int DIGITS_MIN = 5;
    private static final int IBAN_MIN = 15;
    private static final int IBAN_MODULUS = 97;
    private static final int CLABE_DIGITS = 18;
    private static final int[] CLABE_WEIGHTS = {3, 7, 1};

    /** Length of an IBAN by country, from the registry of SWIFT (ISO 13616); other countries are not measured. */
    private static final Map<String, Integer> IBAN_LENGTHS =
            Map.of("GT", 28, "SV", 28, "CR", 22, "DO", 28, "NI", 28, "HN", 28, "ES", 24, "DE", 22, "GB", 22, "FR", 27);

    /** Reads an account. Never fails. A number of 13 to 19 digits is a card only if its check digit is right. */
    public static Account of(String raw) {
        String text = Fold.code(raw);
        if (text.startsWith("IBAN")) {
            text = text.substring("IBAN".length());
        }
        if (isIban(text)) {
            return new Account(raw, Kind.IBAN, text, ibanCheck(text));
        }
        String digits = Fold.digits(raw);
        if (digits.length() < DIGITS_MIN || digits.length() > NUMBER_MAX) {
            return new Account(raw, Kind.OTHER, "", Check.UNREADABLE);
        }
        if (digits.length() == CLABE_DIGITS && isClabe(digits)) {
            return new Account(raw, Kind.CLABE, digits, Check.RIGHT);
        }
        if (looksLikeCard(digits) && isLuhn(digits)) {
            return new Account(raw, Kind.CARD, digits, Check.RIGHT);
        }
        return new Account(raw, Kind.OTHER, digits, Check.NONE);
    }

    /** Reads what a field says to be a card: here a wrong check digit is told. */
    public static Account card(String raw) {
        String digits = Fold.digits(raw);
        if (digits.length() < 12 || digits.length() > 19) {
            return new Account(raw, Kind.CARD, "", Check.UNREADABLE);
        }
        return new Account(raw, Kind.CARD, digits, isLuhn(digits) ? Check.RIGHT : Check.WRONG);
    }

    private static boolean isIban(String text) {
        return text.length() >= IBAN_MIN
                && text.length() <= NUMBER_MAX
                && Character.isLetter(text.charAt(0))
                && Character.isLetter(text.charAt(1))
                && Fold.isDigit(text.charAt(2))
                && Fold.isDigit(text.charAt(3));
    }

    /** ISO 13616: the first four signs to the end, letters as 10 to 35, remainder of 97 is 1. */
    private static Check ibanCheck(String text) {
        Integer length = IBAN_LENGTHS.get(text.substring(0, 2));
        if (length != null && length != text.length()) {
            return Check.WRONG;
        }
        int rest = 0;
        String turned = text.substring(4) + text.substring(0, 4);
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % IBAN_MODULUS;
        }
        return rest == 1 ? Check.RIGHT : Check.WRONG;
    }

    /** Industry digits of banks, travel and oil: 3 to 6, and 2 for Mastercard's newer series. */
    private static boolean looksLikeCard(String digits) {
        return digits.length() >= 13 && digits.length() <= 19 && "23456".indexOf(digits.charAt(0)) >= 0;
    }

    /** ISO/IEC 7812-1, annex B: every second digit from the right is doubled. */
    static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Banco de México: digits times 3, 7, 1, each product modulo 10; the check digit makes the sum divisible by 10. */
    private static boolean isClabe(String digits) {
        int sum = 0;
        for (int i = 0; i < CLABE_DIGITS - 1; i++) {
            sum += (digits.charAt(i) - '0') * CLABE_WEIGHTS[i % 3] % 10;
        }
        return Math.floorMod(-sum, 10) == digits.charAt(CLABE_DIGITS - 1) - '0';
    }
}
