package org.fourfold.linkage.normalise;

import java.util.List;
import java.util.Optional;

/**
 * The number of a document. A number whose check digit is wrong stays a number: it was mistyped once and may be
 * mistyped the same way again.
 *
 * @param raw what was written
 * @param kind what document it is by its form and country
 * @param number digits and capital letters without signs; empty when nothing could be read
 * @param check what its check digit or its parts say
 * @param facts what the number itself says of the person
 */
public record IdNumber(String raw, Kind kind, String number, Check check, Facts facts) {

    /** Kinds of documents. */
    public enum Kind {
        /** Guatemala, Código Único de Identificación, on the DPI. */
        GT_CUI,
        /** Guatemala, tax number. */
        GT_NIT,
        /** El Salvador, Documento Único de Identidad. */
        SV_DUI,
        /** El Salvador, tax number. */
        SV_NIT,
        /** Honduras, Documento Nacional de Identificación. */
        HN_DNI,
        /** Honduras, tax number. */
        HN_RTN,
        /** Mexico, Clave Única de Registro de Población. */
        MX_CURP,
        /** Mexico, tax number. */
        MX_RFC,
        /** A passport's number, by its form alone or from the machine-readable zone. */
        PASSPORT,
        /** Any other, or not to be told. */
        OTHER
    }

    /** What the number says of itself. */
    public enum Check {
        /** The check digit is the right one. */
        RIGHT("the check digit is right"),
        /** The check digit is not the one that belongs to the other digits. */
        WRONG_DIGIT("the check digit is wrong: a digit was mistyped; compare it with the document"),
        /** A part of it cannot be: a department, a month that does not exist. */
        WRONG_PART("a part that names a place or a day names none: compare it with the document"),
        /** This kind has no published check digit, or the number stands without it. */
        NONE("there is no check digit to look at"),
        /** It stands for anybody: CF, XAXX010101000, 0000000000000. */
        GENERIC("it is nobody's number: leave the field empty"),
        /** There is no number in the text. */
        UNREADABLE("there is no number of this kind in it");

        private final String words;

        Check(String words) {
            this.words = words;
        }

        /** The finding in words, with its mend. */
        public String words() {
            return words;
        }
    }

    /** Sex as a document states it. */
    public enum Sex {
        FEMALE,
        MALE
    }

    /**
     * What a number says by itself. It is a fact about the document and need not be true of the person.
     *
     * @param births days of birth; two when the century is not told
     * @param place code of the place it was registered at, with its country: {@code GT-0101}, {@code MX-CS}
     */
    public record Facts(List<DateSpan> births, Optional<Sex> sex, Optional<String> place) {

        /** A number that says nothing. */
        public static final Facts NONE = new Facts(List.of(), Optional.empty(), Optional.empty());

        public Facts {
            births = List.copyOf(births);
        }

        static Facts ofPlace(String place) {
            return new Facts(List.of(), Optional.empty(), Optional.of(place));
        }
    }

    /** Whether it may be compared: it was read and is not everybody's. */
    public boolean isComparable() {
        return check != Check.UNREADABLE && check != Check.GENERIC;
    }
}
