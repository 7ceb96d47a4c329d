package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What could not be given is counted, and leads to nobody. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnmetNeedsTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final House house = new House();

    @AfterAll
    void close() {
        house.close();
    }

    private static UnmetNeed bed(YearMonth month, int persons) {
        return new UnmetNeed(month, UnmetNeed.Outcome.TURNED_AWAY, UnmetNeed.Need.BED, UnmetNeed.Reason.FULL, persons);
    }

    @Test
    void personsAreAddedUpByMonthAndReason() {
        house.unmet.note(house.night, bed(NOVEMBER, 1));
        house.unmet.note(house.rosa, bed(NOVEMBER, 3));
        house.unmet.note(house.rosa, bed(NOVEMBER.minusMonths(1), 2));

        List<UnmetCount> counts = house.unmet.counts(house.supervisor, NOVEMBER.minusMonths(1), NOVEMBER);

        assertThat(counts)
                .containsExactly(
                        new UnmetCount(
                                NOVEMBER, UnmetNeed.Outcome.TURNED_AWAY, UnmetNeed.Need.BED, UnmetNeed.Reason.FULL, 4),
                        new UnmetCount(
                                NOVEMBER.minusMonths(1),
                                UnmetNeed.Outcome.TURNED_AWAY,
                                UnmetNeed.Need.BED,
                                UnmetNeed.Reason.FULL,
                                2));
    }

    @Test
    void noColumnLeadsToAPersonOrAMember() {
        assertThat(house.count("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'protection'"
                        + " AND table_name = 'unmet_need' AND column_name NOT IN ('id', 'organisation', 'month',"
                        + " 'outcome', 'need', 'reason', 'persons')"))
                .isZero();
        assertThat(house.count("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"
                        + " AND conrelid = 'protection.unmet_need'::regclass"))
                .isZero();
    }

    @Test
    void whoDoesNotLookAfterTheHouseNeitherCountsNorSees() {
        assertThatThrownBy(() -> house.unmet.note(house.lawyer, bed(NOVEMBER, 1)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> house.unmet.counts(house.lawyer, NOVEMBER, NOVEMBER))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> house.unmet.note(house.rosa, bed(NOVEMBER, 0))).isInstanceOf(ProblemException.class);
    }
}
