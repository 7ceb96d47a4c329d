package org.fourfold.bench.estimate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.bayes.BayesianThreshold;
import org.fourfold.estimate.prevalence.bayes.ThresholdOptions;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.prevalence.graphs.GraphAveraging;
import org.fourfold.estimate.prevalence.graphs.GraphOptions;
import org.fourfold.estimate.prevalence.latent.LatentClasses;
import org.fourfold.estimate.prevalence.latent.LatentOptions;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;

/**
 * How often 95 % intervals of the Bayesian methods hold the truth: 2,000 persons on five lists, in three worlds. A method is not
 * at home in each of them, and the figures say so.
 *
 * <p>Argument: how many sets of each world (200).
 */
final class BayesianCoverage {

    private static final int TRUTH = 2000;
    private static final int LISTS = 5;
    private static final ChainOptions SHORT = new ChainOptions(4, 2000, 500, 20, 1.2, 50);

    /** How persons come onto lists. */
    private enum World {
        /** Each list for itself. */
        INDEPENDENT(0),
        /** The second list has more of those on the first, the fourth fewer of those on the third. */
        DEPENDENT(1),
        /** A third of the persons are seen easily. */
        TWO_KINDS(2);

        private final int stream;

        World(int stream) {
            this.stream = stream;
        }
    }

    private BayesianCoverage() {}

    static void main(String... arguments) {
        int sets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        for (World world : World.values()) {
            held(
                    world,
                    "graphs",
                    sets,
                    (table, run) ->
                            GraphAveraging.of(table, GraphOptions.USUAL, run).population());
            held(
                    world,
                    "threshold, normal prior",
                    sets,
                    (table, run) -> BayesianThreshold.of(table, ThresholdOptions.PROPER.with(SHORT), run)
                            .population());
            held(
                    world,
                    "threshold, flat prior",
                    sets,
                    (table, run) -> BayesianThreshold.of(table, ThresholdOptions.IMPROPER.with(SHORT), run)
                            .population());
            held(
                    world,
                    "latent classes",
                    sets,
                    (table, run) -> LatentClasses.of(table, LatentOptions.USUAL.with(SHORT), run)
                            .population());
        }
    }

    private static void held(
            World world, String method, int sets, BiFunction<CaptureTable, Run, PopulationQuantiles> estimate) {
        List<PopulationQuantiles> given = IntStream.range(0, sets)
                .mapToObj(set -> given(simulated(world, set), estimate, Run.of(set)))
                .flatMap(Optional::stream)
                .toList();
        long held = given.stream()
                .filter(p -> p.lower95() <= TRUTH && TRUTH <= p.upper95())
                .count();
        System.out.printf(
                Locale.ROOT,
                "%-12s %-24s holds %5.1f %% of %d given (%d refused), mean median %,.0f, mean width %,.0f%n",
                world,
                method,
                100.0 * held / Math.max(1, given.size()),
                given.size(),
                sets - given.size(),
                given.stream()
                        .mapToDouble(PopulationQuantiles::median)
                        .average()
                        .orElse(Double.NaN),
                given.stream()
                        .mapToDouble(p -> p.upper95() - p.lower95())
                        .average()
                        .orElse(Double.NaN));
    }

    private static Optional<PopulationQuantiles> given(
            CaptureTable table, BiFunction<CaptureTable, Run, PopulationQuantiles> estimate, Run run) {
        try {
            return Optional.of(estimate.apply(table, run));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static CaptureTable simulated(World world, int set) {
        RandomGenerator random = Chance.stream(4321, world.stream, set);
        long[] counts = new long[1 << LISTS];
        for (int i = 0; i < TRUTH; i++) {
            int history = 0;
            for (int j = 0; j < LISTS; j++) {
                history |= random.nextDouble() < chance(world, i, j, history) ? 1 << j : 0;
            }
            counts[history] += history == 0 ? 0 : 1;
        }
        return CaptureTable.of(
                List.of("A", "B", "C", "D", "E"), IntStream.range(0, 1 << LISTS).toArray(), counts);
    }

    private static double chance(World world, int person, int list, int before) {
        return switch (world) {
            case INDEPENDENT -> 0.15;
            case DEPENDENT -> list == 1 && (before & 1) != 0 ? 0.45 : list == 3 && (before & 4) != 0 ? 0.05 : 0.15;
            case TWO_KINDS -> person % 3 == 0 ? 0.5 : 0.12;
        };
    }
}
