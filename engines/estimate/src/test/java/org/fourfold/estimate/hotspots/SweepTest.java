package org.fourfold.estimate.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A sweep")
class SweepTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(ScanModel.class)
    @DisplayName("that has learnt where maxima lie finds what a fresh one finds, in ordinary data and in flat ones")
    void learnt(ScanModel model) {
        for (Shape shape : new Shape[] {new Shape.Circle(), Shape.Ellipse.usual(0.5), new Shape.Flexible(6)}) {
            boolean space = model != ScanModel.SPACE_TIME_PERMUTATION && !(shape instanceof Shape.Circle);
            RandomMap map = new RandomMap(7, 14, space ? 1 : 5, true);
            ScanOptions options = (space
                            ? ScanOptions.spatial(model)
                            : ScanOptions.spaceTime(model, ScanTime.RETROSPECTIVE))
                    .with(shape);
            AreaData data = map.data(false);
            Spots spots = new Spots(data);
            Field field = Field.of(data, spots, options, new Problems());
            Windows windows =
                    new WindowsBuilder(spots, field, options.limits()).of(shape, data.borders, new Problems());
            Prepared prepared = Prepared.of(field, windows, Spans.of(field.times(), options.time(), 0.5), 2);
            isTheSame(prepared);
        }
    }

    private static void isTheSame(Prepared prepared) {
        Sweep learnt = new Sweep(prepared);
        Simulator simulator = Simulator.of(prepared.field());
        int[][] cells = new int[4][prepared.field().cases().length];
        int[] totals = new int[4];
        for (int round = 0; round < 60; round++) {
            for (int lane = 0; lane < 4; lane++) {
                totals[lane] = simulator.draw(Chance.stream(1, 1, round * 4L + lane), cells[lane]);
            }
            if (round % 7 == 6) {
                flatten(prepared.field(), cells[2], totals);
            }
            double[] found = new double[4];
            double[] fresh = new double[4];
            learnt.largest(cells, totals, found);
            new Sweep(prepared).largest(cells, totals, fresh);
            assertThat(found).containsExactly(fresh);
        }
    }

    /** As even as whole cases can be, in a Poisson field: a maximum far below those of chance. */
    private static void flatten(Field field, int[] cells, int[] totals) {
        if (field.model() != ScanModel.EXPECTATION_POISSON) {
            return;
        }
        totals[2] = 0;
        for (int c = 0; c < cells.length; c++) {
            cells[c] = (int) field.measure()[c];
            totals[2] += cells[c];
        }
    }
}
