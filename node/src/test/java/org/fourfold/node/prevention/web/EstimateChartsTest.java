package org.fourfold.node.prevention.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.Limits;
import org.fourfold.estimate.prevalence.MethodResult;
import org.fourfold.estimate.prevalence.Prevalence;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.Test;

/** Pictures of an estimate say what its tables say. */
class EstimateChartsTest {

    private final List<MethodResult.Answer> answers = Prevalence.estimate(
                    CaptureTable.of(List.of("A", "B", "C"), new int[] {1, 2, 4, 3, 5, 6, 7}, new long[] {
                        60, 52, 47, 14, 12, 11, 5
                    }),
                    Run.of(1))
            .panel()
            .answers();

    private PanelChart chart() {
        return PanelChart.of(
                answers, answers.stream().map(each -> each.method().code()).toList());
    }

    @Test
    void everyMethodHasItsLineWithTheEstimateInside() {
        assertThat(chart().rows()).hasSameSizeAs(answers).allSatisfy(row -> {
            assertThat(row.from95()).isLessThanOrEqualTo(row.from80());
            assertThat(row.x()).isBetween(row.from80(), row.to80());
            assertThat(row.to80()).isLessThanOrEqualTo(row.to95());
            assertThat(row.from95()).isGreaterThanOrEqualTo(chart().left());
            assertThat(row.to95()).isLessThanOrEqualTo(chart().right());
        });
    }

    @Test
    void theAxisHasRoundNumbersThatHoldAll() {
        List<PanelChart.Step> steps = chart().steps();
        assertThat(steps).hasSizeGreaterThan(1);
        assertThat(steps.getFirst().persons()).isLessThanOrEqualTo((long)
                answers.stream().mapToDouble(a -> a.limits().lower95()).min().orElseThrow());
        assertThat(steps.getLast().persons()).isGreaterThanOrEqualTo((long)
                answers.stream().mapToDouble(a -> a.limits().upper95()).max().orElseThrow());
        assertThat(steps).allMatch(step -> String.valueOf(step.persons()).matches("(15|[1234568])0*"));
        assertThat(steps.size()).as("room for their numbers").isLessThan(10);
    }

    @Test
    void aLimitThatIsNotSetRunsToTheEdge() {
        MethodResult.Answer first = answers.getFirst();
        MethodResult.Answer open = new MethodResult.Answer(
                first.method(),
                first.estimate(),
                new Limits(300, 900, 250, Double.POSITIVE_INFINITY),
                first.others(),
                first.model(),
                first.criteria(),
                first.spread(),
                first.dip(),
                first.models(),
                first.leaveOneOut(),
                first.cautions());
        PanelChart chart = PanelChart.of(List.of(open), List.of("one"));
        assertThat(chart.rows().getFirst().to95()).isEqualTo(chart.right());
    }

    @Test
    void theLargestCombinationComesFirstAndDotsNameItsLists() {
        UpsetChart chart = UpsetChart.of(List.of("A", "B", "C"), Map.of(1, 40L, 6, 80L, 7, 3L));
        assertThat(chart.columns()).extracting(UpsetChart.Column::name).containsExactly("B + C", "A", "A + B + C");
        assertThat(chart.columns().getFirst().dots())
                .extracting(UpsetChart.Dot::in)
                .containsExactly(false, true, true);
        assertThat(chart.columns().get(0).barHeight())
                .isEqualTo(2 * chart.columns().get(1).barHeight());
        assertThat(chart.leftOut()).isZero();
    }
}
