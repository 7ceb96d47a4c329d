package org.fourfold.linkage.normalise;

import java.time.LocalDate;
import java.util.Locale;
import org.fourfold.linkage.normalise.IdNumber.Check;
import org.fourfold.linkage.normalise.IdNumber.Facts;
import org.fourfold.linkage.normalise.IdNumber.Kind;

/** Reads numbers of documents: which kind it is follows from its form and from the country of the source. */
public final class IdNumbers {

    private static final int NUMBER_MAX = 24;
    private static final int PASSPORT_MIN = 6;
    private static final int PASSPORT_MAX = 9;

    private IdNumbers() {}

    /**
     * Reads a number of which only the text is known. Never fails.
     *
     * @param country ISO 3166 code of the country whose documents are likeliest; empty when there is none
     * @param writtenOn the day of the record: a year of two digits lies before it
     */
    public static IdNumber of(String raw, String country, LocalDate writtenOn) {
        String text = text(raw);
        if (text.isEmpty() || Blank.is(raw)) {
            return unreadable(raw, Kind.OTHER);
        }
        if (MexicanIds.isCurp(text)) {
            return MexicanIds.curp(raw);
        }
        return switch (country.toUpperCase(Locale.ROOT)) {
            case "GT" -> guatemalan(raw, text);
            case "SV" -> salvadoran(raw, text, writtenOn);
            case "HN" -> honduran(raw, text);
            case "MX" -> MexicanIds.isRfc(text) ? MexicanIds.rfc(raw, writtenOn) : other(raw, text);
            default -> ofAnyCountry(raw, text, writtenOn);
        };
    }

    /** A passport's number: 6 to 9 letters and digits. Without its machine-readable zone it has no check digit. */
    public static IdNumber passport(String raw) {
        String text = text(raw);
        boolean fits = text.length() >= PASSPORT_MIN && text.length() <= PASSPORT_MAX && hasDigit(text);
        if (!fits) {
            return text.isEmpty()
                    ? unreadable(raw, Kind.PASSPORT)
                    : new IdNumber(raw, Kind.PASSPORT, text, Check.WRONG_PART, Facts.NONE);
        }
        return new IdNumber(raw, Kind.PASSPORT, text, isGeneric(text) ? Check.GENERIC : Check.NONE, Facts.NONE);
    }

    private static IdNumber guatemalan(String raw, String text) {
        if (isDigits(text) && text.length() == GuatemalanIds.CUI_DIGITS) {
            return GuatemalanIds.cui(raw);
        }
        return GuatemalanIds.isNit(text) ? GuatemalanIds.nit(raw) : other(raw, text);
    }

    private static IdNumber salvadoran(String raw, String text, LocalDate writtenOn) {
        if (isDigits(text) && text.length() == SalvadoranIds.DUI_DIGITS) {
            return SalvadoranIds.dui(raw);
        }
        return isDigits(text) && text.length() == SalvadoranIds.NIT_DIGITS
                ? SalvadoranIds.nit(raw, writtenOn)
                : other(raw, text);
    }

    private static IdNumber honduran(String raw, String text) {
        if (isDigits(text) && text.length() == HonduranIds.DNI_DIGITS) {
            return HonduranIds.dni(raw);
        }
        return isDigits(text) && text.length() == HonduranIds.RTN_DIGITS ? HonduranIds.rtn(raw) : other(raw, text);
    }

    /** Without a country only a number that proves itself has a kind. */
    private static IdNumber ofAnyCountry(String raw, String text, LocalDate writtenOn) {
        for (IdNumber read : new IdNumber[] {guatemalan(raw, text), salvadoran(raw, text, writtenOn)}) {
            boolean proven = read.kind() == Kind.GT_CUI || read.kind() == Kind.SV_DUI || read.kind() == Kind.SV_NIT;
            if (proven && read.check() == Check.RIGHT) {
                return read;
            }
        }
        IdNumber honduran = honduran(raw, text);
        if (honduran.kind() == Kind.HN_DNI && honduran.check() == Check.NONE) {
            return honduran;
        }
        return MexicanIds.isRfc(text) ? MexicanIds.rfc(raw, writtenOn) : other(raw, text);
    }

    private static IdNumber other(String raw, String text) {
        if (text.length() >= PASSPORT_MIN
                && text.length() <= PASSPORT_MAX
                && Fold.isLetter(Character.toLowerCase(text.charAt(0)))) {
            return passport(raw);
        }
        if (!hasDigit(text)) {
            return unreadable(raw, Kind.OTHER);
        }
        return new IdNumber(raw, Kind.OTHER, text, isGeneric(text) ? Check.GENERIC : Check.NONE, Facts.NONE);
    }

    static IdNumber unreadable(String raw, Kind kind) {
        return new IdNumber(raw, kind, "", Check.UNREADABLE, Facts.NONE);
    }

    /** Digits and capital letters alone, Ñ and &amp; kept: Mexico's numbers count them. */
    static String text(String raw) {
        String line = Fold.line(Fold.bounded(raw).replace('Ñ', '#').replace('ñ', '#'));
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length() && text.length() < NUMBER_MAX; i++) {
            char sign = line.charAt(i);
            if (Fold.isLetter(sign)) {
                text.append((char) (sign - 'a' + 'A'));
            } else if (Fold.isDigit(sign) || sign == '&') {
                text.append(sign);
            } else if (sign == '#') {
                text.append('Ñ');
            }
        }
        return text.toString();
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Fold.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** One sign all along: 0000000000000, 999999999. */
    static boolean isGeneric(String text) {
        return text.chars().allMatch(sign -> sign == text.charAt(0));
    }

    /** The number that the digits from..to of a text make. */
    static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(sign -> sign >= '0' && sign <= '9');
    }
}
