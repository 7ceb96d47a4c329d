package org.fourfold.linkage.normalise;

import org.fourfold.linkage.normalise.IdNumber.Check;
import org.fourfold.linkage.normalise.IdNumber.Facts;
import org.fourfold.linkage.normalise.IdNumber.Kind;

/**
 * Honduras's numbers.
 *
 * <p>DNI: department and municipio of registration (two digits each), year of registration (four), sequence (five);
 * there is no check digit. RTN of a person: the DNI and one digit more, whose rule is not published and is not looked at.
 * Source: Ley del Registro Nacional de las Personas (decree 62-2004); 18 departments with 298 municipios, in the order of
 * their official codes. The year is that of registration, often late: it is no year of birth.
 */
public final class HonduranIds {

    static final int DNI_DIGITS = 13;
    static final int RTN_DIGITS = 14;

    /** Registers began in 1881. */
    private static final int YEAR_MIN = 1881;

    private static final int YEAR_MAX = 2100;
    private static final int[] MUNICIPIOS = {8, 10, 21, 23, 12, 16, 19, 28, 6, 17, 4, 19, 28, 16, 23, 28, 9, 11};

    private HonduranIds() {}

    /** Reads a DNI. */
    public static IdNumber dni(String raw) {
        return read(raw, Kind.HN_DNI, DNI_DIGITS);
    }

    /** Reads an RTN. One that does not begin as a DNI does is an organisation's and has no parts to look at. */
    public static IdNumber rtn(String raw) {
        return read(raw, Kind.HN_RTN, RTN_DIGITS);
    }

    private static IdNumber read(String raw, Kind kind, int digits) {
        String text = IdNumbers.text(raw);
        if (text.length() != digits || !IdNumbers.isDigits(text)) {
            return IdNumbers.unreadable(raw, kind);
        }
        if (IdNumbers.isGeneric(text)) {
            return new IdNumber(raw, kind, text, Check.GENERIC, Facts.NONE);
        }
        int department = IdNumbers.number(text, 0, 2);
        int municipio = IdNumbers.number(text, 2, 4);
        int year = IdNumbers.number(text, 4, 8);
        boolean exists = department >= 1
                && department <= MUNICIPIOS.length
                && municipio >= 1
                && municipio <= MUNICIPIOS[department - 1]
                && year >= YEAR_MIN
                && year <= YEAR_MAX;
        if (exists) {
            return new IdNumber(raw, kind, text, Check.NONE, Facts.ofPlace("HN-" + text.substring(0, 4)));
        }
        return new IdNumber(raw, kind, text, kind == Kind.HN_DNI ? Check.WRONG_PART : Check.NONE, Facts.NONE);
    }
}
