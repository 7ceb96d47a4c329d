package org.fourfold.node.prosecution.tables;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fourfold.node.prosecution.reading.Phones;
import org.fourfold.node.prosecution.reading.PropertyType;
import org.fourfold.node.tables.Cell;
import org.fourfold.node.tables.Cell.Kind;

/** One cell's value for a property of one kind: taken, or refused with the fault. Nothing is guessed. */
final class CellValues {

    /** 5.02E+10 and its like: what a spreadsheet wrote for a long number; its digits are gone. */
    private static final Pattern SPOILED = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]{1,3}");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"']+@[^\\s@<>\"']+\\.[^\\s@<>\"'.]{2,}");
    private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s]+");
    private static final Pattern IP = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]+");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int NOUGHTS_LIKELY_LOST = 6;
    private static final int DIGITS_OF_LONG_NUMBER = 9;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;

    private final Optional<DateOrder> dateOrder;
    private final Optional<String> country;
    private final Optional<Character> decimal;
    private final boolean cached;

    CellValues(Mapping mapping) {
        this.dateOrder = mapping.dateOrder();
        this.country = mapping.country();
        this.decimal = mapping.decimal();
        this.cached = mapping.cached();
    }

    /** Faults of the cell itself, whatever it is read as; nothing when it can be read. */
    Found whole(Cell cell) {
        if (cell.formula() && !cached) {
            return Found.refused("prosecution.table.formula-not-taken");
        }
        if (cell.kind() == Kind.ERROR) {
            return Found.refused("prosecution.table.cell-error");
        }
        boolean words = cell.kind() == Kind.TEXT;
        return cell.isEmpty() || (words && Words.saysNothing(cell.text()))
                ? Found.nothing()
                : Found.taken(Words.collapsed(cell.text()));
    }

    /** One value of a cell: {@code text} is the cell's text, or one part of it. */
    Found value(Cell cell, String text, PropertyType kind, ColumnProfile profile, boolean anyLength) {
        boolean number = cell.kind() == Kind.NUMBER;
        if (!number && SPOILED.matcher(text).matches()) {
            return Found.refused("prosecution.table.number-spoiled");
        }
        if (number && isCode(kind)) {
            Found spoiled = spoiled(text, profile, anyLength);
            if (spoiled instanceof Found.Refused) {
                return spoiled;
            }
        }
        if (!number && kind == PropertyType.IDENTIFIER && ColumnProfile.isFigures(text)) {
            if (profile.isRounded(text)) {
                return Found.refused("prosecution.table.number-rounded");
            }
            if (!anyLength && profile.isShort(text)) {
                return Found.refused("prosecution.table.number-short");
            }
        }
        return of(cell, text, kind, profile);
    }

    private static boolean isCode(PropertyType kind) {
        return kind == PropertyType.PHONE || kind == PropertyType.IDENTIFIER || kind == PropertyType.IBAN;
    }

    /** A number in a column of codes: whether it is still the one that was typed. */
    private static Found spoiled(String text, ColumnProfile profile, boolean anyLength) {
        if (!ColumnProfile.isFigures(text)) {
            return Found.refused("prosecution.table.number-not-code");
        }
        if (text.length() > ColumnProfile.DIGITS_KEPT) {
            return Found.refused("prosecution.table.number-rounded");
        }
        if (text.length() >= DIGITS_OF_LONG_NUMBER && text.endsWith("0".repeat(NOUGHTS_LIKELY_LOST))) {
            return Found.refused("prosecution.table.number-spoiled");
        }
        return !anyLength && profile.isShort(text)
                ? Found.refused("prosecution.table.number-short")
                : Found.taken(text);
    }

    private Found of(Cell cell, String text, PropertyType kind, ColumnProfile profile) {
        return switch (kind) {
            case DATE -> date(cell, text);
            case NUMBER ->
                cell.kind() == Kind.NUMBER
                        ? Found.taken(text)
                        : cell.kind() == Kind.DATE
                                ? Found.refused("prosecution.table.number-is-date")
                                : Amounts.parse(text, decimal);
            case PHONE ->
                cell.kind() == Kind.DATE || cell.kind() == Kind.TIME
                        ? Found.refused("prosecution.table.code-is-date")
                        : phone(text);
            case IDENTIFIER ->
                cell.kind() == Kind.DATE || cell.kind() == Kind.TIME
                        ? Found.refused("prosecution.table.code-is-date")
                        : Found.taken(text);
            case NAME ->
                cell.kind() == Kind.TEXT ? Found.taken(text) : Found.refused("prosecution.table.name-is-number");
            case COUNTRY -> Countries.parse(text);
            case GENDER -> gender(text, profile);
            case EMAIL ->
                EMAIL.matcher(text).matches()
                        ? Found.taken(text.toLowerCase(Locale.ROOT))
                        : Found.refused("prosecution.table.email-form");
            case IBAN -> iban(text);
            case URL -> URL.matcher(text).matches() ? Found.taken(text) : Found.refused("prosecution.table.url-form");
            case IP -> IP.matcher(text).matches() ? Found.taken(text) : Found.refused("prosecution.table.ip-form");
            case STRING, TEXT, ADDRESS, LANGUAGE, MIMETYPE, TOPIC, CHECKSUM, HTML, JSON -> Found.taken(text);
            case ENTITY -> Found.refused("prosecution.table.entity-not-column");
        };
    }

    private Found phone(String text) {
        return switch (Phones.parse(text, country)) {
            case Phones.Reading.Line(String value) -> Found.taken(value);
            case Phones.Reading.OtherPlan other -> Found.refused("prosecution.table.phone-length");
            case Phones.Reading.OtherLength other -> Found.refused("prosecution.table.phone-length");
            case Phones.Reading.Noughts noughts -> Found.nothing();
            case Phones.Reading.NoNumber none -> Found.refused("prosecution.table.phone-form");
        };
    }

    private Found date(Cell cell, String text) {
        return switch (cell.kind()) {
            case DATE -> Found.taken(text);
            case NUMBER -> isYear(text) ? Found.taken(text) : Found.refused("prosecution.table.date-is-number");
            case TIME -> Found.refused("prosecution.table.date-form");
            case TEXT, TRUTH, ERROR, EMPTY -> Dates.parse(text, dateOrder);
        };
    }

    private static boolean isYear(String text) {
        return text.length() == 4
                && ColumnProfile.isFigures(text)
                && Integer.parseInt(text) >= YEAR_MIN
                && Integer.parseInt(text) <= YEAR_MAX;
    }

    /** M is a man beside F and a woman beside H: the column tells, or nobody does. */
    private static Found gender(String text, ColumnProfile profile) {
        return switch (Words.plain(text)) {
            case "f", "fem", "femenino", "femenina", "mujer", "female", "woman" -> Found.taken("female");
            case "h", "masc", "masculino", "masculina", "hombre", "varon", "male", "man" -> Found.taken("male");
            case "otro", "otra", "other", "x", "no binario", "no binaria", "non binary" -> Found.taken("other");
            case "m" -> {
                boolean beside = profile.hasLetter("F");
                if (beside == profile.hasLetter("H")) {
                    yield Found.refused("prosecution.table.gender-ambiguous");
                }
                yield Found.taken(beside ? "male" : "female");
            }
            default -> Found.refused("prosecution.table.gender-unknown");
        };
    }

    /** ISO 13616: the check digits must fit. */
    private static Found iban(String text) {
        String bare = text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (!IBAN.matcher(bare).matches()) {
            return Found.refused("prosecution.table.iban-form");
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            digits.append(Character.digit(bare.charAt((i + 4) % bare.length()), 36));
        }
        boolean fits = new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
        return fits ? Found.taken(bare) : Found.refused("prosecution.table.iban-form");
    }
}
