package org.fourfold.estimate.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table of who stands on which lists")
class CaptureTableTest {

    @Test
    @DisplayName("adds rows of the same history")
    void adds() {
        CaptureTable table = CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3, 1}, new long[] {5, 7, 2, 1});
        assertThat(table.counts()).containsExactly(0, 6, 7, 2);
        assertThat(table.cases()).isEqualTo(15);
        assertThat(table.onList(0)).isEqualTo(8);
        assertThat(table.onAll(3)).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "is read from the published files: 2,744 cases on the five lists of the United Kingdom, 186 on eight of New Orleans")
    void published() {
        assertThat(MseTables.read("UKdat_5").cases()).isEqualTo(2744);
        assertThat(MseTables.read("UKdat_5").lists()).hasSize(5);
        assertThat(MseTables.read("NewOrl").cases()).isEqualTo(186);
        assertThat(MseTables.read("NewOrl").lists()).hasSize(8);
    }

    @Test
    @DisplayName("refuses what no number can be made of, and says all of it at once")
    void refuses() {
        assertThat(faults(List.of("A"), new int[] {1}, new long[] {3})).containsExactly("one-list ");
        assertThat(faults(List.of("A", "A"), new int[] {3}, new long[] {3})).containsExactly("list-twice ");
        assertThat(faults(List.of("A", "B"), new int[] {1, 2, 0}, new long[] {-3, 2, 1}))
                .containsExactly("negative-count 1", "row-without-list 3");
        assertThat(faults(List.of("A", "B"), new int[] {1, 2}, new long[] {3, 2}))
                .containsExactly("no-overlap ");
        assertThat(faults(List.of("A", "B", "C"), new int[] {1, 3}, new long[] {3, 2}))
                .containsExactly("empty-list ");
        assertThat(faults(List.of("A", "B"), new int[] {1, 3}, new long[] {0, 0}))
                .containsExactly("nobody ");
        assertThat(faults(List.of("A", "B"), new int[] {3, 3}, new long[] {99_000_000, 9_000_000}))
                .containsExactly("too-many-cases 2");
        assertThat(faults(
                        List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"), new int[] {1}, new long[] {1}))
                .containsExactly("too-many-lists ");
    }

    private static List<String> faults(List<String> lists, int[] histories, long[] counts) {
        return catchThrowableOfType(RefusedException.class, () -> CaptureTable.of(lists, histories, counts))
                .problems()
                .stream()
                .map(CaptureTableTest::written)
                .toList();
    }

    private static String written(Problem problem) {
        return problem.fault().code() + " " + problem.place();
    }
}
