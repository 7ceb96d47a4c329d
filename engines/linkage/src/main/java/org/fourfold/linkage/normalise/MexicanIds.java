package org.fourfold.linkage.normalise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.linkage.normalise.IdNumber.Check;
import org.fourfold.linkage.normalise.IdNumber.Facts;
import org.fourfold.linkage.normalise.IdNumber.Kind;
import org.fourfold.linkage.normalise.IdNumber.Sex;

/**
 * Mexico's numbers.
 *
 * <p>CURP, 18 signs: four letters of the name, birth date (yymmdd), sex (H or M), entity (two letters), three inner
 * consonants, a sign that is a digit for who was born until 1999 and a letter from 2000 on, check digit. The check digit
 * makes the sum of the signs' values (0-9, A-Z with Ñ after N) times 18 to 2 divisible by 10. Source: Instructivo
 * Normativo para la Asignación de la CURP, RENAPO (Diario Oficial, 18 October 2021). RFC, 13 signs for a person and 12 for
 * an organisation: letters of the name, date (yymmdd), two signs and a check sign modulo 11 over the values of
 * 0-9, A-N, &amp;, O-Z, space, Ñ. Source: SAT, annex on the check digit of the RFC. About 1.5 % of numbers in use have
 * a wrong one (python-stdnum, stdnum/mx/rfc.py).
 */
public final class MexicanIds {

    private static final int CURP_SIGNS = 18;
    private static final int RFC_PERSON = 13;
    private static final int RFC_ORGANISATION = 12;
    private static final int CENTURY_SIGN = 16;
    private static final int RFC_MODULUS = 11;
    private static final String CURP_VALUES = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final String RFC_VALUES = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
    private static final Set<String> GENERIC = Set.of("XAXX010101000", "XEXX010101000");
    private static final Set<String> ENTITIES = Set.of(
            "AS", "BC", "BS", "CC", "CH", "CL", "CM", "CS", "DF", "DG", "GR", "GT", "HG", "JC", "MC", "MN", "MS", "NL",
            "NT", "OC", "PL", "QR", "QT", "SL", "SP", "SR", "TC", "TL", "TS", "VZ", "YN", "ZS");

    /** Born abroad. It is a valid part, and no fact that linkage may look at. */
    private static final String ABROAD = "NE";

    private MexicanIds() {}

    /** Reads a CURP. */
    public static IdNumber curp(String raw) {
        String text = IdNumbers.text(raw);
        if (!isCurp(text)) {
            return IdNumbers.unreadable(raw, Kind.MX_CURP);
        }
        int sum = 0;
        for (int i = 0; i < CURP_SIGNS - 1; i++) {
            sum += CURP_VALUES.indexOf(text.charAt(i)) * (CURP_SIGNS - i);
        }
        if (Math.floorMod(-sum, 10) != text.charAt(CURP_SIGNS - 1) - '0') {
            return new IdNumber(raw, Kind.MX_CURP, text, Check.WRONG_DIGIT, Facts.NONE);
        }
        int century = Fold.isDigit(text.charAt(CENTURY_SIGN)) ? 1900 : 2000;
        List<DateSpan> births = CalendarDays.one(
                        raw,
                        century + IdNumbers.number(text, 4, 6),
                        Math.max(1, IdNumbers.number(text, 6, 8)),
                        Math.max(1, IdNumbers.number(text, 8, 10)))
                .spans();
        String entity = text.substring(11, 13);
        Optional<Sex> sex = switch (text.charAt(10)) {
            case 'H' -> Optional.of(Sex.MALE);
            case 'M' -> Optional.of(Sex.FEMALE);
            default -> Optional.empty();
        };
        boolean whole = !births.isEmpty() && (ENTITIES.contains(entity) || entity.equals(ABROAD));
        Optional<String> place = ENTITIES.contains(entity) ? Optional.of("MX-" + entity) : Optional.empty();
        return new IdNumber(
                raw, Kind.MX_CURP, text, whole ? Check.RIGHT : Check.WRONG_PART, new Facts(births, sex, place));
    }

    /** Reads an RFC, a person's or an organisation's; the date of an organisation is its founding and no birth. */
    public static IdNumber rfc(String raw, LocalDate writtenOn) {
        String text = IdNumbers.text(raw);
        if (!isRfc(text)) {
            return IdNumbers.unreadable(raw, Kind.MX_RFC);
        }
        if (GENERIC.contains(text)) {
            return new IdNumber(raw, Kind.MX_RFC, text, Check.GENERIC, Facts.NONE);
        }
        boolean person = text.length() == RFC_PERSON;
        int date = person ? 4 : 3;
        List<DateSpan> days = CalendarDays.births(
                IdNumbers.number(text, date, date + 2),
                IdNumbers.number(text, date + 2, date + 4),
                IdNumbers.number(text, date + 4, date + 6),
                writtenOn);
        Facts facts = person ? new Facts(days, Optional.empty(), Optional.empty()) : Facts.NONE;
        Check check = days.isEmpty() ? Check.WRONG_PART : rfcCheck(text) ? Check.RIGHT : Check.WRONG_DIGIT;
        return new IdNumber(raw, Kind.MX_RFC, text, check, facts);
    }

    private static boolean rfcCheck(String text) {
        String padded = text.length() == RFC_PERSON ? text : " " + text;
        int sum = 0;
        for (int i = 0; i < RFC_PERSON - 1; i++) {
            sum += RFC_VALUES.indexOf(padded.charAt(i)) * (RFC_PERSON - i);
        }
        return RFC_VALUES.charAt(Math.floorMod(-sum, RFC_MODULUS)) == padded.charAt(RFC_PERSON - 1);
    }

    static boolean isCurp(String text) {
        if (text.length() != CURP_SIGNS || !Fold.isDigit(text.charAt(CURP_SIGNS - 1))) {
            return false;
        }
        return areLetters(text, 0, 4)
                && IdNumbers.isDigits(text.substring(4, 10))
                && areLetters(text, 10, 16)
                && CURP_VALUES.indexOf(text.charAt(CENTURY_SIGN)) >= 0;
    }

    static boolean isRfc(String text) {
        int letters = text.length() - (RFC_ORGANISATION - 3);
        boolean length = text.length() == RFC_PERSON || text.length() == RFC_ORGANISATION;
        return length
                && areLetters(text, 0, letters)
                && IdNumbers.isDigits(text.substring(letters, letters + 6))
                && text.chars().allMatch(sign -> RFC_VALUES.indexOf(sign) >= 0);
    }

    private static boolean areLetters(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            if ((sign < 'A' || sign > 'Z') && sign != 'Ñ' && sign != '&') {
                return false;
            }
        }
        return true;
    }
}
