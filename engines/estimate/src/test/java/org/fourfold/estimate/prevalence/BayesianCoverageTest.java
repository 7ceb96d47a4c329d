package org.fourfold.estimate.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.bayes.BayesianThreshold;
import org.fourfold.estimate.prevalence.bayes.ThresholdOptions;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.prevalence.graphs.GraphAveraging;
import org.fourfold.estimate.prevalence.graphs.GraphOptions;
import org.fourfold.estimate.prevalence.latent.LatentClasses;
import org.fourfold.estimate.prevalence.latent.LatentOptions;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Intervals of 95 % hold a known truth about as often as they say (the many sets are in bench)")
class BayesianCoverageTest {

    private static final int TRUTH = 800;
    private static final ChainOptions SHORT = new ChainOptions(4, 1000, 500, 10, 1.5, 20);

    @Test
    @DisplayName("averaging over graphs, where two of four lists depend on each other")
    void graphs() {
        assertThat(held(
                        40,
                        set -> GraphAveraging.of(simulated(set, true), GraphOptions.USUAL, Run.of(set))
                                .population()))
                .isBetween(33, 40);
    }

    @Test
    @DisplayName("thresholding, where two of four lists depend on each other")
    void threshold() {
        assertThat(held(
                        20,
                        set -> BayesianThreshold.of(
                                        simulated(set, true), ThresholdOptions.PROPER.with(SHORT), Run.of(set))
                                .population()))
                .isBetween(15, 20);
    }

    @Test
    @DisplayName("latent classes, where a third of the persons are seen easily")
    void latent() {
        assertThat(held(
                        12,
                        set -> LatentClasses.of(simulated(set, false), LatentOptions.USUAL.with(SHORT), Run.of(set))
                                .population()))
                .isBetween(9, 12);
    }

    private static int held(int sets, IntFunction<PopulationQuantiles> estimate) {
        return (int) IntStream.range(0, sets)
                .mapToObj(estimate)
                .filter(p -> p.lower95() <= TRUTH && TRUTH <= p.upper95())
                .count();
    }

    /** 800 persons on four lists; either the second list takes more of those on the first, or a third are seen easily. */
    private static CaptureTable simulated(int set, boolean dependent) {
        RandomGenerator random = Chance.stream(1234, dependent ? 1 : 2, set);
        long[] counts = new long[16];
        for (int i = 0; i < TRUTH; i++) {
            int history = 0;
            for (int j = 0; j < 4; j++) {
                double chance = dependent ? (j == 1 && (history & 1) == 1 ? .6 : .25) : (i % 3 == 0 ? .7 : .15);
                history |= random.nextDouble() < chance ? 1 << j : 0;
            }
            counts[history] += history == 0 ? 0 : 1;
        }
        return CaptureTable.of(
                List.of("A", "B", "C", "D"), IntStream.range(0, 16).toArray(), counts);
    }
}
