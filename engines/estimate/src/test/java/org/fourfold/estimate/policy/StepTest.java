package org.fourfold.estimate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Periods of a series")
class StepTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Test
    @DisplayName(
            "the first with a policy begins on its day or later; a day within a period leaves that period before it")
    void from() {
        assertThat(Step.MONTH.from(FIRST, LocalDate.of(2020, 3, 1))).isEqualTo(2);
        assertThat(Step.MONTH.from(FIRST, LocalDate.of(2020, 3, 2))).isEqualTo(3);
        assertThat(Step.MONTH.from(FIRST, LocalDate.of(2019, 11, 30))).isEqualTo(-1);
        assertThat(Step.QUARTER.from(FIRST, LocalDate.of(2020, 10, 1))).isEqualTo(3);
        assertThat(Step.QUARTER.from(FIRST, LocalDate.of(2020, 9, 1))).isEqualTo(3);
        assertThat(Step.YEAR.from(FIRST, LocalDate.of(2022, 1, 1))).isEqualTo(2);
        assertThat(Step.WEEK.from(FIRST, LocalDate.of(2020, 1, 15))).isEqualTo(2);
        assertThat(Step.WEEK.from(FIRST, LocalDate.of(2020, 1, 16))).isEqualTo(3);
        assertThat(Step.DAY.from(FIRST, LocalDate.of(2020, 2, 29))).isEqualTo(59);
    }
}
