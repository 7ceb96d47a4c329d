package org.fourfold.linkage.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.normalise.Account;
import org.fourfold.linkage.normalise.Blank;
import org.fourfold.linkage.normalise.DateHabit;
import org.fourfold.linkage.normalise.DateSpan;
import org.fourfold.linkage.normalise.Fold;
import org.fourfold.linkage.normalise.Organisation;
import org.fourfold.linkage.normalise.Phone;
import org.fourfold.linkage.normalise.Phones;
import org.fourfold.linkage.normalise.PlaceName;
import org.fourfold.linkage.normalise.Plate;

/** What is compared of a raw cell, by the kind of its field; empty where it says nothing. */
final class Normalisers {

    /** A year of two digits lies before it, an age without a date counts back from it: fixed, so that a rerun says the same. */
    private static final LocalDate WRITTEN_ON = LocalDate.of(2026, 12, 31);

    private static final List<String> COUNTRY_CODES =
            List.of("502", "503", "504", "505", "506", "507", "501", "52", "1");
    private static final int NATIONAL_MIN = 7;

    private Normalisers() {}

    static UnaryOperator<String> of(FieldKind kind, boolean dayFirst) {
        return switch (kind) {
            case PERSON -> throw new IllegalArgumentException("a person's name is several words");
            case WORD -> raw -> said(raw, String.join("", Fold.tokens(raw)));
            case CATEGORY -> raw -> said(raw, String.join(" ", Fold.tokens(raw)));
            case PLACE -> raw -> said(raw, PlaceName.key(raw));
            case TEXT -> raw -> said(raw, String.join(" ", Fold.tokens(raw)));
            case ORGANISATION -> raw -> String.join(" ", Organisation.of(raw).bag());
            case ADDRESS -> AddressParts.of("");
            case NUMBER -> raw -> said(raw, Fold.code(raw).toLowerCase(Locale.ROOT));
            case ACCOUNT -> raw -> Account.of(raw).number();
            case PLATE -> raw -> Plate.of(raw, "").lookAlike();
            case PHONE -> Normalisers::phone;
            case DATE -> raw -> date(raw, new DateHabit(dayFirst, WRITTEN_ON));
            case QUANTITY -> Quantities::of;
        };
    }

    private static String said(String raw, String folded) {
        return folded.length() > 2 && Blank.is(raw) ? "" : folded;
    }

    /** The number as it is dialled at home: who writes the country's code and who leaves it out mean one phone. */
    private static String phone(String raw) {
        Phone phone = Phones.of(raw, "");
        String digits = phone.e164().isPresent() ? Long.toString(phone.e164().getAsLong()) : Fold.digits(raw);
        if (phone.e164().isPresent()) {
            for (String code : COUNTRY_CODES) {
                if (digits.startsWith(code) && digits.length() - code.length() >= NATIONAL_MIN) {
                    return digits.substring(code.length());
                }
            }
        }
        return digits;
    }

    /**
     * A day as eight digits, a month as six, a year as four; a longer span as its first and last year, {@code 2005..2007}. Of two
     * readings the likelier one.
     */
    private static String date(String raw, DateHabit habit) {
        List<DateSpan> spans = DateSpan.of(raw, habit).spans();
        if (spans.isEmpty()) {
            return "";
        }
        DateSpan span = spans.getFirst();
        LocalDate first = LocalDate.ofEpochDay(span.earliest());
        return switch (span.precision()) {
            case DAY -> "%04d%02d%02d".formatted(first.getYear(), first.getMonthValue(), first.getDayOfMonth());
            case MONTH -> "%04d%02d".formatted(first.getYear(), first.getMonthValue());
            case YEAR -> "%04d".formatted(first.getYear());
            default -> "%04d..%04d".formatted(span.firstYear(), span.lastYear());
        };
    }
}
