package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateSpanTest {

    private static final DateHabit REGION = DateHabit.of("GT", LocalDate.of(2026, 11, 27));
    private static final DateHabit UNITED_STATES = DateHabit.of("US", LocalDate.of(2026, 11, 27));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2006-03-04 | 2006-03-04 DAY",
                "2006/3/4 | 2006-03-04 DAY",
                "20060304 | 2006-03-04 DAY",
                "04032006 | 2006-03-04 DAY; 2006-04-03 DAY",
                "2006-03-04T10:20:30Z | 2006-03-04 DAY",
                "2006-03-04 00:00:00.000 | 2006-03-04 DAY",
                "25/12/2006 | 2006-12-25 DAY",
                "12/25/2006 | 2006-12-25 DAY",
                "2006-25-12 | 2006-12-25 DAY",
                "03/04/2006 | 2006-04-03 DAY; 2006-03-04 DAY",
                "4.3.2006 | 2006-03-04 DAY; 2006-04-03 DAY",
                "05/05/2006 | 2006-05-05 DAY",
                "29/02/2004 | 2004-02-29 DAY",
                "25/12/78 | 1978-12-25 DAY",
                "25/12/20 | 2020-12-25 DAY; 1920-12-25 DAY",
                "2006-03 | 2006-03-01..2006-03-31 MONTH",
                "03/2006 | 2006-03-01..2006-03-31 MONTH",
                "2004-02 | 2004-02-01..2004-02-29 MONTH",
                "2006-03-00 | 2006-03-01..2006-03-31 MONTH",
                "00/03/2006 | 2006-03-01..2006-03-31 MONTH",
                "2006-00-00 | 2006-01-01..2006-12-31 YEAR",
                "00/00/2006 | 2006-01-01..2006-12-31 YEAR",
                "2006 | 2006-01-01..2006-12-31 YEAR",
                "año 2006 | 2006-01-01..2006-12-31 YEAR",
                "4 de marzo de 2006 | 2006-03-04 DAY",
                "Sábado, 4 de marzo del 2006 | 2006-03-04 DAY",
                "March 4, 2006 | 2006-03-04 DAY",
                "March 4th 2006 | 2006-03-04 DAY",
                "4-mar-2006 | 2006-03-04 DAY",
                "04MAR2006 | 2006-03-04 DAY",
                "4-ene-06 | 2006-01-04 DAY",
                "1o de setiembre de 2006 | 2006-09-01 DAY",
                "marzo 2006 | 2006-03-01..2006-03-31 MONTH",
                "MARZO DE 2006 | 2006-03-01..2006-03-31 MONTH",
                "Mar-06 | 2006-03-01..2006-03-31 MONTH",
                "década de 1990 | 1990-01-01..1999-12-31 DECADE",
                "decada de los 90 | 1990-01-01..1999-12-31 DECADE",
                "años 90 | 1990-01-01..1999-12-31 DECADE",
                "los años noventa | 1990-01-01..1999-12-31 DECADE",
                "1990s | 1990-01-01..1999-12-31 DECADE",
                "the nineties | 1990-01-01..1999-12-31 DECADE",
                "c. 2006 | 2004-01-01..2008-12-31 ABOUT",
                "circa 2006 | 2004-01-01..2008-12-31 ABOUT",
                "~2006 | 2004-01-01..2008-12-31 ABOUT",
                "hacia 2006 | 2004-01-01..2008-12-31 ABOUT",
                "aprox. marzo de 2006 | 2004-01-01..2008-12-31 ABOUT",
                "entre 2004 y 2006 | 2004-01-01..2006-12-31 ABOUT",
                "2004-2006 | 2004-01-01..2006-12-31 ABOUT",
                "15 años en 2021 | 2005-01-02..2006-12-31 ABOUT",
                "15 in 2021 | 2005-01-02..2006-12-31 ABOUT",
                "about 15 in 2021 | 2003-01-02..2008-12-31 ABOUT",
                "unos 15 años en 2021 | 2003-01-02..2008-12-31 ABOUT",
                "edad 15 | 2010-11-28..2011-11-27 ABOUT",
                "15 años | 2010-11-28..2011-11-27 ABOUT",
                "15 years old | 2010-11-28..2011-11-27 ABOUT",
                "de 15 a 17 años | 2008-11-28..2011-11-27 ABOUT",
                "15-17 años en 2021 | 2003-01-02..2006-12-31 ABOUT",
                "15 años en marzo de 2021 | 2005-03-02..2006-03-31 ABOUT",
                "15 años el 28/02/2021 | 2005-03-01..2006-02-28 ABOUT",
                "90 años | 1935-11-28..1936-11-27 ABOUT",
            })
    void aDateIsReadAsTheSpanItMayMean(String raw, String spans) {
        assertThat(shown(DateSpan.of(raw, REGION))).isEqualTo(spans);
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2006, NO_SUCH_DAY",
        "2006-02-29, NO_SUCH_DAY",
        "29/02/2005, NO_SUCH_DAY",
        "31 de abril de 2006, NO_SUCH_DAY",
        "32/01/2006, NO_SUCH_DAY",
        "13/13/2006, NO_SUCH_MONTH",
        "2006-13, NO_SUCH_MONTH",
        "2006-13-45, NO_SUCH_MONTH",
        "0206-03-04, YEAR_OUT_OF_RANGE",
        "9999-12-31, YEAR_OUT_OF_RANGE",
        "150 años, AGE_OUT_OF_RANGE",
        "15, NOT_A_DATE",
        "4 de marzo, NOT_A_DATE",
        "mañana, NOT_A_DATE",
        "38780, NOT_A_DATE",
        "2006-03-04-05, NOT_A_DATE",
        "99999999999999999999, NOT_A_DATE",
    })
    void anImpossibleDateIsRefusedWithItsReason(String raw, DateReading.Fault fault) {
        assertThat(DateSpan.of(raw, REGION)).isEqualTo(new DateReading.Refused(raw, fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "desconocida", "N/A", "0000-00-00", "00/00/0000", "no sabe", "-"})
    void nothingIsNoDateAndNoFault(String raw) {
        assertThat(DateSpan.of(raw, REGION)).isEqualTo(new DateReading.Nothing(raw));
    }

    @Test
    void theHabitOfThePlaceComesFirstAndTheOtherReadingIsKept() {
        assertThat(shown(DateSpan.of("03/04/2006", UNITED_STATES))).isEqualTo("2006-03-04 DAY; 2006-04-03 DAY");
        assertThat(shown(DateSpan.of("25/12/2006", UNITED_STATES))).isEqualTo("2006-12-25 DAY");
    }

    /** The JDK's calendar is the oracle: every day of 60 years, written in eight ways, is read as itself. */
    @Test
    void everyDayIsReadBack() {
        List<DateTimeFormatter> ways = List.of(
                DateTimeFormatter.ISO_LOCAL_DATE,
                DateTimeFormatter.BASIC_ISO_DATE,
                DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT),
                DateTimeFormatter.ofPattern("d-M-yyyy", Locale.ROOT),
                DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.forLanguageTag("es")),
                DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH),
                DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.forLanguageTag("es")),
                DateTimeFormatter.ofPattern("ddMMMyyyy", Locale.ENGLISH));
        for (LocalDate day = LocalDate.of(1960, 1, 1); day.getYear() < 2020; day = day.plusDays(1)) {
            for (DateTimeFormatter way : ways) {
                String raw = way.format(day);
                assertThat(DateSpan.of(raw, REGION).spans()).as(raw).first().isEqualTo(DateSpan.ofDay(day));
            }
        }
    }

    /** Law: whoever was born in the span was that old on some day of the reference, and nobody else was. */
    @Test
    void theSpanOfAnAgeHoldsExactlyTheDaysOfBirthThatGiveIt() {
        Random lot = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            LocalDate seen = LocalDate.of(2000, 1, 1).plusDays(lot.nextInt(9_000));
            int age = lot.nextInt(100);
            DateSpan span = DateSpan.ofAge(age, age, DateSpan.ofDay(seen));
            assertThat(Period.between(LocalDate.ofEpochDay(span.earliest()), seen)
                            .getYears())
                    .isEqualTo(age);
            assertThat(Period.between(LocalDate.ofEpochDay(span.latest()), seen).getYears())
                    .isEqualTo(age);
            assertThat(Period.between(LocalDate.ofEpochDay(span.earliest() - 1), seen)
                            .getYears())
                    .isEqualTo(age + 1);
        }
    }

    @Test
    void whoIsBornOnLeapDayIsOfFullAgeADayLaterInOtherYears() {
        DateSpan sixteen = DateSpan.ofAge(16, 16, DateSpan.ofDay(LocalDate.of(2021, 2, 28)));
        assertThat(sixteen.overlaps(DateSpan.ofDay(LocalDate.of(2004, 2, 29)))).isTrue();
    }

    @Test
    void spansOverlapWhereOneDayFitsBoth() {
        assertThat(DateSpan.ofYear(2006).overlaps(DateSpan.ofMonth(2006, 12))).isTrue();
        assertThat(DateSpan.ofYear(2006).overlaps(DateSpan.ofYear(2007))).isFalse();
        assertThat(DateSpan.ofYear(2004).days()).isEqualTo(366);
        assertThatThrownBy(() -> new DateSpan(2, 1, DateSpan.Precision.DAY))
                .hasMessageContaining("give the earlier day first");
    }

    @Test
    void anyTextIsTaken() {
        Random lot = new Random(9);
        String[] pieces = {
            "15", "2006", "en", "in", "años", "marzo", "/", "-", "31", "c.", "0", "99", "década", "~", ":"
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = lot.nextInt(7); n > 0; n--) {
                text.append(pieces[lot.nextInt(pieces.length)]).append(lot.nextBoolean() ? " " : "");
            }
            DateReading read = DateSpan.of(text.toString(), REGION);
            assertThat(read.raw()).isEqualTo(text.toString());
            assertThat(read.spans()).hasSizeLessThanOrEqualTo(4);
        }
    }

    private static String shown(DateReading read) {
        return read.spans().stream()
                .map(span -> LocalDate.ofEpochDay(span.earliest())
                        + (span.days() == 1 ? "" : ".." + LocalDate.ofEpochDay(span.latest()))
                        + " "
                        + span.precision())
                .collect(Collectors.joining("; "));
    }
}
