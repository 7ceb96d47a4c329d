package org.fourfold.estimate.prevalence.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Averaging over decomposable graphs")
class GraphAveragingTest {

    @Test
    @DisplayName("knows 8, 61 and 822 graphs of three, four and five lists")
    void graphs() {
        assertThat(IntStream.of(3, 4, 5)
                        .map(lists -> DecomposableGraph.of(lists).size()))
                .containsExactly(8, 61, 822);
    }

    @Test
    @DisplayName("gives what the R package dga gives of the published tables, to one person")
    void published() {
        published("UKdat_5", 10_387, 22_990, 33_508);
        published("NewOrl_5", 529, 847, 1_589);
        published("Korea", 127, 163, 445);
    }

    private static void published(String name, double lower, double median, double upper) {
        GraphAverage average = of(MseTables.read(name));
        assertThat(average.population().lower95()).as(name).isEqualTo(lower, within(1.0));
        assertThat(average.population().median()).as(name).isEqualTo(median, within(1.0));
        assertThat(average.population().upper95()).as(name).isEqualTo(upper, within(1.0));
        assertThat(average.graphs().stream()
                        .mapToDouble(GraphAverage.Graph::weight)
                        .sum())
                .isEqualTo(1, within(1e-12));
    }

    @Test
    @DisplayName(
            "agrees with the mean of every number of the missing, worked out one by one elsewhere, and the graphs' weights")
    void elsewhere() {
        GraphAverage average = of(MseTables.read("UKdat_5"));
        assertThat(average.population().mean()).isEqualTo(21281.608303266643, within(1e-4));
        assertThat(average.graphs().getFirst().weight()).isEqualTo(0.44343987943202234, within(1e-8));
        assertThat(average.graphs().get(1).weight()).isEqualTo(0.15072190763146195, within(1e-8));
        GraphAverage korea = of(MseTables.read("Korea"));
        assertThat(korea.population().mean()).isEqualTo(202.55863034749026, within(1e-7));
    }

    @Test
    @DisplayName("agrees with the likelihoods of three lists written down by hand, number by number")
    void byHand() {
        int[] counts = {0, 30, 25, 6, 40, 9, 3, 2};
        CaptureTable table = CaptureTable.of(
                List.of("A", "B", "C"),
                IntStream.range(0, 8).toArray(),
                IntStream.of(counts).asLongStream().toArray());
        double[][] logs = new double[8][20 * 115];
        double best = Double.NEGATIVE_INFINITY;
        for (int m = 1; m <= 20 * 115; m++) {
            double[] y = IntStream.of(counts).asDoubleStream().toArray();
            y[0] = m;
            double a = ml(y, 1);
            double b = ml(y, 2);
            double c = ml(y, 4);
            double ab = ml(y, 3);
            double ac = ml(y, 5);
            double bc = ml(y, 6);
            double[] graphs = {a + b + c, ab + c, ac + b, bc + a, ab + ac - a, ab + bc - b, ac + bc - c, ml(y, 7)};
            double ways = Gamma.logGamma(115 + m + 1) - Gamma.logGamma(m + 1) - Math.log(115 + m);
            for (int g = 0; g < 8; g++) {
                logs[g][m - 1] = graphs[g] + ways;
                best = Math.max(best, logs[g][m - 1]);
            }
        }
        double[] weights = new double[8];
        double mean = 0;
        double all = 0;
        for (int g = 0; g < 8; g++) {
            for (int m = 1; m <= 20 * 115; m++) {
                double p = Math.exp(logs[g][m - 1] - best);
                weights[g] += p;
                mean += p * (115 + m);
            }
            all += weights[g];
        }
        GraphAverage average = of(table);
        assertThat(average.population().mean()).isEqualTo(mean / all, within(1e-6));
        // By edges AB = 1, AC = 2, BC = 4, its place among those by hand.
        int[] byHand = {0, 1, 2, 4, 3, 5, 6, 7};
        for (GraphAverage.Graph graph : average.graphs()) {
            int edges = graph.joined().stream()
                    .mapToInt(pair -> pair == 3 ? 1 : pair == 5 ? 2 : 4)
                    .sum();
            assertThat(graph.weight()).isEqualTo(weights[byHand[edges]] / all, within(1e-10));
        }
    }

    /** The Dirichlet-multinomial likelihood of a margin, each cell of the table with a prior count of 1/8. */
    private static double ml(double[] y, int set) {
        double[] cells = new double[8];
        double[] prior = new double[8];
        double n = 0;
        for (int h = 0; h < 8; h++) {
            cells[h & set] += y[h];
            prior[h & set] += 0.125;
            n += y[h];
        }
        double sum = Gamma.logGamma(1) - Gamma.logGamma(1 + n);
        for (int h = 0; h < 8; h++) {
            if (prior[h] > 0) {
                sum += Gamma.logGamma(prior[h] + cells[h]) - Gamma.logGamma(prior[h]);
            }
        }
        return sum;
    }

    @Test
    @DisplayName(
            "gives the same posterior whatever the size: ten thousand times the cases, a narrow peak among 2 thousand million numbers")
    void narrow() {
        int[] histories = IntStream.range(1, 8).toArray();
        // Independent lists with capture of .3, .4 and .5: 21 of 100 on none.
        long[] counts = new long[7];
        for (int h = 1; h < 8; h++) {
            double p = ((h & 1) == 1 ? .3 : .7) * ((h & 2) == 2 ? .4 : .6) * .5;
            counts[h - 1] = Math.round(100_000_000 * p);
        }
        GraphAverage average = of(CaptureTable.of(List.of("A", "B", "C"), histories, counts));
        assertThat(average.population().median()).isEqualTo(100_000_000, within(5_000.0));
        assertThat(average.population().upper95() - average.population().lower95())
                .isBetween(30_000.0, 60_000.0);
        assertThat(average.graphs().getFirst().joined()).isEmpty();
        assertThat(average.cautions()).isEmpty();
    }

    @Test
    @DisplayName("tells when the upper limit says how far was looked, not how many there are")
    void nearTheEnd() {
        GraphAverage average =
                of(CaptureTable.of(List.of("A", "B", "C"), new int[] {1, 2, 4, 3}, new long[] {50, 40, 60, 1}));
        assertThat(average.cautions()).extracting(Problem::fault).containsExactly(PrevalenceFault.GRAPHS_NEAR_THE_END);
        assertThat(average.populationMax()).isEqualTo(21 * 151);
    }

    @Test
    @DisplayName("refuses two lists and six")
    void refuses() {
        CaptureTable two = CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3}, new long[] {5, 5, 5});
        assertThatThrownBy(() -> of(two)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> of(MseTables.read("UKdat"))).isInstanceOf(RefusedException.class);
    }

    private static GraphAverage of(CaptureTable table) {
        return GraphAveraging.of(table, GraphOptions.USUAL, Run.of(1));
    }
}
