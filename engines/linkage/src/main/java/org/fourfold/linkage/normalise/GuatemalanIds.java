package org.fourfold.linkage.normalise;

import org.fourfold.linkage.normalise.IdNumber.Check;
import org.fourfold.linkage.normalise.IdNumber.Facts;
import org.fourfold.linkage.normalise.IdNumber.Kind;

/**
 * Guatemala's numbers.
 *
 * <p>CUI: eight digits, a check digit, department and municipio of registration, two digits each. The check digit is the
 * sum of the eight digits, each times its place plus one (2 to 9), modulo 11; a remainder of 10 is no number. Source: the
 * rules of RENAP as carried out in public validators (Ministry of Finance, Minfin.Validators; aalonzolu/cui-gt);
 * municipios by the codes of the Instituto Nacional de Estadística. NIT: digits times 2, 3, 4 and so on from the right,
 * the check digit makes the sum divisible by 11, K for 10. Source: SAT, "FEL reglas y validaciones", page 58.
 */
public final class GuatemalanIds {

    static final int CUI_DIGITS = 13;

    private static final int CHECKED_DIGITS = 8;
    private static final int MODULUS = 11;
    private static final int NIT_MAX = 12;

    /**
     * Municipios of the departments 1 to 22. Where municipios were founded lately (Escuintla, Huehuetenango, Petén, San
     * Marcos, Suchitepéquez, Zacapa) the newest number is taken: a code must not be refused for being new.
     */
    private static final int[] MUNICIPIOS = {
        17, 8, 16, 16, 14, 14, 19, 8, 24, 21, 9, 30, 33, 21, 8, 17, 14, 5, 11, 11, 7, 17
    };

    private GuatemalanIds() {}

    /** Reads a CUI, the number of the DPI. */
    public static IdNumber cui(String raw) {
        String text = IdNumbers.text(raw);
        if (text.length() != CUI_DIGITS || !IdNumbers.isDigits(text)) {
            return IdNumbers.unreadable(raw, Kind.GT_CUI);
        }
        if (IdNumbers.isGeneric(text)) {
            return new IdNumber(raw, Kind.GT_CUI, text, Check.GENERIC, Facts.NONE);
        }
        int sum = 0;
        for (int i = 0; i < CHECKED_DIGITS; i++) {
            sum += (text.charAt(i) - '0') * (i + 2);
        }
        if (sum % MODULUS != text.charAt(CHECKED_DIGITS) - '0') {
            return new IdNumber(raw, Kind.GT_CUI, text, Check.WRONG_DIGIT, Facts.NONE);
        }
        int department = IdNumbers.number(text, 9, 11);
        int municipio = IdNumbers.number(text, 11, 13);
        boolean exists = department >= 1
                && department <= MUNICIPIOS.length
                && municipio >= 1
                && municipio <= MUNICIPIOS[department - 1];
        return exists
                ? new IdNumber(raw, Kind.GT_CUI, text, Check.RIGHT, Facts.ofPlace("GT-" + text.substring(9)))
                : new IdNumber(raw, Kind.GT_CUI, text, Check.WRONG_PART, Facts.NONE);
    }

    /** Reads a NIT; CF (consumidor final) is everybody's. Leading zeros are dropped. */
    public static IdNumber nit(String raw) {
        String text = IdNumbers.text(raw);
        if (text.equals("CF")) {
            return new IdNumber(raw, Kind.GT_NIT, text, Check.GENERIC, Facts.NONE);
        }
        if (!isNit(text)) {
            return IdNumbers.unreadable(raw, Kind.GT_NIT);
        }
        String number = withoutZeros(text);
        if (number.length() < 2) {
            return new IdNumber(raw, Kind.GT_NIT, text, Check.GENERIC, Facts.NONE);
        }
        int sum = 0;
        int digits = number.length() - 1;
        for (int i = 0; i < digits; i++) {
            sum += (number.charAt(i) - '0') * (digits - i + 1);
        }
        int check = Math.floorMod(-sum, MODULUS);
        char expected = check == 10 ? 'K' : (char) ('0' + check);
        boolean right = number.charAt(digits) == expected;
        return new IdNumber(raw, Kind.GT_NIT, number, right ? Check.RIGHT : Check.WRONG_DIGIT, Facts.NONE);
    }

    static boolean isNit(String text) {
        if (text.equals("CF")) {
            return true;
        }
        int last = text.length() - 1;
        return last >= 1
                && last < NIT_MAX
                && IdNumbers.isDigits(text.substring(0, last))
                && (text.charAt(last) == 'K' || Fold.isDigit(text.charAt(last)));
    }

    private static String withoutZeros(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '0') {
            first++;
        }
        return text.substring(first);
    }
}
