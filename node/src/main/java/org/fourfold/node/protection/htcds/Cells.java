package org.fourfold.node.protection.htcds;

import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.registry.Htcds;

/** Whether a cell holds what its field may hold. Nothing is mended: what is almost right is told, and kept as it came. */
final class Cells {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,12})?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Set<String> TICKS = Set.of("true", "false", "yes", "no", "1", "0");
    private static final Set<String> COUNTRIES_2 = Set.of(Locale.getISOCountries());
    private static final Set<String> COUNTRIES_3 = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    /** Of ISO 639-2, the bibliographic codes that differ from the terminological ones. */
    private static final Set<String> BIBLIOGRAPHIC = Set.of(
            "alb", "arm", "baq", "bur", "chi", "cze", "dut", "fre", "geo", "ger", "gre", "ice", "mac", "mao", "may",
            "per", "rum", "slo", "tib", "wel");

    private static final int SHOWN_CHARACTERS_MAX = 40;

    private final Htcds htcds;
    private final LocalDate today;

    Cells(Htcds htcds, LocalDate today) {
        this.htcds = htcds;
        this.today = today;
    }

    /** What is wrong with a cell that is not blank: one fault for each code of a cell with several. */
    List<Problem> faults(long row, Htcds.Field field, String cell) {
        return switch (field.kind()) {
            case SEVERAL -> each(cell, one -> code(row, field, one));
            case COUNTRIES -> each(cell, one -> country(row, field, one));
            case WORDS, ONE, YES_NO, NUMBER, DATE, PHONE, LANGUAGE, COUNTRY, LATITUDE, LONGITUDE ->
                fault(row, field, cell).stream().toList();
        };
    }

    private Optional<Problem> fault(long row, Htcds.Field field, String cell) {
        return switch (field.kind()) {
            case WORDS, SEVERAL, COUNTRIES -> Optional.empty();
            case ONE -> code(row, field, cell);
            case YES_NO ->
                TICKS.contains(cell.toLowerCase(Locale.ROOT)) ? Optional.empty() : plain(Kind.TICK, row, field);
            case NUMBER -> NUMBER.matcher(cell).matches() ? Optional.empty() : plain(Kind.NUMBER, row, field);
            case DATE -> day(row, field, cell);
            case PHONE -> PHONE.matcher(cell).matches() ? Optional.empty() : plain(Kind.PHONE, row, field);
            case LANGUAGE -> isLanguage(cell) ? Optional.empty() : plain(Kind.LANGUAGE, row, field);
            case COUNTRY -> country(row, field, cell);
            case LATITUDE -> degrees(row, field, cell, 90);
            case LONGITUDE -> degrees(row, field, cell, 180);
        };
    }

    /** The codes of a cell that may hold several. */
    static List<String> several(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static List<Problem> each(String cell, Function<String, Optional<Problem>> check) {
        return several(cell).stream().map(check).flatMap(Optional::stream).toList();
    }

    private Optional<Problem> code(long row, Htcds.Field field, String cell) {
        List<Htcds.Code> codes = htcds.codes(field.list());
        if (codes.stream().anyMatch(known -> known.code().equals(cell))) {
            return Optional.empty();
        }
        Optional<String> near = Near.of(cell, codes);
        return Optional.of(
                near.isPresent()
                        ? Problem.inCell(
                                "protection.htcds-code-near",
                                row,
                                field.name(),
                                Map.of("value", shown(cell), "near", near.get()))
                        : Problem.inCell(
                                "protection.htcds-code-unknown",
                                row,
                                field.name(),
                                Map.of("value", shown(cell), "list", field.list())));
    }

    private Optional<Problem> day(long row, Htcds.Field field, String cell) {
        if (!DAY.matcher(cell).matches()) {
            return plain(Kind.DAY, row, field);
        }
        try {
            LocalDate day = LocalDate.parse(cell);
            boolean tooEarly = day.getYear() < 1900;
            boolean tooLate = field.name().equals("prs_Birthdate") && day.isAfter(today);
            return tooEarly || tooLate ? plain(Kind.DAY_RANGE, row, field) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return plain(Kind.DAY_RANGE, row, field);
        }
    }

    private Optional<Problem> country(long row, Htcds.Field field, String cell) {
        return COUNTRIES_2.contains(cell) || COUNTRIES_3.contains(cell)
                ? Optional.empty()
                : plain(Kind.COUNTRY, row, field);
    }

    private static boolean isLanguage(String cell) {
        return LANGUAGE.matcher(cell).matches()
                && (BIBLIOGRAPHIC.contains(cell)
                        || !new ULocale(cell)
                                .getDisplayLanguage(ULocale.ENGLISH)
                                .equals(cell)
                        || Tongues.known(cell));
    }

    private static Optional<Problem> degrees(long row, Htcds.Field field, String cell, double max) {
        boolean good = DEGREES.matcher(cell).matches() && Math.abs(Double.parseDouble(cell)) <= max;
        return good ? Optional.empty() : plain(Kind.DEGREES, row, field);
    }

    private static Optional<Problem> plain(Kind kind, long row, Htcds.Field field) {
        return Optional.of(Problem.inCell(kind.code, row, field.name(), Map.of()));
    }

    /** What a cell should have been. */
    private enum Kind {
        TICK("protection.htcds-tick"),
        NUMBER("protection.htcds-number"),
        PHONE("protection.htcds-phone"),
        LANGUAGE("protection.htcds-language"),
        COUNTRY("protection.htcds-country"),
        DEGREES("protection.htcds-degrees"),
        DAY("protection.htcds-day"),
        DAY_RANGE("protection.htcds-day-range");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    /** A value short enough to be repeated to whoever sent it. */
    static String shown(String value) {
        return value.length() <= SHOWN_CHARACTERS_MAX ? value : value.substring(0, SHOWN_CHARACTERS_MAX) + "…";
    }
}
