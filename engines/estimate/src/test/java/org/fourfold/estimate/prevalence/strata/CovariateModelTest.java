package org.fourfold.estimate.prevalence.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Covariates that only some lists record")
class CovariateModelTest {

    private static final List<String> LISTS = List.of("police", "shelter");
    private static final Covariate SEX = new Covariate("sex", List.of("woman", "man"), 3);

    @Test
    @DisplayName("recorded everywhere, give the sum of Petersen's estimates of the strata: 10*20/5 and 40*30/6")
    void petersen() {
        // Women: 5 on both, 5 police alone, 15 shelter alone: 10 * 20 / 5 = 40. Men: 6, 34, 24: 40 * 30 / 6 = 200.
        CovariateTable table = CovariateTable.of(
                LISTS,
                List.of(SEX),
                new int[] {3, 1, 2, 3, 1, 2},
                new int[][] {{0}, {0}, {0}, {1}, {1}, {1}},
                new long[] {5, 5, 15, 6, 34, 24});
        CovariateEstimate estimate = CovariateModel.of(table, new CovariateOptions(List.of(), 200), Run.of(1));
        assertThat(estimate.population().point()).isEqualTo(240, within(0.01));
        assertThat(estimate.levels().get(0).point()).isEqualTo(40, within(0.01));
        assertThat(estimate.levels().get(1).point()).isEqualTo(200, within(0.01));
        assertThat(estimate.population().population().lower95()).isBetween(100.0, 200.0);
    }

    @Test
    @DisplayName("one recorded by each of two lists: the closed form of van der Heijden et al. for [A x2][B x1][x1 x2]")
    void closedForm() {
        // x1 known on list A, x2 on list B. Both known for those on both: n11(x1, x2). Then the completed margins are
        // A alone, x1: n10(x1) shared out over x2 as on both; the odds ratio of the lists is 1 within (x1, x2).
        long[] both = {30, 20, 10, 40};
        long[] first = {60, 90};
        long[] second = {80, 70};
        int[][] values = new int[8][];
        int[] histories = new int[8];
        long[] counts = new long[8];
        for (int i = 0; i < 4; i++) {
            histories[i] = 3;
            values[i] = new int[] {i % 2, i / 2};
            counts[i] = both[i];
        }
        for (int i = 0; i < 2; i++) {
            histories[4 + i] = 1;
            values[4 + i] = new int[] {i, -1};
            counts[4 + i] = first[i];
            histories[6 + i] = 2;
            values[6 + i] = new int[] {-1, i};
            counts[6 + i] = second[i];
        }
        double expected = 0;
        for (int x1 = 0; x1 < 2; x1++) {
            for (int x2 = 0; x2 < 2; x2++) {
                double on = both[x1 + 2 * x2];
                double aAlone = first[x1] * on / (both[x1] + both[x1 + 2]);
                double bAlone = second[x2] * on / (both[2 * x2] + both[2 * x2 + 1]);
                expected += on + aAlone + bAlone + aAlone * bAlone / on;
            }
        }
        List<Covariate> covariates =
                List.of(new Covariate("x1", List.of("a", "b"), 1), new Covariate("x2", List.of("a", "b"), 2));
        CovariateTable table = CovariateTable.of(LISTS, covariates, histories, values, counts);
        CovariateEstimate estimate = CovariateModel.of(table, new CovariateOptions(List.of(), 100), Run.of(1));
        assertThat(estimate.population().point()).isEqualTo(expected, within(0.05));
    }

    @Test
    @DisplayName(
            "in a simulation of three lists, one blind to sex: the truth of 3,000 lies in the interval as often as it should, and without the covariate it is missed")
    void simulation() {
        int inside = 0;
        int sets = 40;
        double sum = 0;
        double blind = 0;
        for (int s = 0; s < sets; s++) {
            CovariateTable table = simulated(Chance.stream(21, 0, s));
            CovariateEstimate estimate = CovariateModel.of(table, new CovariateOptions(List.of(), 200), Run.of(s));
            PopulationQuantiles population = estimate.population().population();
            inside += population.lower95() <= 3000 && 3000 <= population.upper95() ? 1 : 0;
            sum += estimate.population().point();
            CovariateTable without = CovariateTable.of(
                    table.table().lists(),
                    List.of(),
                    table.histories(),
                    new int[table.counts().length][0],
                    table.counts());
            blind += CovariateModel.of(without, new CovariateOptions(List.of(), 100), Run.of(s))
                    .population()
                    .point();
        }
        assertThat(sum / sets).isEqualTo(3000, within(90.0));
        assertThat(inside).isBetween(33, 40);
        assertThat(blind / sets).isLessThan(2700);
    }

    /** 3,000 persons, half of them women, who come onto lists .5, .4, .5; men .15, .2, .1. The third list does not record sex. */
    private static CovariateTable simulated(RandomGenerator random) {
        double[][] capture = {{.5, .4, .5}, {.15, .2, .1}};
        long[] counts = new long[8 * 3];
        for (int i = 0; i < 3000; i++) {
            int sex = i % 2;
            int history = 0;
            for (int j = 0; j < 3; j++) {
                history |= random.nextDouble() < capture[sex][j] ? 1 << j : 0;
            }
            int known = (history & 3) != 0 ? sex : 2;
            if (history != 0) {
                counts[history * 3 + known]++;
            }
        }
        int[] histories = new int[24];
        int[][] values = new int[24][1];
        for (int i = 0; i < 24; i++) {
            histories[i] = i / 3;
            values[i][0] = i % 3 == 2 ? CovariateTable.UNKNOWN : i % 3;
        }
        return CovariateTable.of(
                List.of("A", "B", "C"), List.of(new Covariate("sex", List.of("w", "m"), 3)), histories, values, counts);
    }

    @Test
    @DisplayName("refuse values that are none, values that nobody has, and more cells than can be filled")
    void refuses() {
        assertThat(faults(List.of(SEX), new int[][] {{0}, {2}, {0}}))
                .containsExactly(PrevalenceFault.COVARIATE_VALUE, PrevalenceFault.COVARIATE_UNSEEN);
        Covariate large = new Covariate(
                "place",
                java.util.stream.IntStream.range(0, 3000)
                        .mapToObj(String::valueOf)
                        .toList(),
                3);
        assertThat(faults(List.of(large), new int[][] {{0}, {2}, {0}})).contains(PrevalenceFault.TOO_MANY_CELLS);
    }

    @Test
    @DisplayName("refuse a model whose parameters the lists cannot tell apart")
    void open() {
        CovariateTable table = CovariateTable.of(
                LISTS,
                List.of(SEX),
                new int[] {3, 1, 2, 3, 1, 2},
                new int[][] {{0}, {0}, {0}, {1}, {1}, {1}},
                new long[] {5, 5, 15, 6, 34, 24});
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> CovariateModel.of(table, new CovariateOptions(List.of(3), 100), Run.of(1)));
        assertThat(refused.problems()).extracting(Problem::fault).containsExactly(PrevalenceFault.COVARIATES_UNTOLD);
    }

    private static List<Object> faults(List<Covariate> covariates, int[][] values) {
        return catchThrowableOfType(
                        RefusedException.class,
                        () -> CovariateTable.of(LISTS, covariates, new int[] {1, 2, 3}, values, new long[] {4, 5, 6}))
                .problems()
                .stream()
                .<Object>map(Problem::fault)
                .distinct()
                .toList();
    }
}
