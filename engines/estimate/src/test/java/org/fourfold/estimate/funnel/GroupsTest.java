package org.fourfold.estimate.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.Tables;
import org.fourfold.estimate.run.Chance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tests between groups")
class GroupsTest {

    private static final int[] NO_STRATA = {};

    @Test
    @DisplayName("log-rank and Peto-Peto equal R's survdiff on aml and lung")
    void published() {
        Tables aml = Tables.read("survival/aml.csv");
        int[] arm = Arrays.stream(aml.words("x"))
                .mapToInt(x -> x.equals("Maintained") ? 0 : 1)
                .toArray();
        GroupTest logRank = RankTest.logRank(CurvesTest.deaths(aml), 1, arm, NO_STRATA);
        assertThat(logRank.statistic()).isEqualTo(3.396389, within(5e-7));
        assertThat(logRank.p()).isEqualTo(0.065339, within(5e-7));
        assertThat(RankTest.petoPeto(CurvesTest.deaths(aml), 1, arm, NO_STRATA).statistic())
                .isEqualTo(2.779280, within(5e-7));
        Tables lung = Tables.read("survival/lung.csv");
        int[] sex = Arrays.stream(lung.whole("sex")).map(s -> s - 1).toArray();
        assertThat(RankTest.logRank(CurvesTest.lung(lung), 1, sex, NO_STRATA).statistic())
                .isEqualTo(10.326742, within(5e-7));
    }

    @Test
    @DisplayName("the log-rank is the score test of Cox's exact likelihood; strata add up")
    void scoreTest() {
        double[] exit = {1, 2, 2, 2, 3, 4, 5, 5, 6};
        int[] kind = {1, 1, 1, 0, 1, 0, 1, 1, 0};
        int[] group = {1, 0, 1, 0, 0, 1, 0, 1, 0};
        Exits exits = Exits.of(List.of("left"), exit, kind);
        CoxFit cox = Cox.fit(
                exits,
                1,
                Covariates.of(
                        List.of("group"), Arrays.stream(group).asDoubleStream().toArray()),
                NO_STRATA,
                CoxTies.EXACT);
        GroupTest one = RankTest.logRank(exits, 1, group, NO_STRATA);
        assertThat(one.statistic()).isEqualTo(cox.scoreStatistic(), within(1e-10));
        int[] twice = IntStream.range(0, 18).map(i -> group[i % 9]).toArray();
        Exits both = Exits.of(
                List.of("left"),
                IntStream.range(0, 18).mapToDouble(i -> exit[i % 9]).toArray(),
                IntStream.range(0, 18).map(i -> kind[i % 9]).toArray());
        int[] strata = IntStream.range(0, 18).map(i -> i / 9).toArray();
        assertThat(RankTest.logRank(both, 1, twice, strata).statistic()).isEqualTo(2 * one.statistic(), within(1e-10));
    }

    @Test
    @DisplayName(
            "Gray's score, worked by hand on six cases: those who left otherwise still count as able, thinned by loss")
    void grayByHand() {
        // Group 0: leaves in way 1 at 1, in way 2 at 2, open at 5. Group 1: way 2 at 1, way 1 at 3, open at 4.
        Exits exits = Exits.of(List.of("a", "b"), new double[] {1, 2, 5, 1, 3, 4}, new int[] {1, 2, 0, 2, 1, 0});
        GroupTest test = GrayTest.of(exits, 1, new int[] {0, 0, 0, 1, 1, 1}, NO_STRATA);
        // At 1: R = 3 and 3, expected 1/2. At 3: R_0 = Y(1-F)/S = 1 * (2/3) / (1/3) = 2; R_1 = 2 * 1 / (2/3) = 3.
        assertThat(test.observed()).containsExactly(1.0, 1.0);
        assertThat(test.expected().get(0)).isEqualTo(0.5 + 2 / 5.0, within(1e-12));
        assertThat(test.expected().get(1)).isEqualTo(0.5 + 3 / 5.0, within(1e-12));
    }

    @Test
    @DisplayName(
            "Gray's variance is that of the score over many samples, its size five in a hundred, and it sees what the log-rank of rates cannot")
    void graySimulated() {
        int samples = 1500;
        double squares = 0;
        double told = 0;
        int rejected = 0;
        int rates = 0;
        for (int s = 0; s < samples; s++) {
            Drawn drawn = Drawn.of(Chance.stream(11, 1, s), 120, 1, 1);
            GroupTest test = GrayTest.of(drawn.exits, 1, drawn.group, NO_STRATA);
            double score = test.observed().get(0) - test.expected().get(0);
            squares += score * score / samples;
            told += score * score / test.statistic() / samples;
            rejected += test.p() < 0.05 ? 1 : 0;
            Drawn other = Drawn.of(Chance.stream(11, 2, s), 120, 1, 4);
            rates += RankTest.logRank(other.exits, 1, other.group, NO_STRATA).p() < 0.05 ? 1 : 0;
        }
        assertThat(told / squares).isBetween(0.9, 1.1);
        // Standard error of a share of 0.05 in 1,500 samples: 0.0056.
        assertThat(rejected / (double) samples).isBetween(0.033, 0.067);
        assertThat(rates / (double) samples).isBetween(0.033, 0.067);
        int seen = 0;
        for (int s = 0; s < 200; s++) {
            Drawn drawn = Drawn.of(Chance.stream(11, 3, s), 120, 1, 4);
            seen += GrayTest.of(drawn.exits, 1, drawn.group, NO_STRATA).p() < 0.05 ? 1 : 0;
        }
        // Equal rates of way 1, way 2 four times as quick in one group: the shares differ.
        assertThat(seen).isGreaterThan(60);
    }

    /** Two groups: way 1 with rate 1 in both, way 2 with a rate for each, watched for up to two. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Drawn(Exits exits, int[] group) {
        static Drawn of(RandomGenerator random, int n, double other0, double other1) {
            double[] exit = new double[n];
            int[] kind = new int[n];
            int[] group = new int[n];
            for (int i = 0; i < n; i++) {
                group[i] = i % 2;
                double first = random.nextExponential();
                double second = random.nextExponential() / (group[i] == 0 ? other0 : other1);
                double watched = 2 * random.nextDouble();
                exit[i] = Math.min(watched, Math.min(first, second));
                kind[i] = exit[i] == watched ? 0 : exit[i] == first ? 1 : 2;
            }
            return new Drawn(Exits.of(List.of("a", "b"), exit, kind), group);
        }
    }
}
