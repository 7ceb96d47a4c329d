package org.fourfold.node.protection.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mexico's rest days as the printed calendars of those years have them. */
class WorkingDaysTest {

    private static final WorkingDays MEXICO = RulePacks.shipped().stream()
            .filter(pack -> pack.jurisdiction().equals("mx"))
            .findFirst()
            .orElseThrow()
            .workingDays();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2018 | 01-01 02-05 03-19 05-01 11-19 12-25
            2024 | 01-01 02-05 03-18 05-01 09-16 10-01 11-18 12-25
            2025 | 01-01 02-03 03-17 05-01 09-16 11-17 12-25
            2026 | 01-01 02-02 03-16 05-01 09-16 11-16 12-25
            2027 | 01-01 02-01 03-15 09-16 11-15
            2030 | 01-01 02-04 03-18 05-01 09-16 10-01 11-18 12-25
            """)
    void theRestDaysOfAYearThatAreNoWeekend(int year, String days) {
        String rest = Stream.iterate(LocalDate.of(year, 1, 1), day -> day.plusDays(1))
                .limit(366)
                .filter(day -> day.getYear() == year)
                .filter(day -> WorkingDays.WEEKENDS_ONLY.counts(day) && !MEXICO.counts(day))
                .map(day -> day.toString().substring(5))
                .reduce((some, more) -> some + " " + more)
                .orElse("");
        assertThat(rest).isEqualTo(days);
    }

    @Test
    void aSaturdayAndASundayNeverCount() {
        assertThat(MEXICO.counts(LocalDate.of(2026, 11, 28))).isFalse();
        assertThat(MEXICO.counts(LocalDate.of(2026, 11, 29))).isFalse();
        assertThat(MEXICO.counts(LocalDate.of(2026, 11, 27))).isTrue();
    }

    @Test
    void theFirstWorkingDayAfterAFridayIsMonday() {
        assertThat(MEXICO.after(LocalDate.of(2026, 11, 27), 1)).isEqualTo("2026-11-30");
        assertThat(MEXICO.after(LocalDate.of(2026, 11, 13), 1)).isEqualTo("2026-11-17");
    }
}
