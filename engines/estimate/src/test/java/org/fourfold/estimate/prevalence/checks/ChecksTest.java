package org.fourfold.estimate.prevalence.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a number from overlapping lists is worth")
class ChecksTest {

    private static final Stepwise.Options FEW = new Stepwise.Options(0.02, 200);

    @Test
    @DisplayName("a hidden list is foretold from two others among its persons as Lincoln and Petersen would: Korea's b")
    void hidden() {
        HiddenList b = HiddenList.of(MseTables.read("Korea"), 0, FEW, Run.of(1));
        // On b: 54 with c, 6 with d, 12 with both, and 5 with neither.
        assertThat(b).isInstanceOfSatisfying(HiddenList.Foretold.class, foretold -> {
            assertThat(foretold.persons()).isEqualTo(77);
            assertThat(foretold.unseenByOthers()).isEqualTo(5);
            assertThat(foretold.foretold()).isCloseTo(54 * 6 / 12.0, within(1e-6));
            assertThat(foretold.isMet()).isFalse();
        });
    }

    @Test
    @DisplayName("a list among whose persons the others share nobody is not foretold, and it is said why")
    void notForetold() {
        HiddenList gp = HiddenList.of(MseTables.read("UKdat_5"), 4, FEW, Run.of(1));
        assertThat(gp).isInstanceOfSatisfying(HiddenList.NotForetold.class, none -> {
            assertThat(none.unseenByOthers()).isEqualTo(316);
            assertThat(none.why()).extracting(p -> p.fault().code()).containsExactly("no-overlap");
        });
    }

    @Test
    @DisplayName("lists that were made independently foretell each other")
    void independentLists() {
        // Expected counts of 2,000 persons, each on A, B and C with chances 0.5, 0.4 and 0.3.
        CaptureTable table = CaptureTable.of(
                List.of("A", "B", "C"), new int[] {1, 2, 4, 3, 5, 6, 7}, new long[] {420, 280, 180, 280, 180, 120, 120
                });
        assertThat(HiddenList.all(table, FEW, Run.of(1)))
                .hasSize(3)
                .allSatisfy(h -> assertThat(h).isInstanceOfSatisfying(HiddenList.Foretold.class, f -> {
                    assertThat(f.isMet()).isTrue();
                    assertThat(f.foretold()).isCloseTo(f.unseenByOthers(), within(1e-6));
                }));
    }

    @Test
    @DisplayName("counts of 1 to 4 do not leave the house")
    void smallCounts() {
        SmallCells shown = SmallCells.of(MseTables.read("UKdat_5"));
        assertThat(shown.withheld()).isEqualTo(6);
        assertThat(shown.cells())
                .extracting(SmallCells.Cell::count)
                .doesNotContain(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3), OptionalInt.of(4))
                .contains(OptionalInt.of(54), OptionalInt.of(995));
    }

    @Test
    @DisplayName("one small count is not withheld alone: it would follow from the total")
    void oneSmallCount() {
        CaptureTable table = CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3}, new long[] {40, 30, 3});
        assertThat(SmallCells.of(table).cells())
                .containsExactly(
                        new SmallCells.Cell(1, OptionalInt.of(40)),
                        new SmallCells.Cell(2, OptionalInt.empty()),
                        new SmallCells.Cell(3, OptionalInt.empty()));
        CaptureTable large = CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3}, new long[] {40, 30, 5});
        assertThat(SmallCells.of(large).withheld()).isZero();
    }
}
