package org.fourfold.linkage.normalise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.normalise.IdNumber.Check;
import org.fourfold.linkage.normalise.IdNumber.Facts;
import org.fourfold.linkage.normalise.IdNumber.Kind;

/**
 * El Salvador's numbers.
 *
 * <p>DUI: eight digits and a check digit: the digits times 9 to 2, the check digit makes the sum divisible by 10. NIT:
 * place (four), day, month and year of birth or founding (two each), sequence (three), check digit modulo 11 with other
 * weights for sequences up to 100. Source: the description in svcommunity.org, "Cómo calcular dígito verificador del DUI
 * y NIT", as cited by python-stdnum (arthurdejong/python-stdnum, stdnum/sv/nit.py). Since 2021 the DUI of a person is
 * also the tax number.
 */
public final class SalvadoranIds {

    static final int DUI_DIGITS = 9;
    static final int NIT_DIGITS = 14;

    private static final int OLD_SEQUENCE_MAX = 100;
    private static final int[] OLD_WEIGHTS = {14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] NEW_WEIGHTS = {2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private SalvadoranIds() {}

    /** Reads a DUI. */
    public static IdNumber dui(String raw) {
        String text = IdNumbers.text(raw);
        if (text.length() != DUI_DIGITS || !IdNumbers.isDigits(text)) {
            return IdNumbers.unreadable(raw, Kind.SV_DUI);
        }
        if (IdNumbers.isGeneric(text)) {
            return new IdNumber(raw, Kind.SV_DUI, text, Check.GENERIC, Facts.NONE);
        }
        int sum = 0;
        for (int i = 0; i < DUI_DIGITS - 1; i++) {
            sum += (text.charAt(i) - '0') * (DUI_DIGITS - i);
        }
        boolean right = Math.floorMod(-sum, 10) == text.charAt(DUI_DIGITS - 1) - '0';
        return new IdNumber(raw, Kind.SV_DUI, text, right ? Check.RIGHT : Check.WRONG_DIGIT, Facts.NONE);
    }

    /** Reads a NIT. The day of birth has no century: both are given where both are possible. */
    public static IdNumber nit(String raw, LocalDate writtenOn) {
        String text = IdNumbers.text(raw);
        if (text.length() != NIT_DIGITS || !IdNumbers.isDigits(text)) {
            return IdNumbers.unreadable(raw, Kind.SV_NIT);
        }
        if (IdNumbers.isGeneric(text)) {
            return new IdNumber(raw, Kind.SV_NIT, text, Check.GENERIC, Facts.NONE);
        }
        if (checkDigit(text) != text.charAt(NIT_DIGITS - 1) - '0') {
            return new IdNumber(raw, Kind.SV_NIT, text, Check.WRONG_DIGIT, Facts.NONE);
        }
        List<DateSpan> births = CalendarDays.births(
                IdNumbers.number(text, 8, 10), IdNumbers.number(text, 6, 8), IdNumbers.number(text, 4, 6), writtenOn);
        Facts facts = new Facts(births, Optional.empty(), Optional.of("SV-" + text.substring(0, 4)));
        return new IdNumber(raw, Kind.SV_NIT, text, births.isEmpty() ? Check.WRONG_PART : Check.RIGHT, facts);
    }

    private static int checkDigit(String text) {
        boolean old = IdNumbers.number(text, 10, 13) <= OLD_SEQUENCE_MAX;
        int[] weights = old ? OLD_WEIGHTS : NEW_WEIGHTS;
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (text.charAt(i) - '0') * weights[i];
        }
        return Math.floorMod(old ? sum : -sum, 11) % 10;
    }
}
