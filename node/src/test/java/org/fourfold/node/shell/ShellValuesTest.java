package org.fourfold.node.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.junit.jupiter.api.Test;

class ShellValuesTest {

    @Test
    void aRedirectNeverLeavesTheNode() {
        for (String path : List.of(
                "//evil.example", "https://evil.example", "/\\evil.example", "/a\nSet-Cookie: x", "evil", "", "/a b")) {
            assertThat(Html.isLocal(path)).as(path).isFalse();
        }
        assertThat(Html.isLocal("/files/7KQ-44?tab=notes")).isTrue();
        assertThatThrownBy(() -> Html.seeOther("//evil.example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMemberActsInTheRoleThatFitsThePurpose() {
        Viewer viewer = ShellUnderTest.viewer(Language.ES);
        assertThat(viewer.actor(Purpose.PROTECTION).role()).isEqualTo(Role.CASEWORKER);
        assertThat(viewer.actor(Purpose.PREVENTION).role()).isEqualTo(Role.ANALYST);
    }

    @Test
    void aPurposeWithoutAFittingRoleIsRefused() {
        Viewer viewer = ShellUnderTest.viewer(Language.ES);
        assertThatThrownBy(() -> viewer.actor(Purpose.ADMINISTRATION)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> viewer.actor(Purpose.PROTECTION, Role.SUPERVISOR))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> viewer.actor(Purpose.PROTECTION, Role.ANALYST)).isInstanceOf(RefusedException.class);
    }

    @Test
    void onlyRoomsPathsAreGuardedByTheirRoom() {
        assertThat(Room.guarding("/files/x")).contains(Room.PROTECTION);
        assertThat(Room.guarding("/map")).contains(Room.PREVENTION);
        assertThat(Room.guarding("/publications/new")).contains(Room.PARTNERSHIP);
        assertThat(Room.guarding("/filesystem")).isEmpty();
        assertThat(Room.guarding("/sign-in")).isEmpty();
    }

    @Test
    void aChartsHighestBarReachesNoHigherThanItsGrid() {
        MonthChart chart = MonthChart.bars("x", points(0, 7, 93, 12));
        double top = chart.steps().getLast().y();
        assertThat(chart.steps().getLast().value()).isGreaterThanOrEqualTo(93);
        assertThat(chart.placed()).allSatisfy(bar -> {
            assertThat(bar.y()).isGreaterThanOrEqualTo(top);
            assertThat(bar.y() + bar.height()).isEqualTo(chart.bottom());
            assertThat(bar.x()).isGreaterThanOrEqualTo(chart.left());
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(chart.right());
        });
    }

    @Test
    void aMonthWithoutAFigureBreaksTheLine() {
        MonthChart chart = MonthChart.line(
                "x",
                List.of(
                        MonthChart.Point.of(YearMonth.of(2025, 1), 1),
                        MonthChart.Point.of(YearMonth.of(2025, 2), 2),
                        MonthChart.Point.of(YearMonth.of(2025, 5), 3)));
        assertThat(chart.stretches()).hasSize(2);
    }

    @Test
    void anEmptyChartIsDrawnEmpty() {
        MonthChart chart = MonthChart.bars("x", List.of());
        assertThat(chart.placed()).isEmpty();
        assertThat(chart.marks()).isEmpty();
        assertThat(chart.total()).isZero();
    }

    @Test
    void theSumOfAChartIsTheSumOfItsPoints() {
        assertThat(MonthChart.bars("x", points(3, 4, 5)).total()).isEqualTo(12);
    }

    private static List<MonthChart.Point> points(long... counts) {
        return java.util.stream.IntStream.range(0, counts.length)
                .mapToObj(i -> MonthChart.Point.of(YearMonth.of(2025, 1).plusMonths(i), counts[i]))
                .toList();
    }
}
