package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which age's test applies, by examples; and dates as they are typed. */
class AgeRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static Optional<Dated> date(String stored) {
        return Optional.of(stored).filter(text -> !text.equals("-")).map(DatedText::read);
    }

    @ParameterizedTest(name = "born {0}, disputed {1}, from {2} until {3}: {4}")
    @CsvSource({
        // Of age all the time, and under 18 all the time.
        "1990-05-01, no, 2020-01, 2024, ADULT",
        "1990-05-01, no, 2020-01, -, ADULT",
        "2012-05-01, no, 2025, -, CHILD",
        "2012-05-01, no, -, -, CHILD",
        // Turning 18: the day itself is the first of the adult's.
        "2008-12-21, no, 2026-01-01, -, CHILD",
        "2008-11-27, no, 2026-01-01, 2026-11-26, CHILD",
        "2008-11-27, no, 2026-01-01, -, CHILD_THEN_ADULT",
        "2008-11-27, no, 2026-11-27, -, ADULT",
        "2008-11-27, no, 2026-11-26, -, CHILD_THEN_ADULT",
        // Long of age today, and it ended before 18.
        "2000-03-10, no, 2016, 2017, CHILD",
        "2000-03-10, no, 2016, 2018-03-10, CHILD_THEN_ADULT",
        "2000-03-10, no, 2016, 2018, OPEN",
        "2000-03-10, no, 2018, 2020, OPEN",
        // The precision of the birth decides how much is sure.
        "2008-11, no, 2026-11-01, -, OPEN",
        "2008, no, 2026, -, OPEN",
        "2007, no, 2026-01-01, -, ADULT",
        "2006/2010, no, 2026, -, OPEN",
        "2010/2012, no, 2026, -, CHILD",
        "2000/2004, no, 2024, -, ADULT",
        // Not known, or disputed: no date settles it.
        "-, no, 2024, -, OPEN",
        "1990-05-01, yes, 2024, -, OPEN",
        "2012-05-01, yes, 2024, -, OPEN",
        // Of age today, and nobody said since when.
        "1990-05-01, no, -, -, OPEN",
        "2000-03-10, no, -, 2017, CHILD",
        // Born on a 29 February: on 28 February the 18 years are not full.
        "2008-02-29, no, 2025, 2026-02-28, CHILD",
        "2008-02-29, no, 2026-02-28, 2026-03-01, CHILD_THEN_ADULT",
        "2008-02-29, no, 2026-03-01, 2026-05-01, ADULT",
        "2008-02-29, no, 2025, -, CHILD_THEN_ADULT"
    })
    void theTestFollowsTheAgeWhenItWasDone(String birth, String disputed, String from, String until, AgeRule expected) {
        assertThat(AgeRule.of(date(birth), disputed.equals("yes"), date(from), date(until), TODAY))
                .isEqualTo(expected);
    }

    @Test
    void whileItIsOpenBothAreShownAndTheChildsApplies() {
        assertThat(AgeRule.OPEN.childs() && AgeRule.OPEN.adults()).isTrue();
        assertThat(AgeRule.CHILD_THEN_ADULT.childs() && AgeRule.CHILD_THEN_ADULT.adults())
                .isTrue();
        assertThat(AgeRule.CHILD.adults()).isFalse();
        assertThat(AgeRule.ADULT.childs()).isFalse();
    }

    @Test
    void meansCountForNothingWithAChildButInTheFederalTestOfLabour() {
        assertThat(LegalStandard.PALERMO.childWithoutMeans()).isTrue();
        assertThat(LegalStandard.US_SEX.childWithoutMeans()).isTrue();
        assertThat(LegalStandard.US_LABOUR.childWithoutMeans()).isFalse();
    }

    @ParameterizedTest(name = "{0}|{1}|{2}|{3} is {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "29|2|2008||2008-02-29",
                "|2|2008||2008-02",
                "||2008||2008",
                "||2006|2008|2006/2008",
                "1|12|1999||1999-12-01"
            })
    void aDateIsTypedAsWellAsItIsKnown(String day, String month, String year, String until, String stored) {
        List<String> typed = List.of(text(day), text(month), text(year), text(until));
        assertThat(DatedText.typed(typed, "birth").map(DatedText::write)).contains(stored);
        assertThat(DatedText.parts(stored)).isEqualTo(typed);
        assertThat(DatedText.typed(List.of(stored), "birth").map(DatedText::write))
                .contains(stored);
    }

    @Test
    void nothingTypedIsNoDate() {
        assertThat(DatedText.typed(List.of("", " ", "", ""), "birth")).isEmpty();
        assertThat(DatedText.typed(List.of(), "birth")).isEmpty();
    }

    @ParameterizedTest(name = "{0}|{1}|{2}|{3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "29|2|2009||protection.date-impossible",
                "31|4|2009||protection.date-impossible",
                "1|13|2009||protection.date-impossible",
                "1|1|08||protection.date-impossible",
                "1|1|abcd||protection.date-impossible",
                "||2008|2006|protection.date-impossible",
                "||99999||protection.date-impossible",
                "3|||  |protection.date-parts",
                "3||2008||protection.date-parts",
                "|4|2008|2009|protection.date-parts"
            })
    void whatIsNoDateIsToldInItsPlace(String day, String month, String year, String until, String code) {
        List<String> typed = List.of(text(day), text(month), text(year), text(until));
        assertThatThrownBy(() -> DatedText.typed(typed, "birth"))
                .isInstanceOf(ProblemException.class)
                .hasMessage(code);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
