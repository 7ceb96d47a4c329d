package org.fourfold.estimate.prevalence.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.graphs.GraphAveraging;
import org.fourfold.estimate.prevalence.graphs.GraphOptions;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Estimates of estimates")
class StrataTest {

    private static final List<String> LISTS = List.of("A", "B", "C");

    /** Averaging over graphs. */
    private static final Method GRAPHS = (table, run) ->
            Replicates.of(GraphAveraging.of(table, GraphOptions.USUAL, run), 2000, Chance.stream(run.seed(), 1, 0));

    /** Petersen's of lists A and B, with normal draws around it. */
    private static Replicates petersen(CaptureTable table, Run run) {
        double both = table.onAll(3);
        double point = table.onList(0) * (double) table.onList(1) / both;
        RandomGenerator random = Chance.stream(run.seed(), 1, 0);
        double[] draws = new double[4000];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = point * Math.exp(random.nextGaussian() * 0.1);
        }
        return new Replicates(point, draws);
    }

    @Test
    @DisplayName("add up strata: the sum of the points, variances added")
    void sum() {
        Map<String, CaptureTable> tables = new LinkedHashMap<>();
        tables.put("2024", CaptureTable.of(LISTS, new int[] {1, 2, 3, 4}, new long[] {80, 40, 20, 5}));
        tables.put("2025", CaptureTable.of(LISTS, new int[] {1, 2, 3, 4}, new long[] {80, 40, 20, 5}));
        StratifiedEstimate estimate = Strata.of(tables, "petersen", StrataTest::petersen, Run.of(1));
        assertThat(estimate.sum().orElseThrow().point()).isEqualTo(600, within(1e-9));
        // Each 300 with an error of 30, independent: 600 with 42.
        assertThat(estimate.population().orElseThrow().upper95()
                        - estimate.population().orElseThrow().lower95())
                .isEqualTo(2 * 1.96 * 30 * Math.sqrt(2), within(8.0));
    }

    @Test
    @DisplayName("give no sum when a stratum has no estimate, and say which")
    void without() {
        Map<String, CaptureTable> tables = new LinkedHashMap<>();
        tables.put("women", MseTables.read("Korea"));
        tables.put("men", CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3}, new long[] {5, 6, 7}));
        StratifiedEstimate estimate = Strata.of(tables, "graphs", GRAPHS, Run.of(1));
        assertThat(estimate.sum()).isEmpty();
        assertThat(estimate.strata()
                        .get(0)
                        .estimate()
                        .orElseThrow()
                        .population()
                        .median())
                .isEqualTo(163, within(3.0));
        assertThat(estimate.strata().get(1).why())
                .extracting(Problem::fault)
                .containsExactly(PrevalenceFault.GRAPHS_LISTS);
        assertThat(estimate.cautions()).extracting(Problem::place).containsExactly("men");
    }

    @Test
    @DisplayName("draw from the curve of an exact posterior what its quantiles say")
    void curve() {
        var average = GraphAveraging.of(MseTables.read("UKdat_5"), GraphOptions.USUAL, Run.of(1));
        var drawn = Replicates.of(average, 40_000, Chance.stream(1, 0, 0)).population();
        assertThat(drawn.lower95()).isEqualTo(10_387, within(60.0));
        assertThat(drawn.median()).isEqualTo(22_990, within(250.0));
        assertThat(drawn.upper95()).isEqualTo(33_508, within(300.0));
    }

    /** 100 on A alone, 60 on B alone, 20 on both, and ten pairs that are one person with a chance of a half each. */
    private static CaptureTable drawn(int index, RandomGenerator random) {
        int same = 0;
        for (int pair = 0; pair < 10; pair++) {
            same += random.nextBoolean() ? 1 : 0;
        }
        return CaptureTable.of(
                List.of("A", "B"), new int[] {1, 2, 3}, new long[] {100 + 10 - same, 60 + 10 - same, 20 + same});
    }

    @Test
    @DisplayName("pool draws of who is who: variance within and between, and how much comes from linkage")
    void linkage() {
        PooledEstimate pooled =
                LinkageUncertainty.of(StrataTest::drawn, 400, "petersen", StrataTest::petersen, Run.of(1));
        // N = 130 * 90 / (20 + k), k binomial of 10 and a half: log sd about 1.58 / 25 = .063; within .1.
        double share = 0.0632 * 0.0632 / (0.0632 * 0.0632 + 0.01);
        assertThat(pooled.linkageShare()).isEqualTo(share, within(0.05));
        double half = 1.96 * Math.sqrt(0.0632 * 0.0632 + 0.01);
        assertThat(Math.log(pooled.pooled().upper() / pooled.pooled().lower())).isEqualTo(2 * half, within(0.03));
        assertThat(Math.log(pooled.population().upper95() / pooled.population().lower95()))
                .isEqualTo(2 * half, within(0.04));
        assertThat(pooled.cases().fewest()).isLessThan(pooled.cases().most());
        assertThat(pooled.points()).hasSize(400);
    }

    @Test
    @DisplayName("refuse a pool that most draws of linkage are missing from")
    void refuses() {
        Method often = (table, run) -> {
            if (table.onAll(3) > 24) {
                throw new RefusedException(List.of(Problem.of(PrevalenceFault.NO_OVERLAP, "")));
            }
            return petersen(table, run);
        };
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> LinkageUncertainty.of(StrataTest::drawn, 50, "often", often, Run.of(1)));
        assertThat(refused.problems())
                .extracting(Problem::fault)
                .containsExactly(PrevalenceFault.LINKAGE_MOSTLY_REFUSED);
    }

    @Test
    @DisplayName("are the same for any number of threads")
    void threads() {
        assertThat(LinkageUncertainty.of(
                                StrataTest::drawn,
                                20,
                                "p",
                                StrataTest::petersen,
                                Run.of(1).with(3))
                        .population())
                .isEqualTo(LinkageUncertainty.of(StrataTest::drawn, 20, "p", StrataTest::petersen, Run.of(1))
                        .population());
    }
}
